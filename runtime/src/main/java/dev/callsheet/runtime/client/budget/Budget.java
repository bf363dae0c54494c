package dev.callsheet.runtime.client.budget;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much may be spent, in US dollars. A request that would go beyond it is refused before it is
 * sent, and so is one whose price cannot be known, unless an amount is set aside for those.
 *
 * @param total for all jobs of a client together; null for no limit
 * @param perRequest for one request; null for no limit
 * @param unknownPriceAllowance what a request counts for whose price cannot be known; null to
 *     refuse those where there is a limit
 */
public record Budget(
    @Nullable BigDecimal total,
    @Nullable BigDecimal perRequest,
    @Nullable BigDecimal unknownPriceAllowance) {
  private static final Budget UNLIMITED = new Budget(null, null, null);

  /**
   * Limits and amounts, none of them negative.
   *
   * @throws IllegalArgumentException if one is
   */
  public Budget {
    requireAmount(total);
    requireAmount(perRequest);
    requireAmount(unknownPriceAllowance);
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
    return new Budget(new BigDecimal(limit), perRequest, unknownPriceAllowance);
  }

  /** The same, with this limit for one request. */
  public Budget withPerRequest(String limit) {
    return new Budget(total, new BigDecimal(limit), unknownPriceAllowance);
  }

  /** The same, with this set aside for a request whose price cannot be known before it is sent. */
  public Budget withUnknownPriceAllowance(String amount) {
    return new Budget(total, perRequest, new BigDecimal(amount));
  }

  /** Whether there is any limit. */
  public boolean isLimited() {
    return total != null || perRequest != null;
  }

  private static void requireAmount(@Nullable BigDecimal amount) {
    if (amount != null && amount.signum() < 0) {
      throw new IllegalArgumentException("A budget cannot be negative: " + amount);
    }
  }
}
