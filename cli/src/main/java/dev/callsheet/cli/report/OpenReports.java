package dev.callsheet.cli.report;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.report.DraftFile;
import dev.callsheet.spec.report.Report;
import dev.callsheet.spec.report.ReportFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reports under way. What is not finished when this is closed is as if it had never begun. */
public final class OpenReports implements AutoCloseable {
  private final Console console;
  private final boolean summarises;
  private final Catalogue catalogue;
  private final Severity failing;
  private final List<Report> reports = new ArrayList<>();
  private final List<Writer> streams = new ArrayList<>();
  private final List<DraftFile> drafts = new ArrayList<>();

  OpenReports(Console console, boolean summarises, Catalogue catalogue, Severity failing) {
    this.console = console;
    this.summarises = summarises;
    this.catalogue = catalogue;
    this.failing = failing;
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
        throw new UserMistake(file + ": could not be written: " + failed, failed);
      }
    }
    return this;
  }

  /** The reports, in the order asked for. */
  public List<Report> reports() {
    return reports;
  }

  /** Has what was said on standard output so far appear there. */
  public void flush() {
    try {
      for (Writer stream : streams) {
        stream.flush();
      }
    } catch (IOException failed) {
      throw new UserMistake("a report could not be written: " + failed.getMessage(), failed);
    }
  }

  /** Puts all in their places. */
  public void finish() {
    flush();
    try {
      for (DraftFile draft : drafts) {
        draft.finish();
      }
    } catch (IOException failed) {
      throw new UserMistake("a report could not be written: " + failed.getMessage(), failed);
    }
  }

  @Override
  public void close() {
    try {
      for (Report report : reports) {
        report.close();
      }
      for (DraftFile draft : drafts) {
        draft.close();
      }
    } catch (IOException failed) {
      throw new UserMistake("a report could not be written: " + failed.getMessage(), failed);
    }
  }

  private void toStandardOutput(ReportFormat format) {
    Writer out = new BufferedWriter(console.out());
    streams.add(out);
    reports.add(report(format, out, console.outPalette().colour()));
  }

  private void toFile(ReportFormat format, Path file) throws IOException {
    DraftFile draft = new DraftFile(file);
    drafts.add(draft);
    reports.add(report(format, draft.writer(), false));
  }

  private Report report(ReportFormat format, Writer out, boolean colour) {
    return format.on(out, new ReportFormat.Look(colour, summarises), catalogue, failing);
  }
}
