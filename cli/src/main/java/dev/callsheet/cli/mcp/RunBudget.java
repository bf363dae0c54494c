package dev.callsheet.cli.mcp;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be spent through one server, and what has been. Safe for use by several threads. */
final class RunBudget {
  private final @Nullable BigDecimal limit;
  private BigDecimal spent = BigDecimal.ZERO;

  /**
   * A budget.
   *
   * @param limit of all calls together; null where a person is to be asked each time
   */
  RunBudget(@Nullable BigDecimal limit) {
    this.limit = limit;
  }

  boolean hasLimit() {
    return limit != null;
  }

  /** Takes an amount out of what is left; why it cannot be taken, where that is so. */
  synchronized Optional<String> take(BigDecimal amount) {
    if (limit != null && spent.add(amount).compareTo(limit) > 0) {
      return Optional.of(
          "this server was started with --max-cost %s, of which %s is left"
              .formatted(limit.toPlainString(), limit.subtract(spent).toPlainString()));
    }
    spent = spent.add(amount);
    return Optional.empty();
  }

  /** Puts back what was not spent after all. */
  synchronized void giveBack(BigDecimal amount) {
    spent = spent.subtract(amount);
  }
}
