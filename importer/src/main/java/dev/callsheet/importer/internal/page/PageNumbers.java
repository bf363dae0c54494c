package dev.callsheet.importer.internal.page;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Numbers as pages write them; whole ones are integers, as they are in specs. */
final class PageNumbers {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,40}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,40}\\.\\d{1,40}");

  private PageNumbers() {}

  /** Whether a text is one. */
  static boolean isNumber(String text) {
    return WHOLE.matcher(text).matches() || DECIMAL.matcher(text).matches();
  }

  /** The number that a text is. */
  static JsonNode parse(String text) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return WHOLE.matcher(text).matches()
        ? nodes.numberNode(new BigInteger(text))
        : nodes.numberNode(new BigDecimal(text));
  }
}
