package dev.callsheet.generator.internal.java.formatting;

import java.util.List;

/**
 * Puts documentation comments of a single line on one line. JavaPoet writes them on three, and has
 * no option to do otherwise; as most methods of a model have such a comment, its sources would be
 * an eighth longer and show less of a class on a screen (decision record 17).
 */
public final class SingleLineJavadoc {
  private static final int LINE_LENGTH = 100;
  private static final String START = "/**";
  private static final String TEXT = "* ";
  private static final String END = "*/";

  private SingleLineJavadoc() {}

  /** The same source, with every comment on one line that fits there and has no block tag. */
  public static String collapse(String source) {
    List<String> lines = source.lines().toList();
    StringBuilder collapsed = new StringBuilder(source.length());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (i + 2 < lines.size()
          && line.strip().equals(START)
          && lines.get(i + 2).strip().equals(END)) {
        String text = lines.get(i + 1).strip();
        String single = line + text.substring(1) + " " + END;
        boolean isSentence = text.startsWith(TEXT) && !text.startsWith(TEXT + "@");
        if (isSentence && single.length() <= LINE_LENGTH) {
          line = single;
          i += 2;
        }
      }
      collapsed.append(line).append('\n');
    }
    return collapsed.toString();
  }
}
