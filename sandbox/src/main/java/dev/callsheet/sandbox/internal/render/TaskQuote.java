package dev.callsheet.sandbox.internal.render;

import dev.callsheet.runtime.Price;
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

  /** Prices a valid task. */
  public static TaskQuote of(ModelSpec model, JsonNode task) {
    Price price = PriceEstimator.price(model, task);
    if (price instanceof Price.Exact exact) {
      return new TaskQuote(exact.amount(), exact.why());
    }
    if (price instanceof Price.Rate rate) {
      return new TaskQuote(
          rate.amount().multiply(SampleSelector.ASSUMED_SECONDS),
          rate.why()
              + "; the sandbox takes it to be "
              + SampleSelector.ASSUMED_SECONDS
              + " "
              + rate.unit());
    }
    if (price instanceof Price.Between between) {
      return new TaskQuote(between.maximum(), between.why() + "; the sandbox charges the most");
    }
    return new TaskQuote(null, price.why() + "; the sandbox charges nothing");
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
