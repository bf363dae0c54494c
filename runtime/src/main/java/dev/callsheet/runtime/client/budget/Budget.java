package dev.callsheet.runtime.client.budget;

import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.error.BudgetException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How much may be spent, in US dollars. A request that would go beyond it is refused before it is
 * sent, and so is one whose price cannot be known, unless an amount is set aside for those.
 *
 * @param total for all jobs together, of a client or of all that share it; null for no limit
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

  /**
   * What a request counts for until it is known what it cost.
   *
   * @param model its name, for the message
   * @throws BudgetException if that is more than one request may cost, or cannot be known
   */
  public BigDecimal reservation(String model, Price estimate) {
    BigDecimal allowance = unknownPriceAllowance;
    BigDecimal most =
        estimate
            .upperBound()
            .map(bound -> bound.max(BigDecimal.ZERO))
            .orElseGet(
                () -> allowance == null ? BigDecimal.ZERO : allowance.max(estimate.lowerBound()));
    if (isLimited() && allowance == null && estimate.upperBound().isEmpty()) {
      throw new BudgetException(
          model, estimate, null, false, "the budget sets nothing aside for unknown prices");
    }
    if (perRequest != null && most.compareTo(perRequest) > 0) {
      throw new BudgetException(
          model, estimate, perRequest, false, "a request may cost " + display(perRequest));
    }
    return most;
  }

  /** What a request is told that would go beyond the total. */
  public BudgetException exhausted(String model, Price estimate, BigDecimal left) {
    return new BudgetException(
        model, estimate, left, true, display(left) + " is left of " + display(total));
  }

  /**
   * What is taken for the cost of results of which the server says nothing: their share of what was
   * reserved.
   *
   * @param unpriced how many of the results those are
   * @param results at least 1
   */
  public static BigDecimal assumedCost(BigDecimal reserved, int unpriced, int results) {
    return unpriced == results
        ? reserved
        : reserved
            .multiply(BigDecimal.valueOf(unpriced))
            .divide(BigDecimal.valueOf(results), 9, RoundingMode.UP)
            .stripTrailingZeros();
  }

  private static String display(@Nullable BigDecimal amount) {
    return amount == null ? "" : amount.stripTrailingZeros().toPlainString() + " USD";
  }

  private static void requireAmount(@Nullable BigDecimal amount) {
    if (amount != null && amount.signum() < 0) {
      throw new IllegalArgumentException("A budget cannot be negative: " + amount);
    }
  }
}
