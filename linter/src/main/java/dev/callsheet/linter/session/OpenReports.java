package dev.callsheet.linter.session;

import dev.callsheet.linter.internal.file.ReportFile;
import dev.callsheet.linter.report.LintReport;
import dev.callsheet.spec.internal.file.FileErrors;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** The reports of a run. Those in files appear when they are finished, all at the end. */
final class OpenReports implements Closeable {
  private final LintSettings settings;
  private final List<LintReport> reports = new ArrayList<>();
  private final List<Writer> writers = new ArrayList<>();
  private final List<ReportFile> files = new ArrayList<>();

  OpenReports(LintSettings settings) throws IOException {
    this.settings = settings;
    try {
      for (ReportTarget target : settings.reports()) {
        reports.add(open(target));
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  List<LintReport> reports() {
    return reports;
  }

  /** Flushes the writers, and puts the files in their places. */
  void finish() throws IOException {
    try {
      for (Writer writer : writers) {
        writer.flush();
      }
    } catch (IOException e) {
      throw new IOException("a report could not be written: " + FileErrors.reason(e), e);
    }
    for (ReportFile file : files) {
      file.commit();
    }
  }

  @Override
  public void close() throws IOException {
    for (LintReport report : reports) {
      report.close();
    }
    for (ReportFile file : files) {
      file.close();
    }
  }

  private LintReport open(ReportTarget target) throws IOException {
    if (target instanceof ReportTarget.ToFile to) {
      ReportFile file = new ReportFile(to.file());
      files.add(file);
      return to.format()
          .newReport(file.writer(), to.style(), settings.catalogue(), settings.failOn());
    }
    if (target instanceof ReportTarget.ToWriter to) {
      writers.add(to.out());
      return to.format().newReport(to.out(), to.style(), settings.catalogue(), settings.failOn());
    }
    return ((ReportTarget.Custom) target).report();
  }
}
