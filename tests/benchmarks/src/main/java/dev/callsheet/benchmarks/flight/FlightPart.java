package dev.callsheet.benchmarks.flight;

import dev.callsheet.benchmarks.process.Command;
import dev.callsheet.benchmarks.process.Execution;
import dev.callsheet.benchmarks.process.Workplace;
import dev.callsheet.benchmarks.report.Disagreement;
import dev.callsheet.benchmarks.report.Figures;
import dev.callsheet.benchmarks.report.Goal;
import dev.callsheet.benchmarks.report.Part;
import dev.callsheet.benchmarks.report.Section;
import dev.callsheet.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Ten thousand jobs in flight in one process, beside the official SDK with as many. */
public final class FlightPart implements Part {
  private static final int JOBS = 10_000;
  private static final int FEW = 1000;
  private static final int ROUNDS = 2;
  private static final int HEAP_MB = 256;
  private static final String SOCKET = "Callsheet, WebSocket";
  private static final String HTTP = "Callsheet, HTTP";
  private static final String SDK = "`@runware/sdk-js` 1.3.2, WebSocket";

  private record Outcome(Flight flight, Execution execution) {}

  @Override
  public Section measure(Workplace workplace) throws IOException, InterruptedException {
    Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (String contender : List.of(SOCKET, HTTP, SDK)) {
        outcomes
            .computeIfAbsent(contender, key -> new ArrayList<>())
            .add(fly(workplace, contender, JOBS));
      }
    }
    Flight few = fly(workplace, SOCKET, FEW).flight();
    Table table = new Table(JOBS + " jobs", "jobs a second", "", "processor", "memory", "threads");
    Outcome ours = best(outcomes, SOCKET);
    for (String contender : outcomes.keySet()) {
      Outcome best = best(outcomes, contender);
      table.row(
          contender,
          Figures.of(best.flight().rate(), ""),
          Figures.times(best.flight().rate() / ours.flight().rate()),
          Figures.of(best.execution().usage().cpuSeconds(), " s"),
          Figures.of(best.execution().usage().peakMegabytes(), " MB"),
          best.flight().threads() == 0 ? "" : Integer.toString(best.flight().threads()));
    }
    return new Section(
        "P6",
        "ten thousand jobs in flight",
        "Each contender submits all jobs at once and waits for every result, after a warm-up with a thousand. The sandbox"
            + " is a process of its own, new for each, and takes a second for a result. Callsheet's process has a heap of"
            + " 256 MB; processor time and memory are those of the whole process, warm-up included. With a thousand jobs"
            + " in flight it has "
            + few.threads()
            + " threads. The SDK of the npm registry is the one before the rewrite: it polls for each job every two"
            + " seconds.",
        List.of(table),
        List.of(
            Goal.atLeast(
                "the SDK's jobs a second",
                5,
                ours.flight().rate() / best(outcomes, SDK).flight().rate(),
                " x"),
            Goal.atMost(
                "more threads than with a thousand jobs",
                2,
                ours.flight().threads() - few.threads(),
                ""),
            Goal.atMost("heap used at most", HEAP_MB, ours.flight().heap(), " MB")));
  }

  private static Outcome best(Map<String, List<Outcome>> outcomes, String contender) {
    return outcomes.getOrDefault(contender, List.of()).stream()
        .min(Comparator.comparingDouble(outcome -> outcome.flight().seconds()))
        .orElseThrow();
  }

  private static Outcome fly(Workplace workplace, String contender, int jobs)
      throws IOException, InterruptedException {
    Path folder = workplace.folder("flight");
    try (SandboxProcess sandbox = SandboxProcess.start(workplace, folder)) {
      Command command = command(workplace, folder, contender, sandbox, jobs);
      Execution execution = command.run();
      List<String> said = Files.readAllLines(command.output());
      if (execution.status() != 0 || said.isEmpty()) {
        throw new Disagreement(contender + " fails: " + said);
      }
      Flight flight = JsonMapper.shared().readValue(said.get(said.size() - 1), Flight.class);
      if (flight.results() != jobs) {
        throw new Disagreement(contender + " has lost results: " + flight);
      }
      return new Outcome(flight, execution);
    }
  }

  private static Command command(
      Workplace workplace, Path folder, String contender, SandboxProcess sandbox, int jobs) {
    String http = sandbox.endpoint();
    String socket = http.replaceFirst("http", "ws");
    List<String> words =
        contender.equals(SDK)
            ? List.of("node", "jobs-in-flight.mjs", socket, Integer.toString(jobs))
            : List.of(
                "java",
                "-Xmx" + HEAP_MB + "m",
                "-cp",
                System.getProperty("java.class.path"),
                JobsInFlight.class.getName(),
                contender.equals(HTTP) ? http : socket,
                Integer.toString(jobs));
    return new Command(contender, words, workplace.npm(""), folder.resolve("said.txt"));
  }
}
