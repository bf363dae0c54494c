package dev.callsheet.spec.model;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.source.SourceLocation;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request costs: the sum of the charges that are for it.
 *
 * @param currency such as {@code USD}
 * @param overview the page's headline on prices, rephrased; may be empty
 * @param complete whether every request has a price; if not, some prices are not published
 * @param charges in the order of the spec; at least one
 * @param location where it stands in the spec
 */
public record Pricing(
    String currency,
    String overview,
    boolean complete,
    List<Charge> charges,
    SourceLocation location) {

  /** Copies the list, so that a price list never changes. */
  public Pricing {
    charges = List.copyOf(charges);
  }

  /** The conditions of all charges and rates. */
  public Stream<Formula> conditions() {
    return charges.stream()
        .flatMap(
            charge ->
                Stream.concat(
                    Stream.ofNullable(charge.condition()),
                    charge.rates().stream().flatMap(rate -> Stream.ofNullable(rate.condition()))));
  }

  /**
   * A price for one unit, or for as many as the charge says.
   *
   * @param label what it is for, in the words of the documentation
   * @param price in the currency, exact
   * @param condition which requests it is for; null for all
   * @param location where it stands in the spec
   */
  public record Rate(
      String label, BigDecimal price, @Nullable Formula condition, SourceLocation location) {}
}
