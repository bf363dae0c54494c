package dev.callsheet.runtime.client.budget;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the jobs of a client have cost and may still cost, at one moment, in US dollars.
 *
 * @param reported what the server says it has charged; it says so of requests with {@code
 *     includeCost} only
 * @param assumed the estimates of what has ended without the server saying what it cost; failed
 *     results count, since nobody promises that they are free
 * @param reserved the most that jobs under way may cost
 * @param limit the budget's total; null when there is none
 */
public record Spending(
    BigDecimal reported, BigDecimal assumed, BigDecimal reserved, @Nullable BigDecimal limit) {
  /** All three together. */
  public BigDecimal committed() {
    return reported.add(assumed).add(reserved);
  }

  /** What is left for more requests, never negative; empty when there is no limit. */
  public Optional<BigDecimal> remaining() {
    return Optional.ofNullable(limit)
        .map(total -> total.subtract(committed()).max(BigDecimal.ZERO));
  }
}
