package dev.callsheet.runtime.client.error;

import dev.callsheet.runtime.Price;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request would cost more than the budget allows, or its price is not known. Nothing was sent.
 */
public final class BudgetException extends CallsheetException {
  private static final long serialVersionUID = 1;

  private final transient Price estimate;
  private final @Nullable BigDecimal allowed;
  private final boolean exhausted;

  /**
   * An exception for a request to {@code model}.
   *
   * @param allowed the most it may cost, in US dollars; null when its price cannot be known
   * @param exhausted whether that is what is left of the total
   * @param reason the limit in words
   */
  public BudgetException(
      String model,
      Price estimate,
      @Nullable BigDecimal allowed,
      boolean exhausted,
      String reason) {
    super(
        "The request for "
            + model
            + " costs "
            + (estimate instanceof Price.Unknown ? "an unknown amount" : estimate)
            + ", and "
            + reason
            + ": "
            + estimate.why(),
        null);
    this.estimate = estimate;
    this.allowed = allowed;
    this.exhausted = exhausted;
  }

  /** What the request would cost. */
  public Price estimate() {
    return estimate;
  }

  /** Whether the same request may be sent once more is left of the total. */
  public boolean isExhausted() {
    return exhausted;
  }

  /** The most it may cost, in US dollars; empty when its price cannot be known. */
  public Optional<BigDecimal> allowed() {
    return Optional.ofNullable(allowed);
  }
}
