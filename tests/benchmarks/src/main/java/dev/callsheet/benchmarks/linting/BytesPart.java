package dev.callsheet.benchmarks.linting;

import dev.callsheet.benchmarks.corpus.Choice;
import dev.callsheet.benchmarks.corpus.Corpus;
import dev.callsheet.benchmarks.corpus.Sample;
import dev.callsheet.benchmarks.judging.CallsheetJudge;
import dev.callsheet.benchmarks.judging.HarrelJudge;
import dev.callsheet.benchmarks.judging.Judge;
import dev.callsheet.benchmarks.judging.NetworkntJudge;
import dev.callsheet.benchmarks.judging.SkemaJudge;
import dev.callsheet.benchmarks.measured.Jmh;
import dev.callsheet.benchmarks.measured.Measurement;
import dev.callsheet.benchmarks.process.Workplace;
import dev.callsheet.benchmarks.report.Disagreement;
import dev.callsheet.benchmarks.report.Figures;
import dev.callsheet.benchmarks.report.Goal;
import dev.callsheet.benchmarks.report.Part;
import dev.callsheet.benchmarks.report.Section;
import dev.callsheet.benchmarks.report.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The linter beside validators of JSON Schema, and beside mere reading. */
public final class BytesPart implements Part {
  private static final Map<String, String> CONTENDERS = new LinkedHashMap<>();

  static {
    CONTENDERS.put("tokens", "Jackson's bare tokenisation: the limit");
    CONTENDERS.put("callsheet", "callsheet lint's engine");
    CONTENDERS.put("networknt", "networknt");
    CONTENDERS.put("harrel", "dev.harrel json-schema");
    CONTENDERS.put("skema", "json-sKema");
  }

  @Override
  public Section measure(Workplace workplace) {
    List<Sample> samples = Corpus.read(workplace.root());
    requireAgreement(samples);
    Jmh documents = new Jmh(workplace, DocumentBenchmark.class);
    Jmh lines = new Jmh(workplace, LinesBenchmark.class);
    String valid = Choice.VALID.name();
    return new Section(
        "P2",
        "a request that is bytes, judged",
        String.format(
            "From UTF-8 to a verdict with places, on one core. `valid` are the %d requests of `tests/requests` that are"
                + " right, for all models, each a document of its own; `mixed` are these and the %d wrong ones, which get"
                + " their findings with line, column and excerpt (the others give pointers only). `lines` are %d requests"
                + " of about 830 bytes for one model in a `.jsonl` file, none of them or one in a hundred wrong.",
            samples.stream().filter(Sample::right).count(),
            samples.stream().filter(sample -> !sample.right()).count(),
            LinesBenchmark.LINES),
        List.of(documents(documents), lines(lines)),
        List.of(
            Goal.atMost("a line, of the limit", 1.25, ratio(lines, "callsheet", "0"), " x"),
            Goal.atMost(
                "a document, of the limit", 1.25, ratio(documents, "callsheet", valid), " x"),
            Goal.atLeast(
                "networknt takes, for a document",
                5,
                documents.of("networknt", valid).nanos() / documents.of("callsheet", valid).nanos(),
                " x")));
  }

  static void requireAgreement(List<Sample> samples) {
    List<Judge> judges =
        List.of(new CallsheetJudge(), new NetworkntJudge(), new HarrelJudge(), new SkemaJudge());
    for (Sample sample : samples) {
      for (Judge judge : judges) {
        if (judge.accepts(sample.bytes()) != sample.right()) {
          throw new Disagreement(judge.getClass().getSimpleName() + " errs about " + sample);
        }
      }
    }
  }

  private static Table documents(Jmh jmh) {
    Table table = new Table("one document", "valid", "", "allocated", "mixed", "", "allocated");
    CONTENDERS.forEach(
        (contender, name) -> {
          Measurement valid = jmh.of(contender, Choice.VALID.name());
          Measurement mixed = jmh.of(contender, Choice.MIXED.name());
          table.row(
              name,
              Figures.of(valid.nanos(), " ns"),
              Figures.times(ratio(jmh, contender, Choice.VALID.name())),
              Figures.of(valid.bytes(), " B"),
              Figures.of(mixed.nanos(), " ns"),
              Figures.times(ratio(jmh, contender, Choice.MIXED.name())),
              Figures.of(mixed.bytes(), " B"));
        });
    return table;
  }

  private static Table lines(Jmh jmh) {
    Table table =
        new Table("one line", "none wrong", "", "allocated", "1 % wrong", "", "allocated");
    for (String contender : List.of("tokens", "callsheet")) {
      Measurement right = jmh.of(contender, "0");
      Measurement wrong = jmh.of(contender, "0.01");
      table.row(
          CONTENDERS.getOrDefault(contender, contender),
          Figures.of(right.nanos(), " ns"),
          Figures.times(ratio(jmh, contender, "0")),
          Figures.of(right.bytes(), " B"),
          Figures.of(wrong.nanos(), " ns"),
          Figures.times(ratio(jmh, contender, "0.01")),
          Figures.of(wrong.bytes(), " B"));
    }
    return table;
  }

  /** Of the limit. */
  private static double ratio(Jmh jmh, String contender, String parameter) {
    return jmh.of(contender, parameter).nanos() / jmh.of("tokens", parameter).nanos();
  }
}
