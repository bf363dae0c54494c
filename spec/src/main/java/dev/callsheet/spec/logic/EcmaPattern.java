package dev.callsheet.spec.logic;

import java.util.regex.Pattern;

/**
 * Regular expressions as JSON Schema means them. ECMAScript's dialect and Java's agree on nearly
 * all of what schemas use; what differs is rewritten.
 */
public final class EcmaPattern {
  private EcmaPattern() {}

  /**
   * The Java pattern to {@code find} with.
   *
   * @throws java.util.regex.PatternSyntaxException when the expression is not a regular one
   */
  public static Pattern compile(String ecma) {
    StringBuilder java = new StringBuilder(ecma.length() + 8);
    boolean inClass = false;
    for (int i = 0; i < ecma.length(); i++) {
      char c = ecma.charAt(i);
      if (c == '\\' && i + 1 < ecma.length()) {
        java.append(c).append(ecma.charAt(++i));
      } else if (inClass && (c == '[' || c == '&')) {
        // Java would begin a nested class, or an intersection.
        java.append('\\').append(c);
      } else if (!inClass && c == '$') {
        // Java's also matches before a line break at the end.
        java.append("\\z");
      } else {
        java.append(c);
        inClass = inClass ? c != ']' : c == '[';
      }
    }
    return Pattern.compile(java.toString());
  }
}
