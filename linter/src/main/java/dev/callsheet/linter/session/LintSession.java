package dev.callsheet.linter.session;

import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.LintRunner;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.baseline.FilterFileException;
import dev.callsheet.linter.baseline.FindingFilter;
import dev.callsheet.linter.baseline.FindingFilter.FilterOptions;
import dev.callsheet.linter.coverage.Coverage;
import dev.callsheet.linter.coverage.CoverageJsonReport;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.fix.Fixer;
import dev.callsheet.linter.report.LintSummary;
import dev.callsheet.linter.report.ReportingSink;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.internal.file.OutputConflicts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lints with one set of settings. A run goes through these steps:
 *
 * <ol>
 *   <li>make unambiguous repairs in the files, if asked to;
 *   <li>open the reports, and read the files that list known findings;
 *   <li>lint all inputs: each finding passes the listener and the filters, is counted, and is
 *       written to every report at once;
 *   <li>report entries of the filter files that hold back nothing any more;
 *   <li>finish the reports, and put those in files in their places;
 *   <li>write the baseline and the coverage, if asked to.
 * </ol>
 */
public final class LintSession {
  private final LintSettings settings;
  private final Linter linter;

  /** Lints with these settings. */
  public LintSession(LintSettings settings) {
    this.settings = settings;
    this.linter = newLinter();
  }

  /**
   * Lints one document in memory. Only the catalogue and the interpretation matter: nothing is
   * filtered or reported.
   *
   * @param name of the file, for the findings
   * @param content UTF-8, or UTF-16 with a byte order mark
   */
  public LintResult lint(String name, byte[] content) {
    return linter.lint(name, content);
  }

  /** Whether a finding is severe enough to make a run fail. */
  public boolean isFailure(Finding finding) {
    return finding.severity().isAtLeast(settings.failOn());
  }

  /**
   * Runs over all inputs. One that cannot be read does not keep the others from being linted.
   *
   * @param inputs files, streams, and inputs known to be unreadable, in the order of the reports
   * @throws IllegalArgumentException when files are to be fixed and an input is a stream
   * @throws FilterFileException when a baseline or a file of suppressions is wrong
   * @throws IOException when one of these cannot be read, or a report, the coverage or the baseline
   *     cannot be written, or would be written over an input or another output; the message names
   *     the file
   */
  public LintSessionResult run(List<? extends LintInput> inputs, LintListener listener)
      throws FilterFileException, IOException {
    requireSeparateFiles(inputs);
    boolean allFixed = !settings.fixes() || fix(inputs, listener);
    Coverage coverage = settings.coverage() ? new Coverage() : null;
    Linter runLinter = newLinter();
    try (OpenReports reports = new OpenReports(settings)) {
      ReportingSink reporting = new ReportingSink(reports.reports(), settings.maxFindings());
      FindingFilter filter = openFilter(reporting);
      try {
        new LintRunner(runLinter, settings.jobs())
            .run(inputs, listener.observe(filter.sink()), coverage);
      } finally {
        listener.onInputsDone();
      }
      filter.reportStaleEntries();
      LintSummary summary = reporting.finish();
      reports.finish();
      saveBaseline(filter);
      writeCoverage(coverage);
      return new LintSessionResult(
          status(reporting, allFixed),
          summary,
          filter.summaryLines(),
          runLinter.findingsWithoutRepairs(),
          runLinter.tasksNotCompared(),
          coverage);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** A linter of its own for each run, since what may be tried to find repairs is limited. */
  private Linter newLinter() {
    return new Linter(settings.catalogue(), settings.interpretation(), settings.clock());
  }

  /** Makes repairs in the files; false when a file could not be fixed. */
  private boolean fix(List<? extends LintInput> inputs, LintListener listener) {
    if (inputs.stream().anyMatch(LintInput.OfStream.class::isInstance)) {
      throw new IllegalArgumentException("a stream cannot be fixed");
    }
    Linter fixLinter = newLinter();
    Fixer fixer = new Fixer(fixLinter);
    boolean allFixed = true;
    for (LintInput input : inputs) {
      if (input instanceof LintInput.OfFile file) {
        try {
          fixer.fix(file.name(), file.file()).forEach(listener::onFixed);
        } catch (IOException e) {
          listener.onNotFixed(new UnreadableInput(file.name(), FileErrors.reason(e)));
          allFixed = false;
        }
      }
    }
    if (fixLinter.findingsWithoutRepairs() > 0) {
      listener.onFixesOmitted();
    }
    return allFixed;
  }

  private FindingFilter openFilter(ReportingSink reporting)
      throws FilterFileException, IOException {
    try {
      return new FindingFilter(reporting, settings.filter(), settings.catalogue());
    } catch (IOException e) {
      throw new IOException(
          "the baseline or the suppressions could not be read: " + e.getMessage(), e);
    }
  }

  private void saveBaseline(FindingFilter filter) throws IOException {
    try {
      filter.saveBaseline();
    } catch (IOException e) {
      throw new IOException(
          settings.filter().baseline() + ": could not be written: " + FileErrors.reason(e), e);
    }
  }

  private void writeCoverage(@Nullable Coverage coverage) throws IOException {
    Path file = settings.coverageReport();
    if (coverage != null && file != null) {
      CoverageJsonReport.write(coverage, file);
    }
  }

  /** Ensures that nothing is written over an input, and nothing over something else written. */
  private void requireSeparateFiles(List<? extends LintInput> inputs) throws IOException {
    FilterOptions filter = settings.filter();
    List<Path> outputs = new ArrayList<>();
    List<Path> read = new ArrayList<>();
    settings.reports().stream()
        .filter(ReportTarget.ToFile.class::isInstance)
        .forEach(target -> outputs.add(((ReportTarget.ToFile) target).file()));
    addIfAny(settings.coverageReport(), outputs);
    addIfAny(filter.baseline(), filter.updatesBaseline() ? outputs : read);
    addIfAny(filter.suppressions(), read);
    for (LintInput input : inputs) {
      if (input instanceof LintInput.OfFile file) {
        read.add(file.file());
      }
    }
    OutputConflicts.requireNone(outputs, read);
  }

  private static void addIfAny(@Nullable Path file, List<Path> files) {
    if (file != null) {
      files.add(file);
    }
  }

  private LintSessionResult.Status status(ReportingSink reporting, boolean allFixed) {
    LintSummary summary = reporting.summary();
    if (reporting.hasInternalErrors()) {
      return LintSessionResult.Status.INTERNAL_ERROR;
    }
    if (summary.unreadable() > 0 || !allFixed) {
      return LintSessionResult.Status.INCOMPLETE;
    }
    return summary.countAtLeast(settings.failOn()) > 0
        ? LintSessionResult.Status.FAILED
        : LintSessionResult.Status.PASSED;
  }
}
