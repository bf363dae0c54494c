package dev.callsheet.benchmarks.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several commands, run in turn, round after round, so that a busy machine slows all of them. */
public final class InterleavedRuns {
  private final Map<BenchmarkCommand, List<ProcessExecution>> executions = new LinkedHashMap<>();

  /** Runs all, so often. */
  public InterleavedRuns(List<BenchmarkCommand> commands, int rounds)
      throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      for (BenchmarkCommand command : commands) {
        executions.computeIfAbsent(command, key -> new ArrayList<>()).add(command.run());
      }
    }
  }

  /** The fastest execution of a command. */
  public ProcessExecution best(BenchmarkCommand command) {
    return sorted(command).get(0);
  }

  /** The execution of a command that is in the middle by the time it took. */
  public ProcessExecution median(BenchmarkCommand command) {
    List<ProcessExecution> sorted = sorted(command);
    return sorted.get(sorted.size() / 2);
  }

  /** The most memory that a command has held in any round, in MB. */
  public double peakMegabytes(BenchmarkCommand command) {
    return sorted(command).stream()
        .mapToDouble(execution -> execution.usage().peakMegabytes())
        .max()
        .orElseThrow();
  }

  private List<ProcessExecution> sorted(BenchmarkCommand command) {
    return executions.getOrDefault(command, List.of()).stream()
        .sorted(Comparator.comparingDouble(ProcessExecution::seconds))
        .toList();
  }
}
