package dev.callsheet.benchmarks.process;

import dev.callsheet.benchmarks.corpus.CorpusRequest;
import dev.callsheet.benchmarks.corpus.RequestCorpus;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code callsheet lint} on one small file, from a cold start. */
public final class ColdStartComparison implements BenchmarkComparison {
  private static final int ROUNDS = 15;

  private static final String AJV = "`ajv validate` of ajv-cli";

  /**
   * A Java to measure beside that of the path.
   *
   * @param row what the table calls the command with it
   * @param home its home; null for that of the path
   * @param wanted at most this, of the time of ajv-cli
   */
  private record Java(String row, @Nullable String home, double wanted) {
    /** 25 can load classes in a state that 17 has to bring them to. */
    static List<Java> all() {
      String newest = System.getProperty("callsheet.java25", "");
      Java ofPath = new Java("`callsheet lint`", null, 0.65);
      return newest.isEmpty()
          ? List.of(ofPath)
          : List.of(ofPath, new Java("`callsheet lint` with Java 25", newest, 0.4));
    }

    BenchmarkCommand lint(BenchmarkDirectories workplace, Path folder, String request) {
      List<String> command = new ArrayList<>(List.of(workplace.callsheet(), "lint", request));
      if (home != null) {
        command.addAll(0, List.of("env", "JAVA_HOME=" + home));
      }
      return new BenchmarkCommand(row, command, folder, folder.resolve("callsheet.txt"));
    }
  }

  @Override
  public ReportSection measure(BenchmarkDirectories workplace)
      throws IOException, InterruptedException {
    Path folder = workplace.folder("cold");
    Path schema = folder.resolve("schema.json");
    Files.writeString(schema, RequestCorpus.schema(RequestCorpus.firstModel()).toString());
    List<CorpusRequest> samples =
        RequestCorpus.read(workplace.root()).stream()
            .filter(RequestCorpus::isForFirstModel)
            .toList();
    MarkdownTable table = new MarkdownTable("one file", "right", "", "wrong", "");
    List<BenchmarkCommand> right = commands(workplace, folder, schema, first(samples, true));
    List<BenchmarkCommand> wrong = commands(workplace, folder, schema, first(samples, false));
    InterleavedRuns toRight = race(right, true);
    InterleavedRuns toWrong = race(wrong, false);
    for (int i = 0; i < right.size(); i++) {
      double rightSeconds = toRight.median(right.get(i)).seconds();
      double wrongSeconds = toWrong.median(wrong.get(i)).seconds();
      table.row(
          right.get(i).name(),
          FigureFormat.of(1000 * rightSeconds, " ms"),
          FigureFormat.times(rightSeconds / toRight.median(right.get(0)).seconds()),
          FigureFormat.of(1000 * wrongSeconds, " ms"),
          FigureFormat.times(wrongSeconds / toWrong.median(wrong.get(0)).seconds()));
    }
    return new ReportSection(
        "P4",
        "one small file, from a cold start",
        "Whole processes, each judging one request of `tests/requests`. Here the median round counts. `callsheet lint`"
            + " finds the model's spec by itself; the others are handed its exported schema.",
        List.of(table),
        Java.all().stream()
            .flatMap(
                java ->
                    Stream.of(
                        goal("right", java, toRight, right), goal("wrong", java, toWrong, wrong)))
            .toList());
  }

  private static PerformanceGoal goal(
      String name, Java java, InterleavedRuns race, List<BenchmarkCommand> commands) {
    return PerformanceGoal.atMost(
        "a %s request%s, of what ajv-cli takes"
            .formatted(name, java.home() == null ? "" : " with Java 25"),
        java.wanted(),
        seconds(race, commands, java.row()) / seconds(race, commands, AJV),
        " x");
  }

  private static double seconds(
      InterleavedRuns race, List<BenchmarkCommand> commands, String name) {
    return commands.stream()
        .filter(command -> command.name().equals(name))
        .map(command -> race.median(command).seconds())
        .findFirst()
        .orElseThrow();
  }

  private static InterleavedRuns race(List<BenchmarkCommand> commands, boolean right)
      throws IOException, InterruptedException {
    for (BenchmarkCommand command : commands) {
      if ((command.run().status() == 0) != right) {
        throw new DisagreementException(
            command.name() + " errs: " + Files.readString(command.output()));
      }
    }
    return new InterleavedRuns(commands, ROUNDS);
  }

  private static String first(List<CorpusRequest> samples, boolean right) {
    return samples.stream()
        .filter(sample -> sample.valid() == right)
        .filter(sample -> right || !sample.toString().endsWith("wrong-format.json"))
        .findFirst()
        .orElseThrow()
        .toString();
  }

  private static List<BenchmarkCommand> commands(
      BenchmarkDirectories workplace, Path folder, Path schema, String request) {
    List<BenchmarkCommand> commands = new ArrayList<>();
    Java.all().forEach(java -> commands.add(java.lint(workplace, folder, request)));
    commands.add(
        new BenchmarkCommand(
            AJV,
            List.of(
                workplace.npm("node_modules/.bin/ajv").toString(),
                "validate",
                "--spec=draft2020",
                "--strict=false",
                "--all-errors",
                "-c",
                "ajv-formats",
                "-s",
                schema.toString(),
                "-d",
                request),
            workplace.npm(""),
            folder.resolve("ajv.txt")));
    commands.add(
        new BenchmarkCommand(
            "`jsonschema validate` of sourcemeta",
            List.of(
                workplace.npm("node_modules/.bin/jsonschema").toString(),
                "validate",
                "--format-assertion",
                schema.toString(),
                request),
            folder,
            folder.resolve("sourcemeta.txt")));
    return commands;
  }
}
