package dev.callsheet.spec.model;

import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.source.Location;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request costs.
 *
 * @param currency such as {@code USD}
 * @param overview the page's headline on prices, in our words; may be empty
 * @param per what a rate is multiplied by; null for a price by the request
 * @param times the parameter that multiplies once more, such as {@code numberResults}; null when
 *     none does
 * @param rates at most one of them fits a request
 * @param location where it stands in the spec
 */
public record Pricing(
    String currency,
    String overview,
    @Nullable Quantity per,
    @Nullable Path times,
    List<Rate> rates,
    Location location) {

  /** Copies the list, so that a price list never changes. */
  public Pricing {
    rates = List.copyOf(rates);
  }

  /**
   * The amount that is paid for.
   *
   * @param parameter where the request says it; its default counts when it does not
   * @param unit such as {@code s}
   * @param follows an input that decides the amount when provided (an edited video's own length),
   *     so that the request cannot show it; null when there is none
   */
  public record Quantity(Path parameter, String unit, @Nullable Path follows) {}

  /**
   * A price for one unit of the quantity.
   *
   * @param label the page's words for what it is for
   * @param price in the currency, exact
   * @param when which requests it is for; null for all
   * @param location where it stands in the spec
   */
  public record Rate(String label, BigDecimal price, @Nullable Formula when, Location location) {}
}
