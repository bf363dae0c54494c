package dev.callsheet.benchmarks.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several commands, run in turn, round after round, so that a busy machine slows all of them. */
public final class Race {
  private final Map<Command, List<Execution>> executions = new LinkedHashMap<>();

  /** Runs all, so often. */
  public Race(List<Command> commands, int rounds) throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      for (Command command : commands) {
        executions.computeIfAbsent(command, key -> new ArrayList<>()).add(command.run());
      }
    }
  }

  /** The fastest execution of a command. */
  public Execution best(Command command) {
    return sorted(command).get(0);
  }

  /** The execution of a command that is in the middle by the time it took. */
  public Execution median(Command command) {
    List<Execution> sorted = sorted(command);
    return sorted.get(sorted.size() / 2);
  }

  /** The most memory that a command has held in any round, in MB. */
  public double peakMegabytes(Command command) {
    return sorted(command).stream()
        .mapToDouble(execution -> execution.usage().peakMegabytes())
        .max()
        .orElseThrow();
  }

  private List<Execution> sorted(Command command) {
    return executions.getOrDefault(command, List.of()).stream()
        .sorted(Comparator.comparingDouble(Execution::seconds))
        .toList();
  }
}
