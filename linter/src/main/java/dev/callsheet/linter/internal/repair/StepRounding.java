package dev.callsheet.linter.internal.repair;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Numbers on a grid of steps. */
final class StepRounding {
  private StepRounding() {}

  /** The least multiple of a step that is no less. */
  static BigDecimal roundUp(BigDecimal number, BigDecimal step) {
    return round(number, step, RoundingMode.CEILING);
  }

  /** The greatest multiple of a step that is no more. */
  static BigDecimal roundDown(BigDecimal number, BigDecimal step) {
    return round(number, step, RoundingMode.FLOOR);
  }

  /** The number as it is written in JSON, without an exponent or zeros behind the point. */
  static JsonNode toJson(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() <= 0
        ? JsonNodeFactory.instance.numberNode(plain.toBigIntegerExact())
        : JsonNodeFactory.instance.numberNode(plain);
  }

  private static BigDecimal round(BigDecimal number, BigDecimal step, RoundingMode rounding) {
    return number.divide(step, 0, rounding).multiply(step);
  }
}
