package dev.callsheet.generator.internal.java.formatting;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a documentation comment of one line on one line. */
final class SingleLineJavadoc {
  private static final Pattern SHORT =
      Pattern.compile("(?m)^( *)/\\*\\*\n *\\* ([^@\n][^\n]*)\n *\\*/$");
  private static final int LINE = 100;

  private SingleLineJavadoc() {}

  static String collapse(String source) {
    return SHORT
        .matcher(source)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    singleLine(found.group(1), found.group(2), found.group())));
  }

  private static String singleLine(String indent, String text, String asItIs) {
    String line = indent + "/** " + text + " */";
    return line.length() <= LINE ? line : asItIs;
  }
}
