package dev.callsheet.linter.report;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A format of reports on requests. */
public enum ReportFormat {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON,
  /** For code hosts and editors. */
  SARIF,
  /** For the log of a GitHub Actions workflow, which turns it into annotations. */
  GITHUB,
  /** For GitLab's merge requests. */
  GITLAB,
  /** For build servers that show test results. */
  JUNIT;

  /** The word for it, such as {@code sarif}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that word, in capitals or not. */
  public static Optional<ReportFormat> of(String word) {
    return Arrays.stream(values())
        .filter(format -> format.id().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The words for all of them, such as {@code text, json, sarif}. */
  public static String ids() {
    return Arrays.stream(values()).map(ReportFormat::id).collect(Collectors.joining(", "));
  }

  /**
   * Starts a report in this format.
   *
   * @param out receives the report; the caller flushes and closes it
   * @param style the style of formats that people read
   * @param catalogue the models whose rules may be broken
   * @param failOn the least severe finding that makes a run fail
   */
  public LintReport newReport(
      Writer out, TextStyle style, ModelCatalogue catalogue, Severity failOn) {
    return switch (this) {
      case TEXT -> new TextReport(out, style);
      case JSON -> new JsonReport(out);
      case SARIF -> new SarifReport(out, catalogue);
      case GITHUB -> new GitHubReport(out, style.hasSummary());
      case GITLAB -> new GitLabReport(out);
      case JUNIT -> new JUnitReport(out, failOn);
    };
  }

  /**
   * The style of a report for people.
   *
   * @param colour whether to use ANSI colours
   * @param hasSummary whether it ends with a summary
   * @param showsNotes whether the text report shows notes, too, instead of only counting them
   * @param showsRepairs whether the text report shows how each finding can be repaired
   */
  public record TextStyle(
      boolean colour, boolean hasSummary, boolean showsNotes, boolean showsRepairs) {
    /** The same without repairs, which take longer than all the rest. */
    public TextStyle(boolean colour, boolean hasSummary, boolean showsNotes) {
      this(colour, hasSummary, showsNotes, false);
    }
  }
}
