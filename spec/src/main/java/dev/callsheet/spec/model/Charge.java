package dev.callsheet.spec.model;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the price of a request: how much there is of something, less what is free, rounded to
 * steps, times a factor, times the rate.
 *
 * @param id unique in its price list
 * @param condition which requests it is for; null for all
 * @param unit what is counted
 * @param free how much of it is free; 0 or more
 * @param unitsOfPrice for how many units a price is; more than 0
 * @param steps the multiples that it is counted in; null where it is counted exactly
 * @param multiplier the parameter that multiplies once more, such as {@code numberResults}; null
 *     when none does
 * @param rates exactly one is for a request that the charge is for, if the list is complete
 * @param location where it stands in the spec
 */
public record Charge(
    String id,
    @Nullable Formula condition,
    ChargeUnit unit,
    BigDecimal free,
    BigDecimal unitsOfPrice,
    @Nullable Steps steps,
    @Nullable ParameterPath multiplier,
    List<Pricing.Rate> rates,
    SourceLocation location) {

  /** Copies the list, so that a charge never changes. */
  public Charge {
    rates = List.copyOf(rates);
  }

  /**
   * Counting in multiples.
   *
   * @param size of a step; more than 0
   */
  public record Steps(RoundingMode rounding, BigDecimal size) {}
}
