package dev.callsheet.runtime.internal.budget;

import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.budget.BudgetLedger;
import dev.callsheet.runtime.client.budget.Spending;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The account of one client's budget. Nothing ever enlarges what is left: a negative amount counts
 * as none.
 */
public final class BudgetTracker implements BudgetLedger {
  private final Budget budget;
  private final Map<UUID, BigDecimal> reserved = new HashMap<>();
  private BigDecimal open = BigDecimal.ZERO;
  private BigDecimal reported = BigDecimal.ZERO;
  private BigDecimal assumed = BigDecimal.ZERO;

  /** A tracker with nothing spent. */
  public BudgetTracker(Budget budget) {
    this.budget = budget;
  }

  @Override
  public synchronized boolean reserve(UUID task, String model, Price estimate) {
    if (reserved.containsKey(task)) {
      return false;
    }
    BigDecimal most = requireAffordable(model, estimate);
    reserved.put(task, most);
    open = open.add(most);
    return true;
  }

  @Override
  public synchronized void release(UUID task) {
    var unused = take(task);
  }

  private @Nullable BigDecimal take(UUID task) {
    BigDecimal most = reserved.remove(task);
    open = most == null ? open : open.subtract(most);
    return most;
  }

  @Override
  public synchronized void settle(UUID task, BigDecimal cost, int unpriced, int results) {
    BigDecimal most = take(task);
    if (most != null) {
      reported = reported.add(cost.max(BigDecimal.ZERO));
      assumed = assumed.add(Budget.assumedCost(most, unpriced, results));
    }
  }

  @Override
  public synchronized Spending spending() {
    return new Spending(reported, assumed, open, budget.total());
  }

  private BigDecimal requireAffordable(String model, Price estimate) {
    BigDecimal most = budget.reservation(model, estimate);
    BigDecimal left = spending().remaining().orElse(most);
    if (most.compareTo(left) > 0) {
      throw budget.exhausted(model, estimate, left);
    }
    return most;
  }
}
