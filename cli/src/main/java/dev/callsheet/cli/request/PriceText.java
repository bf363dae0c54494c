package dev.callsheet.cli.request;

import dev.callsheet.spec.price.Price;
import java.math.BigDecimal;

/** A price in words. */
public final class PriceText {
  private PriceText() {}

  /** The amount alone, such as {@code 1.792 USD}. */
  public static String amount(Price price) {
    if (price instanceof Price.Exact exact) {
      return plain(exact.amount()) + " " + exact.currency();
    }
    if (price instanceof Price.Between between) {
      return plain(between.minimum())
          + " to "
          + plain(between.maximum())
          + " "
          + between.currency();
    }
    if (price instanceof Price.Rate rate) {
      return plain(rate.amount()) + " " + rate.currency() + "/" + rate.unit();
    }
    return "unknown";
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
