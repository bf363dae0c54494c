package dev.callsheet.cli.report;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.linter.internal.file.AtomicFileWriter;
import dev.callsheet.linter.report.LintReport;
import dev.callsheet.linter.report.ReportFormat;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reports under way. What is not finished when this is closed is as if it had never begun. */
public final class OpenReports implements AutoCloseable {
  private final Console console;
  private final boolean printsSummary;
  private final ModelCatalogue catalogue;
  private final Severity failOn;
  private final List<LintReport> reports = new ArrayList<>();
  private final List<Writer> streams = new ArrayList<>();
  private final List<AtomicFileWriter> drafts = new ArrayList<>();

  OpenReports(Console console, boolean summarises, ModelCatalogue catalogue, Severity failing) {
    this.console = console;
    this.printsSummary = summarises;
    this.catalogue = catalogue;
    this.failOn = failing;
  }

  /** Begins these reports. */
  OpenReports begin(List<ReportTarget> targets) {
    for (ReportTarget target : targets) {
      Path file = target.file();
      try {
        if (file == null) {
          toStandardOutput(target.format());
        } else {
          toFile(target.format(), file);
        }
      } catch (IOException failed) {
        close();
        throw new UserErrorException(file + ": could not be written: " + failed, failed);
      }
    }
    return this;
  }

  /** The reports, in the order asked for. */
  public List<LintReport> reports() {
    return reports;
  }

  /** Has what was said on standard output so far appear there. */
  public void flush() {
    try {
      for (Writer stream : streams) {
        stream.flush();
      }
    } catch (IOException failed) {
      throw new UserErrorException("a report could not be written: " + failed.getMessage(), failed);
    }
  }

  /** Puts all in their places. */
  public void finish() {
    flush();
    try {
      for (AtomicFileWriter draft : drafts) {
        draft.commit();
      }
    } catch (IOException failed) {
      throw new UserErrorException("a report could not be written: " + failed.getMessage(), failed);
    }
  }

  @Override
  public void close() {
    try {
      for (LintReport report : reports) {
        report.close();
      }
      for (AtomicFileWriter draft : drafts) {
        draft.close();
      }
    } catch (IOException failed) {
      throw new UserErrorException("a report could not be written: " + failed.getMessage(), failed);
    }
  }

  private void toStandardOutput(ReportFormat format) {
    Writer out = new BufferedWriter(console.out());
    streams.add(out);
    reports.add(report(format, out, console.outStyle().colour()));
  }

  private void toFile(ReportFormat format, Path file) throws IOException {
    AtomicFileWriter draft = new AtomicFileWriter(file);
    drafts.add(draft);
    reports.add(report(format, draft.writer(), false));
  }

  private LintReport report(ReportFormat format, Writer out, boolean colour) {
    return format.newReport(
        out, new ReportFormat.TextStyle(colour, printsSummary), catalogue, failOn);
  }
}
