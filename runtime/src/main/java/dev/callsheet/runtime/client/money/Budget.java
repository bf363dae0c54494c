package dev.callsheet.runtime.client.money;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much may be spent, in US dollars. A request that would go beyond it is refused before it is
 * sent, and so is one whose price cannot be known, unless an amount is set aside for those.
 *
 * @param total for all jobs of a client together; null for no limit
 * @param each for one request; null for no limit
 * @param unknown what a request counts for whose price cannot be known; null to refuse those where
 *     there is a limit
 */
public record Budget(
    @Nullable BigDecimal total, @Nullable BigDecimal each, @Nullable BigDecimal unknown) {
  private static final Budget UNLIMITED = new Budget(null, null, null);

  /**
   * Limits and amounts, none of them negative.
   *
   * @throws IllegalArgumentException if one is
   */
  public Budget {
    requireAmount(total);
    requireAmount(each);
    requireAmount(unknown);
  }

  /** No limit at all. */
  public static Budget unlimited() {
    return UNLIMITED;
  }

  /** At most this for all jobs of a client together, such as {@code "25.00"}. */
  public static Budget of(String total) {
    return UNLIMITED.withTotal(total);
  }

  /** The same, with this limit for all jobs of a client together. */
  public Budget withTotal(String limit) {
    return new Budget(new BigDecimal(limit), each, unknown);
  }

  /** The same, with this limit for one request. */
  public Budget eachAtMost(String limit) {
    return new Budget(total, new BigDecimal(limit), unknown);
  }

  /** The same, with this set aside for a request whose price cannot be known before it is sent. */
  public Budget settingAside(String amount) {
    return new Budget(total, each, new BigDecimal(amount));
  }

  boolean isLimited() {
    return total != null || each != null;
  }

  private static void requireAmount(@Nullable BigDecimal amount) {
    if (amount != null && amount.signum() < 0) {
      throw new IllegalArgumentException("A budget cannot be negative: " + amount);
    }
  }
}
