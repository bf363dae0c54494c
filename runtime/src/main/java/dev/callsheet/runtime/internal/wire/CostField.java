package dev.callsheet.runtime.internal.wire;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a result cost in US dollars, as its {@code cost} says. A number that is no amount of money
 * counts as none: a negative one would enlarge a budget, and to add one with a million digits takes
 * longer than anybody waits.
 *
 * @param json the field's value; missing where there is none
 */
public record CostField(JsonNode json) {
  private static final int MAX_WRITTEN_LENGTH = 100;

  /** Below a million million. */
  private static final int MAX_INTEGER_DIGITS = 12;

  /** More than any arithmetic of a server leaves. */
  private static final int MAX_DECIMALS = 1000;

  /** That of an item. */
  public static CostField of(JsonNode item) {
    return new CostField(item.path("cost"));
  }

  /** The amount; empty where there is none, or what is there is none. */
  public Optional<BigDecimal> amount() {
    return number().filter(CostField::isAmount);
  }

  /** Whether there is something that is no amount. */
  public boolean isUnreadable() {
    return !json.isMissingNode() && !json.isNull() && amount().isEmpty();
  }

  private Optional<BigDecimal> number() {
    return json.isString() ? parse(json.stringValue()) : json.decimalValueOpt();
  }

  private static Optional<BigDecimal> parse(String written) {
    if (written.length() > MAX_WRITTEN_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(written.strip()));
    } catch (NumberFormatException notNumber) {
      return Optional.empty();
    }
  }

  private static boolean isAmount(BigDecimal number) {
    var integerDigits = (long) number.precision() - number.scale();
    return number.signum() >= 0
        && integerDigits <= MAX_INTEGER_DIGITS
        && number.scale() <= MAX_DECIMALS;
  }
}
