package dev.callsheet.linter.internal.report;

/** Escapes text for XML 1.0; a character that XML cannot hold becomes U+FFFD. */
public final class XmlEscaper {
  private XmlEscaper() {}

  /** Escapes text between tags. */
  public static String escapeText(String text) {
    return escape(text, false);
  }

  /** Escapes the value of an attribute, between quotation marks. */
  public static String escapeAttribute(String text) {
    return escape(text, true);
  }

  private static String escape(String text, boolean attribute) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append(attribute ? "&quot;" : "\"");
                case '\n', '\t', '\r' ->
                    escaped.append(attribute ? "&#" + c + ";" : Character.toString(c));
                default -> escaped.appendCodePoint(isCharacter(c) ? c : '\uFFFD');
              }
            });
    return escaped.toString();
  }

  private static boolean isCharacter(int c) {
    return c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF);
  }
}
