package dev.callsheet.linter.report;

import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.internal.file.FileErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.exc.JacksonIOException;

/** The end of the chain of sinks: counts the findings of a run, and writes them to reports. */
public final class ReportingSink implements LintSink {
  private final List<? extends LintReport> reports;
  private final long maxFindings;
  private int files;
  private long requests;
  private long errors;
  private long warnings;
  private long notes;
  private long omitted;
  private int unreadable;
  private boolean hasInternalErrors;

  /**
   * Writes these reports.
   *
   * @param limit how many findings they show; more are only counted
   */
  public ReportingSink(List<? extends LintReport> reports, long limit) {
    this.reports = List.copyOf(reports);
    this.maxFindings = limit;
  }

  /** Writes these reports with all findings. */
  public ReportingSink(List<? extends LintReport> reports) {
    this(reports, Long.MAX_VALUE);
  }

  @Override
  public void onFinding(Finding finding) {
    hasInternalErrors |= finding.violation().problem() instanceof Problem.NotValidated;
    if (countUpTo(finding.severity()) <= maxFindings) {
      write(report -> report.writeFinding(finding));
    } else {
      omitted++;
    }
  }

  @Override
  public void onInputLinted(String name, long count) {
    files++;
    requests += count;
    write(report -> report.finishInput(name, count));
  }

  @Override
  public void onUnreadableInput(UnreadableInput input) {
    unreadable++;
    hasInternalErrors |= input.isInternalError();
    write(report -> report.writeUnreadable(input));
  }

  /** Finishes the reports; nothing may follow. */
  public LintSummary finish() {
    LintSummary summary = summary();
    write(report -> report.finish(summary));
    return summary;
  }

  /** Whether something was not validated because of a fault of the linter's own. */
  public boolean hasInternalErrors() {
    return hasInternalErrors;
  }

  /** The counts so far. */
  public LintSummary summary() {
    return new LintSummary(files, requests, errors, warnings, notes, omitted, unreadable);
  }

  /** Counts a finding, and says how many there are now; a note takes no room of graver ones. */
  private long countUpTo(Severity severity) {
    return switch (severity) {
      case ERROR -> ++errors + warnings;
      case WARNING -> errors + ++warnings;
      case NOTE -> errors + warnings + ++notes;
    };
  }

  private void write(ReportAction writing) {
    try {
      for (LintReport report : reports) {
        writing.applyTo(report);
      }
    } catch (IOException e) {
      throw failed(e);
    } catch (JacksonIOException e) {
      throw failed(Objects.requireNonNull(e.getCause()));
    }
  }

  private static UncheckedIOException failed(IOException cause) {
    return new UncheckedIOException(
        "a report could not be written: " + FileErrors.reason(cause), cause);
  }

  private interface ReportAction {
    void applyTo(LintReport report) throws IOException;
  }
}
