package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.internal.condition.FragmentTranslator;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.runtime.support.Regex;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The bounds that stand beside a list of values, and leave out some of them. */
final class ValueBounds {
  /** The keywords that are read. */
  static final Set<String> KEYWORDS =
      Set.of(
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "pattern");

  private ValueBounds() {}

  /** Whether a schema's bounds allow a value; bounds that are damaged allow all. */
  static boolean allow(SchemaNode schema, JsonNode value) {
    return value.isNumber()
        ? allowNumber(schema, value.decimalValue())
        : !value.isString() || allowText(schema, value.stringValue());
  }

  private static boolean allowNumber(SchemaNode schema, BigDecimal value) {
    return number(schema, "minimum").map(bound -> value.compareTo(bound) >= 0).orElse(true)
        && number(schema, "maximum").map(bound -> value.compareTo(bound) <= 0).orElse(true)
        && number(schema, "exclusiveMinimum").map(b -> value.compareTo(b) > 0).orElse(true)
        && number(schema, "exclusiveMaximum").map(b -> value.compareTo(b) < 0).orElse(true)
        && number(schema, "multipleOf")
            .filter(step -> step.signum() > 0)
            .map(step -> value.remainder(step).signum() == 0)
            .orElse(true);
  }

  private static boolean allowText(SchemaNode schema, String value) {
    BigDecimal length = BigDecimal.valueOf(value.codePointCount(0, value.length()));
    String pattern = schema.text("pattern").orElse("");
    boolean isMatched =
        pattern.isEmpty()
            || FragmentTranslator.patternError(pattern).isPresent()
            || Regex.of(pattern).isFoundIn(value);
    return isMatched
        && number(schema, "minLength").map(bound -> length.compareTo(bound) >= 0).orElse(true)
        && number(schema, "maxLength").map(bound -> length.compareTo(bound) <= 0).orElse(true);
  }

  private static Optional<BigDecimal> number(SchemaNode schema, String keyword) {
    return schema
        .get(keyword)
        .map(SchemaNode::value)
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue);
  }
}
