package dev.callsheet.maven;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.report.DraftFile;
import dev.callsheet.spec.report.Report;
import dev.callsheet.spec.report.ReportFormat;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Reports in files. Those that are not finished when this is closed are not there at all. */
final class LintReports implements Closeable {
  private static final ReportFormat.Look PLAIN = new ReportFormat.Look(false, true);

  private final List<DraftFile> drafts = new ArrayList<>();
  private final List<Report> reports = new ArrayList<>();

  /** A report in a form and where it goes. */
  record Target(ReportFormat format, Path file) {
    /** Reads the written form, such as {@code sarif=target/lint.sarif}. */
    static Target of(String text, Path directory) throws MojoExecutionException {
      int equals = text.indexOf('=');
      String word = text.substring(0, Math.max(0, equals));
      String file = text.substring(equals + 1);
      if (equals < 0 || file.isBlank() || ReportFormat.of(word).isEmpty()) {
        throw new MojoExecutionException(
            "<report>"
                + text
                + "</report> is not a report: write a form and a file, as in"
                + " sarif=target/lint.sarif; the forms are "
                + ReportFormat.words()
                + ".");
      }
      return new Target(ReportFormat.of(word).orElseThrow(), directory.resolve(file));
    }
  }

  LintReports(List<Target> targets, Catalogue catalogue, Severity failing) throws IOException {
    for (Target target : targets) {
      DraftFile draft = new DraftFile(target.file());
      drafts.add(draft);
      reports.add(target.format().on(draft.writer(), PLAIN, catalogue, failing));
    }
  }

  List<Report> reports() {
    return reports;
  }

  /** Puts all in their places. */
  void finish() throws IOException {
    for (DraftFile draft : drafts) {
      draft.finish();
    }
  }

  @Override
  public void close() throws IOException {
    for (Report report : reports) {
      report.close();
    }
    for (DraftFile draft : drafts) {
      draft.close();
    }
  }
}
