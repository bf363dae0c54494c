package dev.callsheet.generator.internal.java.formatting;

import java.util.HexFormat;

/**
 * Source in which every character that is not ASCII is written as an escape, so that it compiles to
 * the same in whatever encoding a build reads its sources: {@code javac} undoes the escapes before
 * it looks at anything else, in texts, names and comments alike.
 */
public final class AsciiSource {
  private AsciiSource() {}

  /** The same source in ASCII. */
  public static String of(String source) {
    StringBuilder ascii = new StringBuilder(source.length());
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c < 0x80) {
        ascii.append(c);
      } else {
        ascii.append("\\u").append(HexFormat.of().toHexDigits(c));
      }
    }
    return ascii.toString();
  }
}
