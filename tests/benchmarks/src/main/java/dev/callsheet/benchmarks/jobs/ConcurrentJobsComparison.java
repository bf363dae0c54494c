package dev.callsheet.benchmarks.jobs;

import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.benchmarks.process.BenchmarkCommand;
import dev.callsheet.benchmarks.process.ProcessExecution;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Ten thousand jobs in flight in one process, beside the official SDK with as many. */
public final class ConcurrentJobsComparison implements BenchmarkComparison {
  private static final int JOBS = 10_000;
  private static final int FEW = 1000;
  private static final int ROUNDS = 2;
  private static final int HEAP_MB = 256;
  private static final String SOCKET = "Callsheet, WebSocket, results pushed";
  private static final String POLLED = "Callsheet, WebSocket, results polled";
  private static final String HTTP = "Callsheet, HTTP";
  private static final String SDK = "`@runware/sdk-js` 1.3.2, WebSocket";

  private record MeasuredRun(JobRunMetrics metrics, ProcessExecution execution) {}

  @Override
  public ReportSection measure(BenchmarkDirectories workplace)
      throws IOException, InterruptedException {
    Map<String, List<MeasuredRun>> outcomes = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (String contender : List.of(SOCKET, POLLED, HTTP, SDK)) {
        outcomes
            .computeIfAbsent(contender, key -> new ArrayList<>())
            .add(runJobs(workplace, contender, JOBS));
      }
    }
    JobRunMetrics few = runJobs(workplace, SOCKET, FEW).metrics();
    MarkdownTable table =
        new MarkdownTable(JOBS + " jobs", "jobs a second", "", "processor", "memory", "threads");
    MeasuredRun ours = best(outcomes, SOCKET);
    for (String contender : outcomes.keySet()) {
      MeasuredRun best = best(outcomes, contender);
      table.row(
          contender,
          FigureFormat.of(best.metrics().jobsPerSecond(), ""),
          FigureFormat.times(best.metrics().jobsPerSecond() / ours.metrics().jobsPerSecond()),
          FigureFormat.of(best.execution().usage().cpuSeconds(), " s"),
          FigureFormat.of(best.execution().usage().peakMegabytes(), " MB"),
          best.metrics().threads() == 0 ? "" : Integer.toString(best.metrics().threads()));
    }
    return new ReportSection(
        "P6",
        "ten thousand jobs in flight",
        "Each contender submits all jobs at once and waits for every result, after a warm-up with as many. The sandbox"
            + " is a process of its own, new for each, and takes a second for a result; it pushes results where that is"
            + " said (`--push each`), and stores them otherwise, as it does by itself. Callsheet's process has a heap of"
            + " 256 MB, and what [client.md](client.md) advises on two processors; processor time and memory are those of the whole process, warm-up included. With a thousand jobs"
            + " in flight it has "
            + few.threads()
            + " threads. The SDK of the npm registry is the one before the rewrite: it polls for each job every two"
            + " seconds.",
        List.of(table),
        List.of(
            PerformanceGoal.atLeast(
                "jobs a second over WebSocket, of the SDK's",
                5,
                timesTheSdk(outcomes, SOCKET),
                " x"),
            PerformanceGoal.atLeast(
                "jobs a second over HTTP, of the SDK's", 2, timesTheSdk(outcomes, HTTP), " x"),
            PerformanceGoal.atMost(
                "more threads than with a thousand jobs",
                2,
                ours.metrics().threads() - few.threads(),
                ""),
            PerformanceGoal.atMost("heap used at most", HEAP_MB, ours.metrics().heap(), " MB")));
  }

  private static MeasuredRun best(Map<String, List<MeasuredRun>> outcomes, String contender) {
    return outcomes.getOrDefault(contender, List.of()).stream()
        .min(Comparator.comparingDouble(outcome -> outcome.metrics().seconds()))
        .orElseThrow();
  }

  private static MeasuredRun runJobs(BenchmarkDirectories workplace, String contender, int jobs)
      throws IOException, InterruptedException {
    Path folder = workplace.folder("flight");
    try (SandboxProcess sandbox = SandboxProcess.start(workplace, folder, options(contender))) {
      BenchmarkCommand command = command(workplace, folder, contender, sandbox, jobs);
      ProcessExecution execution = command.run();
      List<String> said = Files.readAllLines(command.output());
      if (execution.status() != 0 || said.isEmpty()) {
        throw new DisagreementException(contender + " fails: " + said);
      }
      JobRunMetrics flight =
          JsonMapper.shared().readValue(said.get(said.size() - 1), JobRunMetrics.class);
      if (flight.results() != jobs) {
        throw new DisagreementException(contender + " has lost results: " + flight);
      }
      return new MeasuredRun(flight, execution);
    }
  }

  private static double timesTheSdk(Map<String, List<MeasuredRun>> outcomes, String contender) {
    return best(outcomes, contender).metrics().jobsPerSecond()
        / best(outcomes, SDK).metrics().jobsPerSecond();
  }

  private static List<String> options(String contender) {
    return List.of("--render-time", "1s", "--push", contender.equals(SOCKET) ? "each" : "none");
  }

  private static BenchmarkCommand command(
      BenchmarkDirectories workplace,
      Path folder,
      String contender,
      SandboxProcess sandbox,
      int jobs) {
    String http = sandbox.endpoint();
    String socket = http.replaceFirst("http", "ws");
    List<String> words =
        contender.equals(SDK)
            ? List.of("node", "jobs-in-flight.mjs", socket, Integer.toString(jobs))
            : List.of(
                "java",
                "-Xmx" + HEAP_MB + "m",
                // Else Java's HTTP client starts a thread for each request where there are two
                // processors.
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
                "-cp",
                System.getProperty("java.class.path"),
                ConcurrentJobsProcess.class.getName(),
                contender.equals(HTTP) ? http : socket,
                Integer.toString(jobs));
    return new BenchmarkCommand(contender, words, workplace.npm(""), folder.resolve("said.txt"));
  }
}
