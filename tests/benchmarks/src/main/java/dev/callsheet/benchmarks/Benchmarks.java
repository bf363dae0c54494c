package dev.callsheet.benchmarks;

import dev.callsheet.benchmarks.checker.CheckerComparison;
import dev.callsheet.benchmarks.editor.EditorLatency;
import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.benchmarks.jobs.ConcurrentJobsComparison;
import dev.callsheet.benchmarks.jobs.SandboxLoad;
import dev.callsheet.benchmarks.linter.LinterComparison;
import dev.callsheet.benchmarks.linter.WrongRequestComparison;
import dev.callsheet.benchmarks.process.ColdStartComparison;
import dev.callsheet.benchmarks.process.GeneratedWeight;
import dev.callsheet.benchmarks.process.GeneratorComparison;
import dev.callsheet.benchmarks.process.LineFileComparison;
import dev.callsheet.benchmarks.process.SpecCheckDuration;
import dev.callsheet.benchmarks.report.BenchmarkComparison;
import dev.callsheet.benchmarks.report.BenchmarkPage;
import dev.callsheet.benchmarks.report.MachineDescription;
import dev.callsheet.benchmarks.report.PartOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the parts that are asked for, all of them without a word, and writes the page. */
public final class Benchmarks {
  private static final Map<String, BenchmarkComparison> COMPARISONS =
      new TreeMap<>(PartOrder.BY_NUMBER);

  static {
    COMPARISONS.put("P1", new CheckerComparison());
    COMPARISONS.put("P2", new LinterComparison());
    COMPARISONS.put("P2w", new WrongRequestComparison());
    COMPARISONS.put("P3", new LineFileComparison());
    COMPARISONS.put("P4", new ColdStartComparison());
    COMPARISONS.put("P5", new GeneratorComparison());
    COMPARISONS.put("P6", new ConcurrentJobsComparison());
    COMPARISONS.put("P7", new SpecCheckDuration());
    COMPARISONS.put("P8", new GeneratedWeight());
    COMPARISONS.put("P9", new SandboxLoad());
    COMPARISONS.put("P10", new EditorLatency());
  }

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
