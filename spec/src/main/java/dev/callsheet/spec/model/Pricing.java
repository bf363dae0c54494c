package dev.callsheet.spec.model;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request costs.
 *
 * @param currency such as {@code USD}
 * @param overview the page's headline on prices, rephrased; may be empty
 * @param quantity what a rate is multiplied by; null for a price by the request
 * @param multiplier the parameter that multiplies once more, such as {@code numberResults}; null
 *     when none does
 * @param rates at most one of them applies to a request
 * @param location where it stands in the spec
 */
public record Pricing(
    String currency,
    String overview,
    @Nullable Quantity quantity,
    @Nullable ParameterPath multiplier,
    List<Rate> rates,
    SourceLocation location) {

  /** Copies the list, so that a price list never changes. */
  public Pricing {
    rates = List.copyOf(rates);
  }

  /**
   * The amount that a rate is multiplied by.
   *
   * @param parameter the parameter that holds it; where a request omits it, its default
   * @param unit such as {@code s}
   * @param overridingInput an input that, when provided, determines the amount instead (the length
   *     of an edited video), so that it is not known from the request; null when there is none
   */
  public record Quantity(
      ParameterPath parameter, String unit, @Nullable ParameterPath overridingInput) {}

  /**
   * A price for one unit of the quantity.
   *
   * @param label what it is for, in the words of the documentation
   * @param price in the currency, exact
   * @param condition which requests it is for; null for all
   * @param location where it stands in the spec
   */
  public record Rate(
      String label, BigDecimal price, @Nullable Formula condition, SourceLocation location) {}
}
