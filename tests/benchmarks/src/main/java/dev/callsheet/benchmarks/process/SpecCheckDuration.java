package dev.callsheet.benchmarks.process;

import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.benchmarks.report.BenchmarkComparison;
import dev.callsheet.benchmarks.report.DisagreementException;
import dev.callsheet.benchmarks.report.FigureFormat;
import dev.callsheet.benchmarks.report.MarkdownTable;
import dev.callsheet.benchmarks.report.PerformanceGoal;
import dev.callsheet.benchmarks.report.ReportSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code callsheet check}: of one model, of a large catalogue, and of a spec made to hurt. */
public final class SpecCheckDuration implements BenchmarkComparison {
  private static final int ROUNDS = 3;
  private static final int HOLES = 10;
  private static final String MODEL = "spec/models/klingai/kling-video-3-0-omni-pro.yaml";

  @Override
  public ReportSection measure(BenchmarkDirectories workplace)
      throws IOException, InterruptedException {
    Path folder = workplace.folder("check");
    Path pigeons = Files.writeString(folder.resolve("pigeons.yaml"), pigeonhole());
    ReplicatedModels models = ReplicatedModels.make(workplace, ReplicatedModels.COUNT);
    BenchmarkCommand one =
        check(
            workplace,
            folder,
            "Kling VIDEO 3.0 Omni Pro",
            workplace.root().resolve(MODEL).toString());
    BenchmarkCommand hard =
        check(
            workplace,
            folder,
            (HOLES + 1) + " pigeons for " + HOLES + " holes",
            pigeons.toString());
    BenchmarkCommand all =
        check(workplace, folder, models.count() + " models", "--spec", models.specs().toString());
    InterleavedRuns small = new InterleavedRuns(List.of(one, hard), ROUNDS);
    InterleavedRuns large = new InterleavedRuns(List.of(all), 1);
    requireOutput(hard, ".*\\[undecided].*");
    requireOutput(one, ".*\\b1 spec: 0 errors.*");
    requireOutput(all, ".*\\b\\d{3,} specs: 0 errors.*");
    MarkdownTable table = new MarkdownTable("`callsheet check`", "time", "cores busy", "memory");
    row(table, one, small);
    row(table, all, large);
    row(table, hard, small);
    return new ReportSection(
        "P7",
        "specs, proved free of contradictions",
        "Whole processes, on the models of P5: the bundled ones and copies of them under other names. The last spec has"
            + " rules that say that each of eleven pigeons has one of ten holes, and no hole two: no short proof tells that"
            + " this is impossible. It is reported as undecided, with its place, after a fixed number of steps.",
        List.of(table),
        List.of(
            PerformanceGoal.atMost("one model", 1, small.best(one).seconds(), " s"),
            PerformanceGoal.atMost(models.count() + " models", 30, large.best(all).seconds(), " s"),
            PerformanceGoal.atMost(
                "what cannot be decided", 10, small.best(hard).seconds(), " s")));
  }

  private static BenchmarkCommand check(
      BenchmarkDirectories workplace, Path folder, String name, String... arguments) {
    List<String> words = new ArrayList<>(List.of(workplace.callsheet(), "check"));
    words.addAll(List.of(arguments));
    return new BenchmarkCommand(
        name, words, folder, folder.resolve(name.replace(' ', '-') + ".txt"));
  }

  /** What did not look at everything is no measurement. */
  private static void requireOutput(BenchmarkCommand command, String line) throws IOException {
    List<String> output = Files.readAllLines(command.output());
    if (output.stream().noneMatch(each -> each.matches(line))) {
      throw new DisagreementException(command.name() + ": no '" + line + "' in " + output);
    }
  }

  private static void row(MarkdownTable table, BenchmarkCommand command, InterleavedRuns runs) {
    ProcessExecution best = runs.best(command);
    table.row(
        command.name(),
        FigureFormat.of(best.seconds(), " s"),
        FigureFormat.of(best.usage().cpuSeconds() / best.seconds(), ""),
        FigureFormat.of(runs.peakMegabytes(command), " MB"));
  }

  /** The spec of a model whose rules fit together by no request, which is hard to prove. */
  private static String pigeonhole() {
    return "callsheet: 1\nmodel: {id: \"pigeons:10@1\", name: Pigeons, status: live}\n"
        + "response: {properties: {}}\nparameters:\n"
        + lines(HOLES * (HOLES + 1), i -> "  p" + i + ": {type: string}")
        + "rules:\n"
        + lines(
            HOLES + 1,
            pigeon ->
                String.format(
                    "  - {id: pigeon%d, description: It has a hole., atLeastOneOf: [%s]}",
                    pigeon, words(HOLES, hole -> "p" + (HOLES * pigeon + hole))))
        + lines(
            HOLES,
            hole ->
                String.format(
                    "  - {id: hole%d, description: It has one pigeon., atMostOneOf: [%s]}",
                    hole, words(HOLES + 1, pigeon -> "p" + (HOLES * pigeon + hole))));
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String words(int count, IntFunction<String> word) {
    return IntStream.range(0, count).mapToObj(word).collect(Collectors.joining(", "));
  }
}
