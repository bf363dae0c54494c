package dev.callsheet.benchmarks;

import dev.callsheet.benchmarks.checker.CheckerComparison;
import dev.callsheet.benchmarks.editor.EditorLatency;
import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.benchmarks.jobs.ConcurrentJobsComparison;
import dev.callsheet.benchmarks.jobs.SandboxLoad;
import dev.callsheet.benchmarks.linter.LinterComparison;
import dev.callsheet.benchmarks.process.ColdStartComparison;
import dev.callsheet.benchmarks.process.GeneratedWeight;
import dev.callsheet.benchmarks.process.GeneratorComparison;
import dev.callsheet.benchmarks.process.LineFileComparison;
import dev.callsheet.benchmarks.report.BenchmarkComparison;
import dev.callsheet.benchmarks.report.BenchmarkPage;
import dev.callsheet.benchmarks.report.MachineDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the parts that are asked for, all of them without a word, and writes the page. */
public final class Benchmarks {
  private static final Map<String, BenchmarkComparison> COMPARISONS =
      new TreeMap<>(
          Map.of(
              "P1", new CheckerComparison(),
              "P2", new LinterComparison(),
              "P3", new LineFileComparison(),
              "P4", new ColdStartComparison(),
              "P5", new GeneratorComparison(),
              "P6", new ConcurrentJobsComparison(),
              "P7", new EditorLatency(),
              "P8", new GeneratedWeight(),
              "P9", new SandboxLoad()));

  private Benchmarks() {}

  /** The first argument is the repository; the others name parts. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    BenchmarkDirectories workplace = new BenchmarkDirectories(Path.of(arguments[0]));
    List<String> named = List.of(arguments).subList(1, arguments.length);
    for (String id : named) {
      if (!COMPARISONS.containsKey(id)) {
        System.err.println("benchmarks: there is no part " + id + ", only " + COMPARISONS.keySet());
        System.exit(2);
      }
    }
    BenchmarkPage page = new BenchmarkPage(workplace.root().resolve("docs/benchmarks.md"));
    for (Map.Entry<String, BenchmarkComparison> part : COMPARISONS.entrySet()) {
      if (named.isEmpty() || named.contains(part.getKey())) {
        System.err.println("benchmarks: " + part.getKey());
        MachineDescription machine = MachineDescription.now();
        String section = part.getValue().measure(workplace).markdown(machine);
        page.put(part.getKey(), section);
        System.out.println(section);
      }
    }
  }
}
