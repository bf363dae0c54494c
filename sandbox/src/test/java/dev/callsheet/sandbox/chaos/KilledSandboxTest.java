package dev.callsheet.sandbox.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.InkwellModels;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a sandbox has answered is in its folder, although its process is killed at any moment. */
final class KilledSandboxTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int CALLERS = 4;
  private static final int ANSWERED = 120;

  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private ChildProcess process;
  private URI page;

  @BeforeEach
  void start() throws Exception {
    process = ChildProcess.start(StatefulSandboxProcess.class, folder);
    page = URI.create(process.next(PATIENCE));
  }

  @AfterEach
  void kill() {
    process.kill();
  }

  private JsonNode sent(ObjectNode task) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(post(List.of(task)).body());
  }

  private HttpResponse<String> post(List<ObjectNode> tasks)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(page.resolve("v1"))
            .header("Authorization", "Bearer of-a-test")
            .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(tasks)))
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode polled(String task) throws IOException, InterruptedException {
    ObjectNode poll = JsonMapper.shared().createObjectNode();
    return sent(poll.put("taskType", "getResponse").put("taskUUID", task)).path("data").path(0);
  }

  private byte[] fetched(String address) throws IOException, InterruptedException {
    URI file = page.resolve("media/" + address.replaceFirst(".*/", ""));
    return http.send(HttpRequest.newBuilder(file).build(), BodyHandlers.ofByteArray()).body();
  }

  @Test
  void theNextProcessHasTheTasksTheMediaAndTheLedgerOfTheKilledOne() throws Exception {
    ObjectNode video = InkwellModels.video().put("deliveryMethod", "async");
    ObjectNode image = InkwellModels.image();
    sent(video);
    JsonNode result = sent(image).path("data").path(0);
    byte[] file = fetched(result.path("imageURL").asString());
    ObjectNode upload =
        JsonMapper.shared()
            .createObjectNode()
            .put("taskType", "imageUpload")
            .put("taskUUID", UUID.randomUUID().toString())
            .put("image", "AAAAAAAA");
    String stored = sent(upload).path("data").path(0).path("imageURL").asString();
    LedgerPage before = LedgerPage.of(page.resolve("ledger"));

    ChildProcess second = ChildProcess.start(StatefulSandboxProcess.class, folder);
    assertThat(second.next(PATIENCE)).contains("another sandbox has it, in process");
    second.kill();
    process.kill();
    start();

    assertThat(LedgerPage.of(page.resolve("ledger")).page()).isEqualTo(before.page());
    assertThat(before.page().path("total").decimalValue()).isPositive();
    assertThat(polled(image.path("taskUUID").asString()).path("imageUUID"))
        .isEqualTo(result.path("imageUUID"));
    assertThat(fetched(result.path("imageURL").asString())).isEqualTo(file);
    assertThat(fetched(stored)).isEqualTo(new byte[6]);
    assertThat(polled(video.path("taskUUID").asString()).path("status").asString())
        .isEqualTo("processing");
    assertThat(sent(image).at("/errors/0/code").asString()).isEqualTo("conflictTaskUUID");
  }

  @Test
  void allThatWasAnsweredBeforeTheKillIsThereAndChargedOnce() throws Exception {
    Queue<String> answered = new ConcurrentLinkedQueue<>();
    CountDownLatch enough = new CountDownLatch(ANSWERED);
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    for (int i = 0; i < CALLERS; i++) {
      callers.execute(() -> submitUntilKilled(answered, enough));
    }
    assertThat(enough.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    process.kill();
    callers.shutdown();
    assertThat(callers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

    start();

    LedgerPage ledger = LedgerPage.of(page.resolve("ledger"));
    List<String> tasks = new ArrayList<>(answered);
    assertThat(tasks).hasSizeGreaterThanOrEqualTo(ANSWERED);
    for (String task : tasks) {
      assertThat(polled(task).path("status").asString()).isEqualTo("processing");
      assertThat(ledger.count(UUID.fromString(task), "charge")).isOne();
    }
  }

  private void submitUntilKilled(Queue<String> answered, CountDownLatch enough) {
    try {
      while (true) {
        ObjectNode task = InkwellModels.video().put("deliveryMethod", "async");
        if (post(List.of(task)).statusCode() == 200) {
          answered.add(task.path("taskUUID").asString());
          enough.countDown();
        }
      }
    } catch (IOException killed) {
      // as expected
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
