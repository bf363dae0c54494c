package dev.callsheet.spark;

import dev.callsheet.linter.record.RecordPrice;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What some requests cost together.
 *
 * @param requests how many they are
 * @param unbounded of how many it is not known what they cost at the most
 * @param minimum the least that all come to
 * @param maximum the most that those with a bound come to
 */
record PriceSum(long requests, long unbounded, BigDecimal minimum, BigDecimal maximum) {
  static final PriceSum NONE = new PriceSum(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

  /** One more request; null where nothing is known of its price. */
  PriceSum plus(@Nullable RecordPrice price) {
    BigDecimal most = price == null ? null : price.maximum();
    return new PriceSum(
        requests + 1,
        unbounded + (most == null ? 1 : 0),
        price == null ? minimum : minimum.add(price.minimum()),
        most == null ? maximum : maximum.add(most));
  }
}
