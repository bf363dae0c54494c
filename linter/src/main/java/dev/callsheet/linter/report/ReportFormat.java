package dev.callsheet.linter.report;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A form of report on requests. */
public enum ReportFormat {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON,
  /** For code hosts and editors. */
  SARIF,
  /** For the log of a GitHub Actions workflow, which turns it into annotations. */
  GITHUB,
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
   * Begins a report in this form.
   *
   * @param out where to; flushed by whoever opened it
   * @param look how it is to look where people read it
   * @param catalogue whose rules can be broken
   * @param failing the least grave finding that makes the run one that failed
   */
  public LintReport newReport(
      Writer out, TextStyle look, ModelCatalogue catalogue, Severity failing) {
    return switch (this) {
      case TEXT -> new TextReport(out, look.colour(), look.hasSummary());
      case JSON -> new JsonReport(out);
      case SARIF -> new SarifReport(out, catalogue);
      case GITHUB -> new GitHubReport(out, look.hasSummary());
      case JUNIT -> new JUnitReport(out, failing);
    };
  }

  /**
   * How a report for people looks.
   *
   * @param hasSummary whether it ends with a summary
   */
  public record TextStyle(boolean colour, boolean hasSummary) {}
}
