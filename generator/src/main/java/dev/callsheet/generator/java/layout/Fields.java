package dev.callsheet.generator.java.layout;

import java.util.regex.Pattern;

/** Removes the empty lines between fields that have nothing said of them. */
final class Fields {
  private static final Pattern GAP =
      Pattern.compile(
          "(?m)(^ *private (?!static)[^(){}\n]*;\n)\n(?= *private (?!static)[^{}\n]*;$)");

  private static final Pattern BITS =
      Pattern.compile(
          "(?m)(^ *private static final long \\w+ = 1L << \\d+;\n)\n(?= *private static final long )");

  private Fields() {}

  static String together(String source) {
    return BITS.matcher(GAP.matcher(source).replaceAll("$1")).replaceAll("$1");
  }
}
