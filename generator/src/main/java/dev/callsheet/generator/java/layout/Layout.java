package dev.callsheet.generator.java.layout;

/** Lays out a source file as google-java-format would, as far as generated code needs it. */
public final class Layout {
  private Layout() {}

  /** The same code, laid out. */
  public static String of(String source) {
    String folded = Folds.undo(source);
    return ParameterLists.unfold(Fields.together(Comments.onOneLine(folded)));
  }
}
