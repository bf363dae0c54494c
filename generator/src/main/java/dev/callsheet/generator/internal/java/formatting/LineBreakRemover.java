package dev.callsheet.generator.internal.java.formatting;

import java.util.regex.Pattern;

/** Undoes line breaks of JavaPoet's where nobody would write them. */
final class LineBreakRemover {
  /** An annotation with a single member. */
  private static final Pattern ANNOTATION =
      Pattern.compile("(?m)^( *@\\w+)\\(\n *(\\w+ = [^\n{]+)\n *\\)$");

  /** A body with nothing in it. */
  private static final Pattern EMPTY = Pattern.compile("\\{\n *}");

  private static final Pattern TRAILING_SPACES = Pattern.compile("(?m) +$");

  private LineBreakRemover() {}

  static String removeFrom(String source) {
    String annotated = ANNOTATION.matcher(source).replaceAll("$1($2)");
    String emptied = EMPTY.matcher(annotated).replaceAll("{}");
    return TRAILING_SPACES.matcher(emptied).replaceAll("");
  }
}
