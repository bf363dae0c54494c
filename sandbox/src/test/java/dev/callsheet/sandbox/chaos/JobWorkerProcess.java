package dev.callsheet.sandbox.chaos;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.RawResult;
import dev.callsheet.runtime.client.error.ApiException;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.sandbox.InkwellModels;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A process that resumes jobs, submits more, and brings results to disk, as an application would.
 * It says {@code recorded} and a task's UUID when the task is in the journal, {@code downloaded}
 * when its results are on disk, and {@code done} when it is not to submit any and the journal is
 * empty.
 */
final class JobWorkerProcess {
  private static final int AT_ONCE = 12;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(60);

  private final CallsheetClient client;
  private final Path out;
  private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService downloads = Executors.newFixedThreadPool(2);

  private JobWorkerProcess(URI endpoint, Path journal, Path out) {
    this.out = out;
    this.client =
        CallsheetClient.builder()
            .endpoint(endpoint)
            .apiKey("any-key")
            .journal(journal)
            .requestTimeout(Duration.ofMillis(500))
            .retries(new RetryPolicy(4, Duration.ofMillis(20), 2, Duration.ofMillis(200), 0.3))
            .polling(PollPolicy.fixedDelay(Duration.ofMillis(50)))
            .build();
  }

  /**
   * Runs until it is killed, or done.
   *
   * @param arguments the endpoint; the journal's directory; where results go; whether to submit
   */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    var worker =
        new JobWorkerProcess(
            URI.create(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    worker.work(Boolean.parseBoolean(arguments[3]));
  }

  private void work(boolean submits) throws InterruptedException {
    System.out.println("working");
    while (submits || !client.jobs().isEmpty()) {
      client.resume().forEach(this::follow);
      while (submits && underWay.size() < AT_ONCE) {
        submit();
      }
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
    client.close();
    say("done");
    downloads.shutdown();
  }

  private void submit() {
    var id = UUID.randomUUID();
    var job = client.submit(RawRequest.of(task(id).put("taskUUID", id.toString())));
    var unused = job.recorded().thenRun(() -> say("recorded " + id));
    follow(job);
  }

  /** A video, or images that come with the reply or by polls, as the UUID will have it. */
  private static ObjectNode task(UUID id) {
    return kind(id) == 0
        ? InkwellModels.video()
        : InkwellModels.image()
            .put("numberResults", results(id))
            .put("deliveryMethod", id.hashCode() % 2 == 0 ? "sync" : "async");
  }

  /** How many results the task of this UUID is for. */
  static int results(UUID id) {
    return Math.max(1, kind(id));
  }

  private static int kind(UUID id) {
    return Math.floorMod(id.getLeastSignificantBits(), 4);
  }

  private void follow(Job<RawResult> job) {
    underWay.add(job.id());
    var unused =
        job.future()
            .whenCompleteAsync((results, failure) -> ended(job, results, failure), downloads);
  }

  private void ended(
      Job<RawResult> job,
      @Nullable List<Delivery<RawResult>> results,
      @Nullable Throwable failure) {
    underWay.remove(job.id());
    if (results != null) {
      results.forEach(result -> result.download(out));
      say("downloaded " + job.id());
    } else if (failure != null && !isGivenUpForNow(failure)) {
      say("failed " + job.id() + " " + failure);
    }
  }

  /** Given up for now: it is resumed with the next look. */
  private static boolean isGivenUpForNow(Throwable failure) {
    return failure instanceof CompletionException
        && failure.getCause() instanceof ApiException given
        && String.valueOf(given.getMessage()).contains("Given up");
  }

  private static synchronized void say(String line) {
    System.out.println(line);
  }
}
