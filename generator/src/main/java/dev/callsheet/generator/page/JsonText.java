package dev.callsheet.generator.page;

import dev.callsheet.runtime.internal.messages.DisplayText;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Values of JSON for people; no invisible characters are in it. */
public final class JsonText {
  private JsonText() {}

  /** A value in one line, a string without its quotes, a number without an exponent. */
  public static String plain(JsonNode value) {
    if (value.isString()) {
      return DisplayText.printable(value.stringValue());
    }
    return value.isNumber() && Math.abs((long) value.decimalValue().scale()) < 60
        ? value.decimalValue().toPlainString()
        : DisplayText.printable(value.toString());
  }

  /** A value as it is written in a file, in lines. */
  public static String pretty(JsonNode value) {
    return value
        .toPrettyString()
        .lines()
        .map(DisplayText::printable)
        .collect(Collectors.joining("\n"));
  }
}
