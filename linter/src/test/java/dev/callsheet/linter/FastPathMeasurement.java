package dev.callsheet.linter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.internal.scan.FlagAllScanner;
import dev.callsheet.linter.testing.PublishedRequests;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures what the fast path saves on valid requests: processor time and allocation of one thread,
 * for each request, with it and without it. This is no test: run {@code main} in the directory of
 * the module. The figures stand in the decision record about the fast path.
 */
final class FastPathMeasurement {
  private static final int COPIES = 20;
  private static final int ROUNDS = 60;
  private static final int WARM_UP_ROUNDS = 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private FastPathMeasurement() {}

  /** Prints a line for each form of input, with the fast path and without it. */
  public static void main(String[] args) throws IOException {
    ModelCatalogue catalogue = ModelCatalogue.bundled();
    Linter with = new Linter(catalogue, RuleInterpretation.ENFORCED);
    Linter without =
        new Linter(catalogue, RuleInterpretation.ENFORCED, Clock.systemUTC(), new FlagAllScanner());
    List<String> tasks = new ArrayList<>();
    for (ModelSpec model : catalogue.models()) {
      for (ObjectNode request : PublishedRequests.of(model, "valid")) {
        String task = request.toString();
        if (with.lint("a.json", task.getBytes(UTF_8)).findings().isEmpty()) {
          tasks.add(task);
        }
      }
    }
    List<String> distinct = List.copyOf(tasks);
    for (int copy = 1; copy < COPIES; copy++) {
      tasks.addAll(distinct);
    }
    byte[] lines = String.join("\n", tasks).getBytes(UTF_8);
    byte[] document = ("[" + String.join(",", tasks) + "]").getBytes(UTF_8);
    System.out.printf("%d requests of %d bytes%n", tasks.size(), document.length / tasks.size());
    print("lines with", with, "a.jsonl", lines);
    print("lines without", without, "a.jsonl", lines);
    print("document with", with, "a.json", document);
    print("document without", without, "a.json", document);
  }

  private static void print(String title, Linter linter, String file, byte[] content) {
    double[] microseconds = new double[ROUNDS];
    double[] bytes = new double[ROUNDS];
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      long time = THREADS.getCurrentThreadCpuTime();
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      LintResult result = linter.lint(file, content);
      allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
      time = THREADS.getCurrentThreadCpuTime() - time;
      if (round >= 0) {
        microseconds[round] = time / 1e3 / result.requests();
        bytes[round] = (double) allocated / result.requests();
      }
    }
    Arrays.sort(microseconds);
    Arrays.sort(bytes);
    System.out.printf(
        Locale.ROOT,
        "%-18s %8.2f us %10.0f bytes a request%n",
        title,
        microseconds[ROUNDS / 2],
        bytes[ROUNDS / 2]);
  }
}
