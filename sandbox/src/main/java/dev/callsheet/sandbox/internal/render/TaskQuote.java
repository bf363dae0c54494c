package dev.callsheet.sandbox.internal.render;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.PriceVisitor;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.price.PriceEstimator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a task costs, by its model's price list. What the list leaves open, the sandbox decides, and
 * says so.
 *
 * @param amount in USD, exact; null when no price is published
 * @param why how it came about, in one sentence
 */
public record TaskQuote(@Nullable BigDecimal amount, String why) {
  /** Finer than any published price, so that an amount is divided without a loss. */
  private static final int DECIMALS = 9;

  /** What no request shows is taken to be as much. */
  private static final BigDecimal ASSUMED_UNITS = BigDecimal.valueOf(1000);

  private static final PriceVisitor<TaskQuote> DECISION =
      new PriceVisitor<>() {
        @Override
        public TaskQuote visitExact(Price.Exact price) {
          return new TaskQuote(price.amount(), price.why());
        }

        @Override
        public TaskQuote visitBetween(Price.Between price) {
          return new TaskQuote(price.maximum(), price.why() + "; the sandbox charges the most");
        }

        @Override
        public TaskQuote visitRate(Price.Rate price) {
          BigDecimal amount = price.base().maximum();
          List<String> assumed = new ArrayList<>();
          for (Price.UnitPrice each : price.units()) {
            BigDecimal units =
                each.unit().equals("s") ? SampleSelector.ASSUMED_SECONDS : ASSUMED_UNITS;
            amount = amount.add(each.amount().maximum().multiply(units));
            assumed.add(units + " " + each.unit());
          }
          return new TaskQuote(
              amount, price.why() + "; the sandbox takes it to be " + String.join(", ", assumed));
        }

        @Override
        public TaskQuote visitUnknown(Price.Unknown price) {
          return new TaskQuote(null, price.why() + "; the sandbox charges nothing");
        }
      };

  /**
   * Prices a valid task.
   *
   * @param durations how long the media are that it speaks of
   */
  public static TaskQuote of(ModelSpec model, JsonNode task, MediaDurations durations) {
    return PriceEstimator.price(model, task, durations).accept(DECISION);
  }

  /** A quote of what costs nothing, or of which nobody knows what it costs. */
  public static TaskQuote nothing(String why) {
    return new TaskQuote(null, why);
  }

  /** The same, with a sentence about what comes of it. */
  TaskQuote withNote(String note) {
    return new TaskQuote(amount, why + ". " + note);
  }

  /** What is charged, in USD: the amount, or nothing when that is not known. */
  public BigDecimal chargedAmount() {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  /** The charge in equal parts; what cannot be divided is in the first. They add up exactly. */
  public List<BigDecimal> split(int parts) {
    BigDecimal charge = chargedAmount();
    BigDecimal share = charge.divide(BigDecimal.valueOf(parts), DECIMALS, RoundingMode.DOWN);
    BigDecimal rest = charge.subtract(share.multiply(BigDecimal.valueOf(parts - 1L)));
    List<BigDecimal> shares = new ArrayList<>();
    shares.add(plain(rest));
    for (int i = 1; i < parts; i++) {
      shares.add(plain(share));
    }
    return shares;
  }

  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
