package dev.callsheet.generator.java.layout;

import java.util.regex.Pattern;

/** Removes the empty lines between fields that have nothing said of them. */
final class Fields {
  private static final Pattern GAP =
      Pattern.compile(
          "(?m)(^ *private (?!static)[^(){}\n]*;\n)\n(?= *private (?!static)[^{}\n]*;$)");

  private Fields() {}

  static String together(String source) {
    return GAP.matcher(source).replaceAll("$1");
  }
}
