package dev.callsheet.benchmarks.linter;

import dev.callsheet.benchmarks.corpus.CorpusRequest;
import dev.callsheet.benchmarks.corpus.RequestCorpus;
import dev.callsheet.benchmarks.corpus.RequestSelection;
import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.benchmarks.jmh.JmhRun;
import dev.callsheet.benchmarks.jmh.Measurement;
import dev.callsheet.benchmarks.report.BenchmarkComparison;
import dev.callsheet.benchmarks.report.DisagreementException;
import dev.callsheet.benchmarks.report.FigureFormat;
import dev.callsheet.benchmarks.report.MarkdownTable;
import dev.callsheet.benchmarks.report.PerformanceGoal;
import dev.callsheet.benchmarks.report.ReportSection;
import dev.callsheet.benchmarks.validator.BenchmarkValidator;
import dev.callsheet.benchmarks.validator.CallsheetValidator;
import dev.callsheet.benchmarks.validator.HarrelValidator;
import dev.callsheet.benchmarks.validator.NetworkntValidator;
import dev.callsheet.benchmarks.validator.SkemaValidator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The linter beside validators of JSON Schema, and beside mere reading. */
public final class LinterComparison implements BenchmarkComparison {
  private static final Map<String, String> CONTENDERS = new LinkedHashMap<>();

  static {
    CONTENDERS.put("tokens", "Jackson's bare tokenisation: the limit");
    CONTENDERS.put("callsheet", "callsheet lint's engine");
    CONTENDERS.put("networknt", "networknt");
    CONTENDERS.put("harrel", "dev.harrel json-schema");
    CONTENDERS.put("skema", "json-sKema");
  }

  @Override
  public ReportSection measure(BenchmarkDirectories workplace) {
    List<CorpusRequest> samples = RequestCorpus.read(workplace.root());
    requireAgreement(samples);
    JmhRun documents = new JmhRun(workplace, DocumentBenchmark.class);
    JmhRun lines = new JmhRun(workplace, LinesBenchmark.class);
    String valid = RequestSelection.VALID.name();
    return new ReportSection(
        "P2",
        "a request that is bytes, judged",
        String.format(
            "From UTF-8 to findings with positions, on one core. `valid` are the %d requests of `tests/requests` that are"
                + " right, for all models, each a document of its own; `mixed` are these and the %d wrong ones, which get"
                + " their findings with line, column and excerpt (the others give pointers only). `lines` are %d requests"
                + " of about 830 bytes for one model in a `.jsonl` file, none of them or one in a hundred wrong.",
            samples.stream().filter(CorpusRequest::valid).count(),
            samples.stream().filter(sample -> !sample.valid()).count(),
            LinesBenchmark.LINES),
        List.of(documents(documents), lines(lines)),
        List.of(
            PerformanceGoal.atMost(
                "a line, of the limit", 1.25, ratio(lines, "callsheet", "0"), " x"),
            PerformanceGoal.atMost(
                "a document, of the limit", 1.4, ratio(documents, "callsheet", valid), " x"),
            PerformanceGoal.atLeast(
                "networknt takes, for a document",
                15,
                documents.measurementOf("networknt", valid).nanos()
                    / documents.measurementOf("callsheet", valid).nanos(),
                " x")));
  }

  static void requireAgreement(List<CorpusRequest> samples) {
    List<BenchmarkValidator> validators =
        List.of(
            new CallsheetValidator(),
            new NetworkntValidator(),
            new HarrelValidator(),
            new SkemaValidator());
    for (CorpusRequest sample : samples) {
      for (BenchmarkValidator validator : validators) {
        if (validator.isValid(sample.bytes()) != sample.valid()) {
          throw new DisagreementException(
              validator.getClass().getSimpleName() + " errs about " + sample);
        }
      }
    }
  }

  private static MarkdownTable documents(JmhRun jmh) {
    MarkdownTable table =
        new MarkdownTable("one document", "valid", "", "allocated", "mixed", "", "allocated");
    CONTENDERS.forEach(
        (contender, name) -> {
          Measurement valid = jmh.measurementOf(contender, RequestSelection.VALID.name());
          Measurement mixed = jmh.measurementOf(contender, RequestSelection.MIXED.name());
          table.row(
              name,
              FigureFormat.of(valid.nanos(), " ns"),
              FigureFormat.times(ratio(jmh, contender, RequestSelection.VALID.name())),
              FigureFormat.of(valid.bytes(), " B"),
              FigureFormat.of(mixed.nanos(), " ns"),
              FigureFormat.times(ratio(jmh, contender, RequestSelection.MIXED.name())),
              FigureFormat.of(mixed.bytes(), " B"));
        });
    return table;
  }

  private static MarkdownTable lines(JmhRun jmh) {
    MarkdownTable table =
        new MarkdownTable("one line", "none wrong", "", "allocated", "1 % wrong", "", "allocated");
    for (String contender : List.of("tokens", "callsheet")) {
      Measurement right = jmh.measurementOf(contender, "0");
      Measurement wrong = jmh.measurementOf(contender, "0.01");
      table.row(
          CONTENDERS.getOrDefault(contender, contender),
          FigureFormat.of(right.nanos(), " ns"),
          FigureFormat.times(ratio(jmh, contender, "0")),
          FigureFormat.of(right.bytes(), " B"),
          FigureFormat.of(wrong.nanos(), " ns"),
          FigureFormat.times(ratio(jmh, contender, "0.01")),
          FigureFormat.of(wrong.bytes(), " B"));
    }
    return table;
  }

  /** Of the limit. */
  private static double ratio(JmhRun jmh, String contender, String parameter) {
    return jmh.measurementOf(contender, parameter).nanos()
        / jmh.measurementOf("tokens", parameter).nanos();
  }
}
