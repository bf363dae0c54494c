package dev.callsheet.benchmarks.linter;

import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.benchmarks.jmh.JmhRun;
import dev.callsheet.benchmarks.jmh.Measurement;
import dev.callsheet.benchmarks.report.BenchmarkComparison;
import dev.callsheet.benchmarks.report.FigureFormat;
import dev.callsheet.benchmarks.report.MarkdownTable;
import dev.callsheet.benchmarks.report.PerformanceGoal;
import dev.callsheet.benchmarks.report.ReportSection;
import java.util.List;

/** The linter on wrong requests, beside right ones. */
public final class WrongRequestComparison implements BenchmarkComparison {
  private static final String LINE = "line";
  private static final String DOCUMENT = "document";

  @Override
  public ReportSection measure(BenchmarkDirectories workplace) {
    JmhRun jmh = new JmhRun(workplace, WrongRequestBenchmark.class);
    MarkdownTable table =
        new MarkdownTable("one request", "a line", "", "allocated", "a document", "", "allocated");
    for (RequestReport report : RequestReport.values()) {
      Measurement line = jmh.measurementOf(LINE, report.name());
      Measurement document = jmh.measurementOf(DOCUMENT, report.name());
      table.row(
          report.description(),
          micros(line),
          FigureFormat.times(line.nanos() / right(jmh, LINE)),
          FigureFormat.of(line.bytes(), " B"),
          micros(document),
          FigureFormat.times(document.nanos() / right(jmh, DOCUMENT)),
          FigureFormat.of(document.bytes(), " B"));
    }
    return new ReportSection(
        "P2w",
        "a wrong request",
        String.format(
            "As in P2, on one core, but all requests are wrong: %d lines of about 830 bytes for one model, or the documents"
                + " of `tests/requests`. A finding has its place, its excerpt, in which no secret can be read, and its"
                + " message. JSON and SARIF have repairs, which are tried on the request; each run has the budget for them"
                + " that one run of the command has. Reports are written to nowhere.",
            WrongRequestBenchmark.LINES),
        List.of(table),
        List.of(
            goal("a wrong line, without a report", 20, LINE, jmh),
            goal("a wrong document, without a report", 10, DOCUMENT, jmh)));
  }

  private static PerformanceGoal goal(String what, double micros, String contender, JmhRun jmh) {
    Measurement measured = jmh.measurementOf(contender, RequestReport.FINDINGS.name());
    return PerformanceGoal.atMost(what, micros, measured.nanos() / 1000, " µs");
  }

  private static double right(JmhRun jmh, String contender) {
    return jmh.measurementOf(contender, RequestReport.RIGHT.name()).nanos();
  }

  private static String micros(Measurement measured) {
    return FigureFormat.of(measured.nanos() / 1000, " µs");
  }
}
