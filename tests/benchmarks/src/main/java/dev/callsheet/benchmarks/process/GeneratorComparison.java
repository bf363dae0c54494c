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
  private static final int MODELS = 300;
  private static final int ROUNDS = 2;

  @Override
  public ReportSection measure(BenchmarkDirectories workplace)
      throws IOException, InterruptedException {
    ReplicatedModels models = ReplicatedModels.make(workplace, MODELS);
    Path folder = workplace.folder("generated");
    List<BenchmarkCommand> generators =
        List.of(
            callsheet(workplace, models, folder),
            jsonschema2pojo(workplace, models, folder),
            openapiGenerator(workplace, models, folder));
    Map<BenchmarkCommand, Double> seconds =
        new TreeMap<>(Comparator.comparing(BenchmarkCommand::name));
    double again = Double.MAX_VALUE;
    int touched = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (BenchmarkCommand generator : generators) {
        Path out = generator.directory();
        clear(out);
        seconds.merge(generator, successful(generator).seconds(), Math::min);
        if (javaFiles(out).size() < models.count()) {
          throw new DisagreementException(
              generator.name() + " has not made a class for each model");
        }
      }
      Map<Path, FileTime> before = javaFiles(generators.get(0).directory());
      again = Math.min(again, successful(generators.get(0)).seconds());
      touched = changes(before, javaFiles(generators.get(0).directory()));
    }
    return section(generators, seconds, again, touched);
  }

  private static ReportSection section(
      List<BenchmarkCommand> generators,
      Map<BenchmarkCommand, Double> seconds,
      double again,
      int touched)
      throws IOException {
    double ours = seconds.getOrDefault(generators.get(0), 0.0);
    MarkdownTable table = new MarkdownTable("300 models", "time", "", "files");
    for (BenchmarkCommand generator : generators) {
      double theirs = seconds.getOrDefault(generator, 0.0);
      table.row(
          generator.name(),
          FigureFormat.of(theirs, " s"),
          FigureFormat.times(theirs / ours),
          FigureFormat.of(javaFiles(generator.directory()).size(), ""));
    }
    table.row("`callsheet generate` again, nothing changed", FigureFormat.of(again, " s"), "", "");
    return new ReportSection(
        "P5",
        "Java for 300 models",
        "Whole processes. The models are the bundled ones and copies of them under other names. Callsheet reads their"
            + " specs, proves each free of contradictions and makes requests, staged builders, checkers and results; the"
            + " others read the exported schemas and make plain classes without the rules.",
        List.of(table),
        List.of(
            PerformanceGoal.atLeast(
                "jsonschema2pojo takes",
                5,
                seconds.getOrDefault(generators.get(1), 0.0) / ours,
                " x"),
            PerformanceGoal.atLeast(
                "openapi-generator takes",
                5,
                seconds.getOrDefault(generators.get(2), 0.0) / ours,
                " x"),
            PerformanceGoal.atMost("a second run, of the first", 5, 100 * again / ours, " %"),
            PerformanceGoal.atMost("files touched by it", 0, touched, "")));
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

  private static int changes(Map<Path, FileTime> before, Map<Path, FileTime> after) {
    return (int)
        after.entrySet().stream()
            .filter(file -> !file.getValue().equals(before.get(file.getKey())))
            .count();
  }

  private static void clear(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(directory)) {
          Files.delete(path);
        }
      }
    }
  }
}
