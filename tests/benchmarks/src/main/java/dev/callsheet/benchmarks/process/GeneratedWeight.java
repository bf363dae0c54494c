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
import java.util.stream.Stream;

/**
 * What is generated for a catalogue of one platform: how many lines, how large a jar, and how long
 * javac takes for it. The models are always the same ones, so that figures of different versions
 * can be compared.
 */
public final class GeneratedWeight implements BenchmarkComparison {
  private static final List<String> MODELS =
      List.of(
          "alibaba:happyhorse@1.1",
          "alibaba:qwen@3-tts-1.7b-base",
          "bfl:flux@3-image",
          "bfl:flux@video-upscale",
          "bria:51@1",
          "bytedance:50@1",
          "bytedance:seedance@2.5",
          "google:4@2",
          "google:nano-banana@2-lite",
          "klingai:kling-video@2.6-pro",
          "klingai:kling-video@o3-pro",
          "lightricks:ltx@2.3-fast",
          "minimax:h3@0",
          "minimax:h3@fast",
          "minimax:h3@max",
          "openai:gpt-image@2",
          "openai:gpt-image@2.5-flare",
          "openai:gpt-image@2.5-sunburst",
          "runware:101@1",
          "runware:400@2");

  /** As measured when every mode's builder had all of its setters itself. */
  private static final int FORMER_LINES = 58_328;

  private static final int FORMER_JAR_BYTES = 1_179_356;
  private static final int ROUNDS = 3;

  @Override
  public ReportSection measure(BenchmarkDirectories workplace)
      throws IOException, InterruptedException {
    Path folder = workplace.folder("weight");
    Path sources = workplace.emptyFolder("weight/sources");
    List<String> generate =
        new ArrayList<>(
            List.of(
                workplace.callsheet(),
                "generate",
                "--package",
                "com.example.models",
                "--out",
                sources.toString()));
    MODELS.forEach(model -> generate.addAll(List.of("--model", model)));
    run("`callsheet generate`", generate, folder);
    List<Path> files = javaFiles(sources);
    Path list =
        Files.write(folder.resolve("sources.txt"), files.stream().map(Path::toString).toList());
    Path classes = folder;
    double seconds = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      classes = workplace.emptyFolder("weight/classes");
      seconds = Math.min(seconds, compile(workplace, list, classes, folder));
    }
    Path jar = folder.resolve("models.jar");
    run(
        "jar",
        List.of("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), "."),
        folder);
    return section(files.size(), lines(files), Files.size(jar), seconds);
  }

  private static double compile(
      BenchmarkDirectories workplace, Path sources, Path classes, Path folder)
      throws IOException, InterruptedException {
    return run(
            "javac",
            List.of(
                "javac",
                "--release",
                "17",
                "-nowarn",
                "-proc:none",
                "-parameters",
                "-g",
                "-cp",
                workplace.root().resolve("tests/benchmarks/target/lib") + "/*",
                "-d",
                classes.toString(),
                "@" + sources),
            folder)
        .seconds();
  }

  private static ReportSection section(int files, long lines, long jarBytes, double seconds) {
    MarkdownTable table = new MarkdownTable(MODELS.size() + " models", "now", "before", "");
    table.row("files", FigureFormat.of(files, ""), "", "");
    table.row(
        "lines",
        FigureFormat.of((double) lines, ""),
        FigureFormat.of(FORMER_LINES, ""),
        FigureFormat.of(percent((double) lines, FORMER_LINES), " %"));
    table.row(
        "jar",
        FigureFormat.of(jarBytes / 1024.0, " kB"),
        FigureFormat.of(FORMER_JAR_BYTES / 1024.0, " kB"),
        FigureFormat.of(percent((double) jarBytes, FORMER_JAR_BYTES), " %"));
    table.row("javac", FigureFormat.of(seconds, " s"), "", "");
    return new ReportSection(
        "P8",
        "what Java for a catalogue weighs",
        "Java for "
            + MODELS.size()
            + " of Runware's models, always the same ones, in one run. `before` is what the same specs became when the"
            + " builders of a model's modes had nothing in common; javac's time is the best of "
            + ROUNDS
            + ", on class files with all that debuggers want; that of before would have to be measured beside it, and its"
            + " sources are not kept.",
        List.of(table),
        List.of(
            PerformanceGoal.atMost(
                "lines, of those before", 60, percent((double) lines, FORMER_LINES), " %"),
            PerformanceGoal.atMost(
                "the jar, of that before",
                60,
                percent((double) jarBytes, FORMER_JAR_BYTES),
                " %")));
  }

  private static double percent(double now, double before) {
    return 100 * now / before;
  }

  private static long lines(List<Path> files) throws IOException {
    long lines = 0;
    for (Path file : files) {
      try (Stream<String> each = Files.lines(file)) {
        lines += each.count();
      }
    }
    return lines;
  }

  private static List<Path> javaFiles(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static ProcessExecution run(String name, List<String> arguments, Path folder)
      throws IOException, InterruptedException {
    BenchmarkCommand command =
        new BenchmarkCommand(name, arguments, folder, folder.resolve("output.txt"));
    ProcessExecution execution = command.run();
    if (execution.status() != 0) {
      throw new DisagreementException(name + " has failed; see " + command.output());
    }
    return execution;
  }
}
