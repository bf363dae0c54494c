package dev.callsheet.spec.price;

import java.math.BigDecimal;

/** What a request will cost, as far as it can be known before it is sent. */
public sealed interface Price {
  /** How it came about, in one sentence, such as {@code 8 s at 0.112 USD/s (...)}. */
  String why();

  /** Known to the last decimal. */
  record Exact(BigDecimal amount, String currency, String why) implements Price {}

  /** Within these bounds, which belong to it. */
  record Between(BigDecimal minimum, BigDecimal maximum, String currency, String why)
      implements Price {}

  /** A price for a unit of something the request does not show, such as an input's length. */
  record Rate(BigDecimal amount, String currency, String unit, String why) implements Price {}

  /** Not known: no price is published, or none fits. */
  record Unknown(String why) implements Price {}
}
