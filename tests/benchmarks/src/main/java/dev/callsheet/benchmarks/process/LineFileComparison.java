package dev.callsheet.benchmarks.process;

import dev.callsheet.benchmarks.corpus.CorpusRequest;
import dev.callsheet.benchmarks.corpus.RequestCorpus;
import dev.callsheet.benchmarks.corpus.RequestLineGenerator;
import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.benchmarks.report.BenchmarkComparison;
import dev.callsheet.benchmarks.report.DisagreementException;
import dev.callsheet.benchmarks.report.FigureFormat;
import dev.callsheet.benchmarks.report.MarkdownTable;
import dev.callsheet.benchmarks.report.PerformanceGoal;
import dev.callsheet.benchmarks.report.ReportSection;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * {@code callsheet lint} on a file of a million requests, beside the fastest there are. {@code
 * -Dcallsheet.benchmarks.lines=20000} tries it with fewer.
 */
public final class LineFileComparison implements BenchmarkComparison {
  private static final int LINES = Integer.getInteger("callsheet.benchmarks.lines", 1_000_000);

  /** A file, in percent of wrong lines, and how many of the contenders take turns how often. */
  private record Race(int percent, int contenders, int rounds) {}

  private static final Race FEW_WRONG = new Race(1, 3, 3);
  private static final Race MANY_WRONG = new Race(10, 2, 2);

  /** What came of a race. */
  private record Outcome(
      InterleavedRuns runs, List<LineValidatorCommand> validators, long bytes, int wrong) {
    ProcessExecution best(int contender) {
      return runs.best(validators.get(contender).command());
    }

    double times(int contender) {
      return best(contender).seconds() / best(0).seconds();
    }

    double megabytes() {
      return runs.peakMegabytes(validators.get(0).command());
    }
  }

  @Override
  public ReportSection measure(BenchmarkDirectories workplace)
      throws IOException, InterruptedException {
    Outcome few = run(FEW_WRONG, workplace);
    Outcome many = run(MANY_WRONG, workplace);
    double further =
        (many.best(0).usage().cpuSeconds() - few.best(0).usage().cpuSeconds())
            / (many.wrong() - few.wrong());
    return new ReportSection(
        "P3",
        "a million requests in one file",
        String.format(
            Locale.ROOT,
            "Whole processes on `.jsonl` files of %,d requests for one model: one of %.0f MB, of which %,d are wrong, and"
                + " one of which %,d are; all find the same ones. Callsheet says what is wrong, where, and shows the place;"
                + " ajv collects all errors and says them with pointers; sourcemeta shows the wrong request. Each further"
                + " wrong request takes Callsheet %s of processor time, its part of the report included.",
            LINES,
            few.bytes() / 1e6,
            few.wrong(),
            many.wrong(),
            FigureFormat.of(1e6 * further, " µs")),
        List.of(table(FEW_WRONG, few), table(MANY_WRONG, many)),
        List.of(
            PerformanceGoal.atLeast("ajv takes, at 1 %", 8, few.times(1), " x"),
            PerformanceGoal.atLeast("sourcemeta takes, at 1 %", 10, few.times(2), " x"),
            PerformanceGoal.atLeast("ajv takes, at 10 %", 5, many.times(1), " x"),
            PerformanceGoal.atMost(
                "memory", 300, Math.max(few.megabytes(), many.megabytes()), " MB"),
            PerformanceGoal.atLeast(
                "of two cores, at 1 %",
                1.8, few.best(0).usage().cpuSeconds() / few.best(0).seconds(), " busy")));
  }

  private static Outcome run(Race race, BenchmarkDirectories workplace)
      throws IOException, InterruptedException {
    Path folder = workplace.folder("lines");
    Path schema = folder.resolve("schema.json");
    Files.writeString(schema, RequestCorpus.schema(RequestCorpus.firstModel()).toString());
    Path file = file(folder, RequestCorpus.read(workplace.root()), race.percent());
    List<LineValidatorCommand> validators =
        validators(workplace, folder, file, schema).subList(0, race.contenders());
    InterleavedRuns runs =
        new InterleavedRuns(
            validators.stream().map(LineValidatorCommand::command).toList(), race.rounds());
    return new Outcome(runs, validators, Files.size(file), requireAgreement(validators));
  }

  private static Path file(Path folder, List<CorpusRequest> samples, int percent)
      throws IOException {
    Path file = folder.resolve("requests-" + LINES + "-" + percent + ".jsonl");
    if (!Files.exists(file)) {
      List<CorpusRequest> ours = samples.stream().filter(RequestCorpus::isForFirstModel).toList();
      Path whole = folder.resolve("unfinished.jsonl");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole), 1 << 20)) {
        new RequestLineGenerator(ours, percent / 100.0).write(LINES, out);
      }
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private static List<LineValidatorCommand> validators(
      BenchmarkDirectories workplace, Path folder, Path file, Path schema) {
    String name = file.getFileName().toString();
    return List.of(
        new LineValidatorCommand(
            new BenchmarkCommand(
                "`callsheet lint`",
                List.of(workplace.callsheet(), "lint", name),
                folder,
                folder.resolve("callsheet.txt")),
            Pattern.compile(Pattern.quote(name) + ":(\\d+):\\d+: error: ")),
        new LineValidatorCommand(
            new BenchmarkCommand(
                "ajv 8, compiled, in Node.js",
                List.of(
                    "node",
                    workplace.npm("ajv-lines.mjs").toString(),
                    schema.toString(),
                    file.toString()),
                folder,
                folder.resolve("ajv.txt")),
            Pattern.compile(Pattern.quote(file.toString()) + ":(\\d+): ")),
        new LineValidatorCommand(
            new BenchmarkCommand(
                "`jsonschema validate --fast` of sourcemeta",
                List.of(
                    workplace.npm("node_modules/.bin/jsonschema").toString(),
                    "validate",
                    "--fast",
                    "--format-assertion",
                    "--continue",
                    schema.toString(),
                    file.toString()),
                folder,
                folder.resolve("sourcemeta.txt")),
            Pattern.compile("fail: .*\\(entry #(\\d+)\\)")));
  }

  private static int requireAgreement(List<LineValidatorCommand> validators) throws IOException {
    TreeSet<Integer> ours = validators.get(0).invalidLines();
    for (LineValidatorCommand validator : validators) {
      if (!validator.invalidLines().equals(ours) || ours.isEmpty()) {
        throw new DisagreementException(
            validator.command().name()
                + " finds "
                + validator.invalidLines().size()
                + " lines wrong, Callsheet "
                + ours.size());
      }
    }
    return ours.size();
  }

  private static MarkdownTable table(Race race, Outcome outcome) {
    MarkdownTable table =
        new MarkdownTable(
            race.percent() + " % wrong", "time", "", "MB/s", "cores busy", "most memory");
    for (int i = 0; i < outcome.validators().size(); i++) {
      ProcessExecution best = outcome.best(i);
      BenchmarkCommand command = outcome.validators().get(i).command();
      table.row(
          command.name(),
          FigureFormat.of(best.seconds(), " s"),
          FigureFormat.times(outcome.times(i)),
          FigureFormat.of(outcome.bytes() / 1e6 / best.seconds(), ""),
          FigureFormat.of(best.usage().cpuSeconds() / best.seconds(), ""),
          FigureFormat.of(outcome.runs().peakMegabytes(command), " MB"));
    }
    return table;
  }
}
