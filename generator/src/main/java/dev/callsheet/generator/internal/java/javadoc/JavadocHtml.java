package dev.callsheet.generator.internal.java.javadoc;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns plain text with code in backquotes into Javadoc's HTML. */
public final class JavadocHtml {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** What would end an inline code tag, or the comment, or be read as something else in it. */
  private static final Pattern NOT_PLAIN = Pattern.compile("(?:^| )@|\\*/|/\\*|\\\\");

  private JavadocHtml() {}

  /** The text on one line, with everything escaped that means something to Javadoc or Java. */
  public static String fromText(String text) {
    String clean = visibleText(text);
    StringBuilder html = new StringBuilder();
    Matcher code = CODE.matcher(clean);
    int end = 0;
    while (code.find()) {
      html.append(escaped(clean.substring(end, code.start()))).append(code(code.group(1)));
      end = code.end();
    }
    return html.append(escaped(clean.substring(end))).toString();
  }

  /** A name or a value, set as code. */
  public static String code(String text) {
    String clean = visibleText(text);
    if (clean.isEmpty()) {
      return "(blank)";
    }
    return isPlain(clean) ? "{@code " + clean + "}" : "<code>" + escaped(clean) + "</code>";
  }

  /** An address, as the value of an HTML attribute in double quotes. */
  public static String url(URI address) {
    return address.toASCIIString().replace("*/", "%2A/").replace("&", "&amp;");
  }

  /** Whether it may stand in an inline code tag as it is. */
  private static boolean isPlain(String text) {
    int open = 0;
    for (int i = 0; i < text.length() && open >= 0; i++) {
      open += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
    }
    return open == 0 && !NOT_PLAIN.matcher(text).find();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("{", "&#123;")
        .replace("}", "&#125;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;")
        .replace("/*", "/&#42;");
  }

  /** Without what cannot be seen, such as marks that turn the direction of the text. */
  private static String visibleText(String text) {
    StringBuilder visible = new StringBuilder();
    text.strip()
        .codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .filter(VisibleCharacters::isVisible)
        .forEach(visible::appendCodePoint);
    return visible.toString().replaceAll(" +", " ");
  }
}
