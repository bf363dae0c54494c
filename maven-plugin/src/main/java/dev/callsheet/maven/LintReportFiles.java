package dev.callsheet.maven;

import dev.callsheet.linter.internal.file.AtomicFileWriter;
import dev.callsheet.linter.report.LintReport;
import dev.callsheet.linter.report.ReportFormat;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Reports in files. Those that are not finished when this is closed are not there at all. */
final class LintReportFiles implements Closeable {
  private static final ReportFormat.TextStyle PLAIN = new ReportFormat.TextStyle(false, true);

  private final List<AtomicFileWriter> drafts = new ArrayList<>();
  private final List<LintReport> reports = new ArrayList<>();

  /** A report in a form and where it goes. */
  record ReportTarget(ReportFormat format, Path file) {
    /** Reads the written form, such as {@code sarif=target/lint.sarif}. */
    static ReportTarget of(String text, Path directory) throws MojoExecutionException {
      int equals = text.indexOf('=');
      String word = text.substring(0, Math.max(0, equals));
      String file = text.substring(equals + 1);
      if (equals < 0 || file.isBlank() || ReportFormat.of(word).isEmpty()) {
        throw new MojoExecutionException(
            "<report>"
                + text
                + "</report> is not a report: write a form and a file, as in"
                + " sarif=target/lint.sarif; the forms are "
                + ReportFormat.ids()
                + ".");
      }
      return new ReportTarget(ReportFormat.of(word).orElseThrow(), directory.resolve(file));
    }
  }

  LintReportFiles(List<ReportTarget> targets, ModelCatalogue catalogue, Severity failing)
      throws IOException {
    for (ReportTarget target : targets) {
      AtomicFileWriter draft = new AtomicFileWriter(target.file());
      drafts.add(draft);
      reports.add(target.format().newReport(draft.writer(), PLAIN, catalogue, failing));
    }
  }

  List<LintReport> reports() {
    return reports;
  }

  /** Puts all in their places. */
  void finish() throws IOException {
    for (AtomicFileWriter draft : drafts) {
      draft.commit();
    }
  }

  @Override
  public void close() throws IOException {
    for (LintReport report : reports) {
      report.close();
    }
    for (AtomicFileWriter draft : drafts) {
      draft.close();
    }
  }
}
