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
import java.util.TreeSet;
import java.util.regex.Pattern;

/** {@code callsheet lint} on a file of a million requests, beside the fastest there are. */
public final class LineFileComparison implements BenchmarkComparison {
  private static final int LINES = 1_000_000;
  private static final double SHARE_OF_WRONG = 0.01;
  private static final int ROUNDS = 3;

  @Override
  public ReportSection measure(BenchmarkDirectories workplace)
      throws IOException, InterruptedException {
    Path folder = workplace.folder("lines");
    Path schema = folder.resolve("schema.json");
    Files.writeString(schema, RequestCorpus.schema(RequestCorpus.firstModel()).toString());
    Path file = file(folder, RequestCorpus.read(workplace.root()));
    List<LineValidatorCommand> validators = validators(workplace, folder, file, schema);
    InterleavedRuns race =
        new InterleavedRuns(
            validators.stream().map(LineValidatorCommand::command).toList(), ROUNDS);
    int wrong = requireAgreement(validators);
    return section(race, validators, Files.size(file), wrong);
  }

  private static Path file(Path folder, List<CorpusRequest> samples) throws IOException {
    Path file = folder.resolve("requests-" + LINES + ".jsonl");
    if (!Files.exists(file)) {
      List<CorpusRequest> ours = samples.stream().filter(RequestCorpus::isForFirstModel).toList();
      Path whole = folder.resolve("unfinished.jsonl");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole), 1 << 20)) {
        new RequestLineGenerator(ours, SHARE_OF_WRONG).write(LINES, out);
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

  private static ReportSection section(
      InterleavedRuns race, List<LineValidatorCommand> validators, long bytes, int wrong) {
    MarkdownTable table =
        new MarkdownTable("a million requests", "time", "", "MB/s", "cores busy", "most memory");
    ProcessExecution ours = race.best(validators.get(0).command());
    for (LineValidatorCommand validator : validators) {
      ProcessExecution best = race.best(validator.command());
      table.row(
          validator.command().name(),
          FigureFormat.of(best.seconds(), " s"),
          FigureFormat.times(best.seconds() / ours.seconds()),
          FigureFormat.of(bytes / 1e6 / best.seconds(), ""),
          FigureFormat.of(best.usage().cpuSeconds() / best.seconds(), ""),
          FigureFormat.of(race.peakMegabytes(validator.command()), " MB"));
    }
    return new ReportSection(
        "P3",
        "a million requests in one file",
        String.format(
            "Whole processes on a `.jsonl` file of %,d requests for one model, %.0f MB, of which %,d are wrong; all three"
                + " find the same ones. Callsheet says what is wrong, where, and shows the place; ajv collects all errors"
                + " and says them with pointers; sourcemeta shows the wrong request.",
            LINES, bytes / 1e6, wrong),
        List.of(table),
        List.of(
            PerformanceGoal.atLeast("ajv takes", 5, times(race, validators.get(1), ours), " x"),
            PerformanceGoal.atLeast(
                "sourcemeta takes", 8, times(race, validators.get(2), ours), " x"),
            PerformanceGoal.atMost(
                "memory", 300, race.peakMegabytes(validators.get(0).command()), " MB"),
            PerformanceGoal.atLeast(
                "of two cores", 1.8, ours.usage().cpuSeconds() / ours.seconds(), " busy")));
  }

  private static double times(
      InterleavedRuns race, LineValidatorCommand validator, ProcessExecution ours) {
    return race.best(validator.command()).seconds() / ours.seconds();
  }
}
