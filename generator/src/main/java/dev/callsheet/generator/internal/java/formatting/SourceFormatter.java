package dev.callsheet.generator.internal.java.formatting;

/** Lays out a source file as google-java-format would, as far as generated code needs it. */
public final class SourceFormatter {
  private SourceFormatter() {}

  /** The same code, laid out. */
  public static String format(String source) {
    String folded = LineBreakRemover.removeFrom(source);
    return ParameterListWrapper.wrap(
        FieldSpacing.removeBlankLines(SingleLineJavadoc.collapse(folded)));
  }
}
