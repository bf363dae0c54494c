package dev.callsheet.spec.protocol;

import static dev.callsheet.spec.protocol.PlatformClients.LONG;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.error.ApiException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import dev.callsheet.spec.source.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Clients are killed at random moments, and lose one reply in four, on platforms of every kind of
 * {@code once}. A kill is two things in one moment: the platform hears nothing more of the client,
 * and what it wrote down until then is all that the next one finds.
 *
 * <p>{@code -Dcallsheet.platform.kills=100} kills that many of each kind.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("callsheet.platform.kills", 8);
  private static final int REQUESTS_EACH = 4;
  private static final String GENERATION = "X-Generation";

  @TempDir Path folder;

  /** What a platform does about a lost reply. */
  enum Kind {
    KEYED("key: Idempotency-Key"),
    FINDABLE(
        "find: {request: GET /tasks, each: /tasks/*, same: {/input: ''}, id: /id, complete: true}"),
    NEITHER("");

    private final String once;

    Kind(String once) {
      this.once = once;
    }

    PlatformProtocol protocol(int generation) {
      var yaml =
          """
          base: https://acme.example
          key: {variable: ACME_KEY, header: Authorization, value: "Bearer {key}"}
          headers: {X-Generation: %d}
          submit: {request: POST /tasks, id: /id}
          poll:
            request: GET /tasks/{id}
            state: /state
            states: {running: [busy], done: [ok], failed: [error]}
          result: {at: /output}
          once: {refused: [400], %s}
          """
              .formatted(generation, once);
      var json =
          YamlParser.parse(new SourceText("acme.yaml", yaml), (place, problem) -> {})
              .map(YamlNode::json)
              .orElseThrow();
      return PlatformProtocol.of(((ObjectNode) json).put("name", "acme").put("title", "Acme"));
    }
  }

  /** A platform that hears only the client of the current generation. */
  private static final class Acme extends PlatformServer {
    private record Task(String id, JsonNode input, AtomicInteger polls) {}

    private final Random random = new Random(7);
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();
    private final Map<String, Task> byKey = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> sends = new ConcurrentHashMap<>();
    private final AtomicReference<CountDownLatch> untilKill =
        new AtomicReference<>(new CountDownLatch(0));
    private int generation;

    Acme() throws IOException {
      isReplyLost = () -> random.nextInt(4) == 0;
    }

    /** The next client's turn, for so many requests. */
    synchronized CountDownLatch begin(int next, int requests) {
      generation = next;
      var latch = new CountDownLatch(requests);
      untilKill.set(latch);
      return latch;
    }

    Map<String, Integer> paid() {
      return tasks.values().stream()
          .collect(toMap(task -> task.input().path("prompt").asString(), task -> 1, Integer::sum));
    }

    int sends(String prompt) {
      return sends.getOrDefault(prompt, new AtomicInteger()).get();
    }

    @Override
    synchronized @Nullable Answer answer(Call call) {
      if (!call.header(GENERATION).equals(Integer.toString(generation))) {
        return null; // it is dead
      }
      untilKill.get().countDown();
      if (call.method().equals("POST")) {
        return submit(call);
      }
      if (call.path().equals("/tasks")) {
        var list = JSON.createObjectNode();
        var all = list.putArray("tasks");
        tasks
            .values()
            .forEach(task -> all.addObject().put("id", task.id()).set("input", task.input()));
        return Answer.json(200, list.toString());
      }
      var task = tasks.get(call.path().substring("/tasks/".length()));
      if (task == null) {
        return Answer.json(404, "{}");
      }
      return task.polls().incrementAndGet() < 3
          ? Answer.json(200, "{'state':'busy'}")
          : Answer.json(200, "{'state':'ok','output':{'of':" + task.input().path("prompt") + "}}");
    }

    private @Nullable Answer submit(Call call) {
      sends
          .computeIfAbsent(call.body().path("prompt").asString(), any -> new AtomicInteger())
          .incrementAndGet();
      var key = call.header("Idempotency-Key");
      var task = new Task(UUID.randomUUID().toString(), call.body(), new AtomicInteger());
      var first = key.isEmpty() ? null : byKey.putIfAbsent(key, task);
      var taken = first == null ? task : first;
      tasks.put(taken.id(), taken);
      return isReplyLost.getAsBoolean() ? null : Answer.json(200, "{'id':'" + taken.id() + "'}");
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsPaidTwiceAndNothingIsForgotten(Kind kind) throws Exception {
    var random = new Random(KILLS);
    var prompts = new ArrayList<String>();
    try (var acme = new Acme()) {
      var journal = Files.createDirectory(folder.resolve("0"));
      for (var kill = 0; kill < KILLS; kill++) {
        var latch = acme.begin(kill, 1 + random.nextInt(6 * REQUESTS_EACH));
        var client = client(kind, kill, acme, journal);
        client.resume();
        var generation = kill;
        IntStream.range(0, REQUESTS_EACH)
            .mapToObj(n -> "prompt " + generation + "." + n)
            .forEach(
                prompt -> {
                  client.submit(request(prompt)).recorded().join();
                  prompts.add(prompt);
                });
        var unused = latch.await(2, TimeUnit.SECONDS); // or it has nothing more to ask
        acme.begin(kill + 1, 0);
        journal = copy(journal, folder.resolve(Integer.toString(kill + 1)));
        client.close();
      }
      acme.begin(KILLS, 0);
      acme.isReplyLost = () -> false;
      try (var last = client(kind, KILLS, acme, journal)) {
        last.resume().forEach(KillTest::awaitEnd);
        assertEnds(kind, acme, prompts, last.jobs());
      }
    }
  }

  private static void assertEnds(Kind kind, Acme acme, List<String> prompts, List<JobRecord> jobs) {
    var paid = acme.paid();
    assertThat(jobs).hasSameSizeAs(prompts);
    for (var job : jobs) {
      var prompt =
          PlatformServer.JSON.readTree(String.valueOf(job.task().request())).path("prompt");
      var times = paid.getOrDefault(prompt.asString(), 0);
      if (kind == Kind.NEITHER) {
        assertThat(acme.sends(prompt.asString())).as("sends of %s", prompt).isLessThanOrEqualTo(1);
        assertThat(times).isLessThanOrEqualTo(1);
        assertThat(job.phase()).isIn(Phase.FINISHED, Phase.UNCERTAIN);
        assertThat(job.results()).hasSize(job.phase() == Phase.FINISHED ? 1 : 0);
      } else {
        assertThat(times).as("tasks of %s", prompt).isEqualTo(1);
        assertThat(job.phase()).isEqualTo(Phase.FINISHED);
        assertThat(job.results()).containsExactly("{\"of\":" + prompt + "}");
      }
    }
  }

  private static void awaitEnd(Job<?> job) {
    try {
      job.await(LONG);
    } catch (ApiException uncertain) {
      assertThat(uncertain).hasMessageContaining("may have been accepted");
    }
  }

  private static CallsheetClient client(Kind kind, int generation, Acme acme, Path journal) {
    return PlatformClients.builder(kind.protocol(generation), acme.uri(""), journal).build();
  }

  private static RawRequest request(String prompt) {
    return PlatformClients.request("acme", "acme-1", "{'prompt':'" + prompt + "'}");
  }

  /** What a journal holds, in files that belong to no process. */
  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (var files = Files.list(from)) {
      for (var file : files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
        Files.copy(file, to.resolve("dead-" + UUID.randomUUID() + ".jsonl"));
      }
    }
    return to;
  }
}
