package dev.callsheet.benchmarks.jobs;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.RawResult;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.journal.Journal;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A process that has many jobs in flight: Callsheet's side of the comparison. */
public final class ConcurrentJobsProcess {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final JsonMapper JSON = JsonMapper.shared();

  private ConcurrentJobsProcess() {}

  /** The arguments: where to send them, and how many. */
  public static void main(String[] arguments) {
    int count = Integer.parseInt(arguments[1]);
    try (CallsheetClient client =
        CallsheetClient.builder()
            .endpoint(URI.create(arguments[0]))
            .apiKey("any-key-will-do")
            .journal(Journal.none()) // the SDK has none either
            .build()) {
      runJobs(client, count);
      long start = System.nanoTime();
      int results = runJobs(client, count);
      double seconds = (System.nanoTime() - start) / 1e9;
      int threads = ManagementFactory.getThreadMXBean().getPeakThreadCount();
      System.out.println(
          JSON.writeValueAsString(new JobRunMetrics(count, results, seconds, threads, peakHeap())));
    }
  }

  /** Has so many jobs in flight at once; returns how many results came of them. */
  private static int runJobs(CallsheetClient client, int count) {
    List<Job<RawResult>> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      jobs.add(client.submit(RawRequest.of(task())));
    }
    return jobs.stream().mapToInt(job -> job.await(TIMEOUT).size()).sum();
  }

  private static double peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        / 1e6;
  }

  private static ObjectNode task() {
    return JSON.createObjectNode()
        .put("taskType", "videoInference")
        .put("model", "klingai:kling-video@o3-pro")
        .put("positivePrompt", "A kite crosses a harbour at noon")
        .put("width", 1920)
        .put("height", 1080)
        .put("duration", 5)
        .put("deliveryMethod", "async");
  }
}
