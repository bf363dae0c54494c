package dev.callsheet.linter.report;

/** Texts as XML 1.0 has them; a character that it cannot have becomes U+FFFD. */
final class XmlEscaper {
  private XmlEscaper() {}

  /** Between tags. */
  static String escapeText(String text) {
    return escape(text, false);
  }

  /** Between quotation marks. */
  static String escapeAttribute(String text) {
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
