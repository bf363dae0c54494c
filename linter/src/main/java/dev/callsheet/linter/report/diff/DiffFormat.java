package dev.callsheet.linter.report.diff;

/** The forms of reports on changes. */
public enum DiffFormat {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON,
  /** For comments on a merge request. */
  MARKDOWN;

  /**
   * The report.
   *
   * @param colour whether a text has ANSI colours
   */
  public DiffReport report(boolean colour) {
    return switch (this) {
      case TEXT -> new DiffTextReport(colour);
      case JSON -> new DiffJsonReport();
      case MARKDOWN -> new DiffMarkdownReport();
    };
  }
}
