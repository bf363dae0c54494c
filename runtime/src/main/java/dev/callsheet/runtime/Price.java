package dev.callsheet.runtime;

import java.math.BigDecimal;
import java.util.Optional;

/** What a request will cost, as far as it can be known before it is sent. */
public sealed interface Price {
  /** How it came about, in one sentence, such as {@code 8 s at 0.112 USD/s: silent}. */
  String why();

  /** The most it can come to; empty when that is not known. */
  default Optional<BigDecimal> upperBound() {
    return Optional.empty();
  }

  /** Known to the last decimal. */
  record Exact(BigDecimal amount, String currency, String why) implements Price {
    @Override
    public Optional<BigDecimal> upperBound() {
      return Optional.of(amount);
    }

    @Override
    public String toString() {
      return plain(amount) + " " + currency;
    }
  }

  /** Within these bounds, which belong to it. */
  record Between(BigDecimal minimum, BigDecimal maximum, String currency, String why)
      implements Price {
    @Override
    public Optional<BigDecimal> upperBound() {
      return Optional.of(maximum);
    }

    @Override
    public String toString() {
      return plain(minimum) + " to " + plain(maximum) + " " + currency;
    }
  }

  /** A price for a unit of something the request does not show, such as an input's length. */
  record Rate(BigDecimal amount, String currency, String unit, String why) implements Price {
    @Override
    public String toString() {
      return plain(amount) + " " + currency + "/" + unit;
    }
  }

  /** Not known: no price is published, or none fits. */
  record Unknown(String why) implements Price {
    @Override
    public String toString() {
      return "unknown";
    }
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
