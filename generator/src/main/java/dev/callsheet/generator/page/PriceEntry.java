package dev.callsheet.generator.page;

import java.util.List;

/**
 * A price list.
 *
 * @param currency such as {@code USD}
 * @param from the lowest price, such as {@code 0.112 USD/s}
 * @param overview may be empty
 * @param complete whether every request has a price
 * @param charges a request costs the sum of those that are for it
 */
public record PriceEntry(
    String currency, String from, Prose overview, boolean complete, List<Charge> charges) {
  /** Copies the list, so that an entry never changes. */
  public PriceEntry {
    charges = List.copyOf(charges);
  }

  /**
   * A part of the price.
   *
   * @param counted what is counted, such as {@code for each s of duration}
   * @param condition which requests it is for, such as {@code `seed` is provided}; empty for all
   */
  public record Charge(String id, Prose counted, Prose condition, List<Rate> rates) {}

  /**
   * A price for one unit, or for as many as the charge says.
   *
   * @param label in the words of the published page
   * @param price a decimal, without the currency
   * @param condition which requests it is for; empty for all
   */
  public record Rate(String label, String price, Prose condition) {}
}
