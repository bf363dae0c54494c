package dev.callsheet.benchmarks.linter;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.report.ReportFormat;
import dev.callsheet.linter.report.ReportFormat.TextStyle;
import dev.callsheet.linter.report.ReportingSink;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What wrong requests are measured with: which requests, and what is made of their findings. */
public enum RequestReport {
  /** Right requests, for comparison. */
  RIGHT("right, for comparison", null),
  /** Findings, and no report of them. */
  FINDINGS("wrong: findings with their places", null),
  /** A report for people, which has no repairs unless they are asked for. */
  TEXT("and the report as text, without repairs", ReportFormat.TEXT),
  /** A report for programs, with repairs. */
  JSON("or as JSON, with repairs", ReportFormat.JSON),
  /** A report for code hosts, with repairs. */
  SARIF("or as SARIF, with repairs", ReportFormat.SARIF);

  private final String description;
  private final @Nullable ReportFormat format;

  RequestReport(String description, @Nullable ReportFormat format) {
    this.description = description;
    this.format = format;
  }

  /** What the table says. */
  String description() {
    return description;
  }

  /** Writes the findings of one file as they would be in a report, to nowhere. */
  long write(List<Finding> findings) {
    if (format == null) {
      return findings.size();
    }
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8));
    TextStyle style = new TextStyle(false, true, false);
    ReportingSink sink =
        new ReportingSink(
            List.of(format.newReport(out, style, ModelCatalogue.bundled(), Severity.ERROR)));
    findings.forEach(sink::onFinding);
    return sink.finish().errors();
  }
}
