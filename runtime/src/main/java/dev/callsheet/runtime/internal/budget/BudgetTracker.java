package dev.callsheet.runtime.internal.budget;

import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.budget.Spending;
import dev.callsheet.runtime.client.error.BudgetException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a budget: sets aside the most that a task may cost before it is sent, and replaces that by
 * what it did cost. Neither ever enlarges what is left: a negative amount counts as none. For any
 * number of threads.
 */
public final class BudgetTracker {
  private final Budget budget;
  private final Map<UUID, BigDecimal> reserved = new HashMap<>();
  private BigDecimal reported = BigDecimal.ZERO;
  private BigDecimal assumed = BigDecimal.ZERO;

  /** A tracker with nothing spent. */
  public BudgetTracker(Budget budget) {
    this.budget = budget;
  }

  /**
   * Sets aside the most that a task may cost. A task that has something set aside keeps that.
   *
   * @param model its name, for the message
   * @return whether it had nothing set aside before
   * @throws BudgetException if that is more than is left, or cannot be known; nothing is set aside
   */
  public synchronized boolean reserve(UUID task, String model, Price estimate) {
    if (reserved.containsKey(task)) {
      return false;
    }
    reserved.put(task, requireAffordable(model, estimate));
    return true;
  }

  /** Puts back what was set aside for a task that was never made. */
  public synchronized void release(UUID task) {
    reserved.remove(task);
  }

  /**
   * Replaces what is set aside for a task that has ended by what it cost.
   *
   * @param cost what the server says that its results cost
   * @param unpriced how many results it says nothing of
   * @param results how many results the task was for; at least 1
   */
  public synchronized void settle(UUID task, BigDecimal cost, int unpriced, int results) {
    BigDecimal most = reserved.remove(task);
    if (most != null) {
      reported = reported.add(cost.max(BigDecimal.ZERO));
      assumed = assumed.add(unpricedShare(most, unpriced, results));
    }
  }

  /** What is spent and reserved now. */
  public synchronized Spending spending() {
    BigDecimal open = reserved.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Spending(reported, assumed, open, budget.total());
  }

  private BigDecimal requireAffordable(String model, Price estimate) {
    BigDecimal most = reservationAmount(estimate);
    if (!budget.isLimited()) {
      return most;
    }
    if (estimate.upperBound().isEmpty() && budget.unknownPriceAllowance() == null) {
      throw new BudgetException(
          model, estimate, null, "the budget sets nothing aside for unknown prices");
    }
    BigDecimal each = budget.perRequest();
    if (each != null && most.compareTo(each) > 0) {
      throw new BudgetException(model, estimate, each, "a request may cost " + displayAmount(each));
    }
    BigDecimal left = spending().remaining().orElse(most);
    if (most.compareTo(left) > 0) {
      throw new BudgetException(
          model,
          estimate,
          left,
          displayAmount(left) + " is left of " + displayAmount(budget.total()));
    }
    return most;
  }

  private BigDecimal reservationAmount(Price estimate) {
    BigDecimal unknown = budget.unknownPriceAllowance();
    return estimate
        .upperBound()
        .map(most -> most.max(BigDecimal.ZERO))
        .orElseGet(() -> unknown == null ? BigDecimal.ZERO : unknown.max(estimate.lowerBound()));
  }

  private static BigDecimal unpricedShare(BigDecimal most, int unpriced, int results) {
    return unpriced == results
        ? most
        : most.multiply(BigDecimal.valueOf(unpriced))
            .divide(BigDecimal.valueOf(results), 9, RoundingMode.UP)
            .stripTrailingZeros();
  }

  private static String displayAmount(@Nullable BigDecimal amount) {
    return amount == null ? "" : amount.stripTrailingZeros().toPlainString() + " USD";
  }
}
