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
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code callsheet generate} for many models, beside generators of plain classes. */
public final class GeneratorComparison implements BenchmarkComparison {
  private static final int ROUNDS = 2;

  /** What a run took after a change, and which files it has written anew. */
  private record LaterRun(double seconds, List<Path> touched) {
    LaterRun fasterOf(LaterRun other) {
      return other.seconds < seconds ? other : this;
    }
  }

  @Override
  public ReportSection measure(BenchmarkDirectories workplace)
      throws IOException, InterruptedException {
    ReplicatedModels models = ReplicatedModels.make(workplace, ReplicatedModels.COUNT);
    Path folder = workplace.folder("generated");
    BenchmarkCommand ours = callsheet(workplace, models, folder);
    List<BenchmarkCommand> generators =
        List.of(
            ours,
            jsonschema2pojo(workplace, models, folder),
            openapiGenerator(workplace, models, folder));
    Map<BenchmarkCommand, Double> seconds =
        new TreeMap<>(Comparator.comparing(BenchmarkCommand::name));
    LaterRun again = new LaterRun(Double.MAX_VALUE, List.of());
    LaterRun edited = again;
    for (int round = 0; round < ROUNDS; round++) {
      for (BenchmarkCommand generator : generators) {
        Path out = workplace.emptyFolder("generated/" + generator.directory().getFileName());
        seconds.merge(generator, successful(generator).seconds(), Math::min);
        if (javaFiles(out).size() < models.count()) {
          throw new DisagreementException(
              generator.name() + " has not made a class for each model");
        }
      }
      again = again.fasterOf(runAgain(ours));
      edit(models.copy(), round);
      edited = edited.fasterOf(runAgain(ours));
    }
    return section(models, generators, seconds, again, edited);
  }

  private static LaterRun runAgain(BenchmarkCommand generator)
      throws IOException, InterruptedException {
    Map<Path, FileTime> before = javaFiles(generator.directory());
    double seconds = successful(generator).seconds();
    Map<Path, FileTime> after = javaFiles(generator.directory());
    return new LaterRun(
        seconds,
        after.entrySet().stream()
            .filter(file -> !file.getValue().equals(before.get(file.getKey())))
            .map(Map.Entry::getKey)
            .toList());
  }

  /** Changes the first sentence about a model, which stands in the documentation of its classes. */
  private static void edit(Path spec, int round) throws IOException {
    String text = Files.readString(spec);
    String changed = text.replaceFirst("(?m)^  summary: ", "$0Edited " + round + ". ");
    if (changed.equals(text)) {
      throw new DisagreementException(spec + " has no summary to edit");
    }
    Files.writeString(spec, changed);
  }

  private static ReportSection section(
      ReplicatedModels models,
      List<BenchmarkCommand> generators,
      Map<BenchmarkCommand, Double> seconds,
      LaterRun again,
      LaterRun edited)
      throws IOException {
    double ours = seconds.getOrDefault(generators.get(0), 0.0);
    MarkdownTable table = new MarkdownTable(models.count() + " models", "time", "", "files");
    for (BenchmarkCommand generator : generators) {
      double theirs = seconds.getOrDefault(generator, 0.0);
      table.row(
          generator.name(),
          FigureFormat.of(theirs, " s"),
          FigureFormat.times(theirs / ours),
          FigureFormat.of(javaFiles(generator.directory()).size(), ""));
    }
    row(table, "`callsheet generate` again, nothing changed", again);
    row(table, "`callsheet generate` again, one spec edited", edited);
    return new ReportSection(
        "P5",
        "Java for " + models.count() + " models",
        "Whole processes. The models are the bundled ones and copies of them under other names. Callsheet reads their"
            + " specs, proves each free of contradictions and makes requests, staged builders, checkers and results; the"
            + " others read the exported schemas and make plain classes without the rules. Of later runs, the files are"
            + " those that they have written.",
        List.of(table),
        List.of(
            PerformanceGoal.atLeast(
                "jsonschema2pojo takes",
                1,
                seconds.getOrDefault(generators.get(1), 0.0) / ours,
                " x"),
            PerformanceGoal.atLeast(
                "openapi-generator takes",
                2,
                seconds.getOrDefault(generators.get(2), 0.0) / ours,
                " x"),
            PerformanceGoal.atMost(
                "nothing changed, of all", 5, 100 * again.seconds() / ours, " %"),
            PerformanceGoal.atMost("files touched then", 0, again.touched().size(), ""),
            PerformanceGoal.atMost("one edited, of all", 8, 100 * edited.seconds() / ours, " %"),
            PerformanceGoal.atMost("packages touched then", 1, packages(edited.touched()), "")));
  }

  private static void row(MarkdownTable table, String name, LaterRun run) {
    table.row(
        name, FigureFormat.of(run.seconds(), " s"), "", Integer.toString(run.touched().size()));
  }

  /** How many packages have files among these: each model has one, and all its files in it. */
  private static double packages(List<Path> files) {
    return (double) files.stream().map(Path::getParent).distinct().count();
  }

  private static BenchmarkCommand callsheet(
      BenchmarkDirectories workplace, ReplicatedModels models, Path folder) throws IOException {
    Path out = Files.createDirectories(folder.resolve("callsheet"));
    return new BenchmarkCommand(
        "`callsheet generate`",
        List.of(
            workplace.callsheet(),
            "generate",
            "--spec",
            models.specs().toString(),
            "--model",
            "*",
            "--package",
            "com.example.models",
            "--out",
            out.toString()),
        out,
        folder.resolve("callsheet.txt"));
  }

  private static BenchmarkCommand jsonschema2pojo(
      BenchmarkDirectories workplace, ReplicatedModels models, Path folder) throws IOException {
    Path out = Files.createDirectories(folder.resolve("jsonschema2pojo"));
    return new BenchmarkCommand(
        "jsonschema2pojo, with Bean Validation's annotations",
        List.of(
            "java",
            "-cp",
            workplace.peers("jsonschema2pojo") + "/*",
            "org.jsonschema2pojo.cli.Jsonschema2PojoCLI",
            "--source",
            models.schemas().toString(),
            "--target",
            out.toString(),
            "--package",
            "com.example.models",
            "--generate-builders",
            "--jsr303-annotations"),
        out,
        folder.resolve("jsonschema2pojo.txt"));
  }

  private static BenchmarkCommand openapiGenerator(
      BenchmarkDirectories workplace, ReplicatedModels models, Path folder) throws IOException {
    Path out = Files.createDirectories(folder.resolve("openapi-generator"));
    return new BenchmarkCommand(
        "openapi-generator, models only",
        List.of(
            "java",
            "-jar",
            workplace.peers("openapi-generator-cli-7.25.0.jar").toString(),
            "generate",
            "-g",
            "java",
            "-i",
            models.openApi().toString(),
            "-o",
            out.toString(),
            "--global-property",
            "models,modelTests=false,modelDocs=false",
            "--model-package",
            "com.example.models"),
        out,
        folder.resolve("openapi-generator.txt"));
  }

  private static ProcessExecution successful(BenchmarkCommand generator)
      throws IOException, InterruptedException {
    ProcessExecution execution = generator.run();
    if (execution.status() != 0) {
      throw new DisagreementException(generator.name() + " has failed; see " + generator.output());
    }
    return execution;
  }

  private static Map<Path, FileTime> javaFiles(Path directory) throws IOException {
    Map<Path, FileTime> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".java")).toList()) {
        files.put(file, Files.getLastModifiedTime(file));
      }
    }
    return files;
  }
}
