package dev.callsheet.generator.java.layout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a documentation comment of one line on one line. */
final class Comments {
  private static final Pattern SHORT =
      Pattern.compile("(?m)^( *)/\\*\\*\n *\\* ([^@\n][^\n]*)\n *\\*/$");
  private static final int LINE = 100;

  private Comments() {}

  static String onOneLine(String source) {
    return SHORT
        .matcher(source)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(joined(found.group(1), found.group(2), found.group())));
  }

  private static String joined(String indent, String text, String asItIs) {
    String line = indent + "/** " + text + " */";
    return line.length() <= LINE ? line : asItIs;
  }
}
