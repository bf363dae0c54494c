package dev.callsheet.spec.validation;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;

/** A number or a boolean that was written in quotes. */
final class QuotedScalar {
  /** No longer text is taken for a number. */
  private static final int MAX_LENGTH = 60;

  private QuotedScalar() {}

  /** The number or boolean that a text spells. */
  static Optional<JsonNode> parse(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(BooleanNode.valueOf(text.equals("true")));
    }
    try {
      return text.length() > MAX_LENGTH
          ? Optional.empty()
          : Optional.of(DecimalNode.valueOf(new BigDecimal(text)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
