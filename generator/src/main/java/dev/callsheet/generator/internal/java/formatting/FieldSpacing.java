package dev.callsheet.generator.internal.java.formatting;

import java.util.regex.Pattern;

/** Removes the empty lines between fields that have nothing said of them. */
final class FieldSpacing {
  private static final Pattern BLANK_LINE_BETWEEN_FIELDS =
      Pattern.compile(
          "(?m)(^ *private (?!static)[^(){}\n]*;\n)\n(?= *private (?!static)[^{}\n]*;$)");

  private static final Pattern BLANK_LINE_BETWEEN_BITS =
      Pattern.compile(
          "(?m)(^ *private static final long \\w+ = 1L << \\d+;\n)\n(?= *private static final long )");

  private FieldSpacing() {}

  static String removeBlankLines(String source) {
    return BLANK_LINE_BETWEEN_BITS
        .matcher(BLANK_LINE_BETWEEN_FIELDS.matcher(source).replaceAll("$1"))
        .replaceAll("$1");
  }
}
