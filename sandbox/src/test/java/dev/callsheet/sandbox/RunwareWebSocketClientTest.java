package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.RawResult;
import dev.callsheet.runtime.client.error.AuthException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.job.JobListener.Notified;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.client.policy.WebSocketPolicy;
import dev.callsheet.sandbox.behavior.AcknowledgmentForm;
import dev.callsheet.sandbox.behavior.EmptyErrors;
import dev.callsheet.sandbox.behavior.PushedResults;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.ResultOrder;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WebSocketBehavior;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.behavior.WireFault.Target;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.sandbox.ledger.TaskAccount;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The client over WebSocket, against a server that has its bad days. */
final class RunwareWebSocketClientTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final WebSocketBehavior SOCKET = WebSocketBehavior.defaults();

  private final BlockingQueue<Notified> notified = new LinkedBlockingQueue<>();
  private Duration silence = LIMIT;
  private Sandbox sandbox;
  private CallsheetClient client;

  private void start(Duration renderTime, Duration poll, SandboxBehavior.Builder behavior)
      throws IOException {
    sandbox =
        Sandbox.start(
            InkwellModels.options()
                .apiKeys("key-of-a-test")
                .renderTime(RenderTime.fixed(renderTime))
                .behavior(behavior.build())
                .build());
    client = client("key-of-a-test", poll);
  }

  private CallsheetClient client(String key, Duration poll) {
    return CallsheetClient.builder()
        .endpoint(sandbox.socketEndpoint())
        .apiKey(key)
        .journal(Journal.none())
        .listener(
            new JobListener() {
              @Override
              public void onNotified(Notified event) {
                notified.add(event);
              }
            })
        .requestTimeout(Duration.ofSeconds(2))
        .retries(new RetryPolicy(4, Duration.ofMillis(10), 1, Duration.ofMillis(10), 0))
        .polling(PollPolicy.fixedDelay(poll))
        .webSocket(
            new WebSocketPolicy(
                Duration.ofMillis(100),
                silence,
                Duration.ofSeconds(5),
                Duration.ofMillis(200),
                Duration.ofMillis(10),
                Duration.ofMillis(50)))
        .build();
  }

  @AfterEach
  void stop() {
    client.close();
    sandbox.close();
  }

  @Test
  void usesPushedResultsAndNeverPolls() throws Exception {
    start(
        Duration.ofMillis(50),
        LIMIT,
        SandboxBehavior.builder()
            .stagger(Duration.ofMillis(30))
            .webSocket(SOCKET.pushedResults(PushedResults.EACH)));
    Job<RawResult> job = client.submit(RawRequest.of(images(3)));
    assertThat(job.await(LIMIT)).hasSize(3);
    assertThat(account(job).count(LedgerEntry.Kind.PUSH)).isEqualTo(3);
    assertThat(account(job).count(LedgerEntry.Kind.POLL)).isZero();
    for (int i = 0; i < 3; i++) {
      assertThat(notified.poll(30, TimeUnit.SECONDS)).isEqualTo(new Notified(job.id(), true));
    }
  }

  @Test
  void pollsWhenNothingIsPushed() throws Exception {
    start(
        Duration.ofMillis(50),
        Duration.ofMillis(20),
        SandboxBehavior.builder().webSocket(SOCKET.pushedResults(PushedResults.NONE)));
    Job<RawResult> job = client.submit(RawRequest.of(images(2)));
    assertThat(job.await(LIMIT)).hasSize(2);
  }

  @Test
  void takesResultsThatAreTheReply() throws Exception {
    start(Duration.ofMillis(50), LIMIT, SandboxBehavior.builder());
    ObjectNode task = InkwellModels.image().put("deliveryMethod", "sync").put("numberResults", 2);
    assertThat(client.submit(RawRequest.of(task)).await(LIMIT)).hasSize(2);
  }

  @Test
  void goesOverHttpWhereThereIsNoWebSocket() throws Exception {
    start(
        Duration.ZERO,
        Duration.ofMillis(20),
        SandboxBehavior.builder().webSocket(SOCKET.disabled()));
    assertThat(client.submit(RawRequest.of(images(1))).await(LIMIT)).hasSize(1);
  }

  @Test
  void saysAtOnceThatTheKeyIsWrong() throws Exception {
    start(Duration.ZERO, LIMIT, SandboxBehavior.builder());
    client.close();
    client = client("a-wrong-key", LIMIT);
    Job<RawResult> job = client.submit(RawRequest.of(images(1)));
    assertThatThrownBy(() -> job.await(LIMIT)).isInstanceOf(AuthException.class);
    assertThat(account(job).submissionCount()).isZero();
  }

  static Stream<SandboxBehavior.Builder> badDays() {
    return Stream.concat(
        Stream.of(
                WireFault.dropReply(),
                WireFault.dropReply().times(2),
                WireFault.dropReply().beforeAccepting(),
                WireFault.silence(),
                WireFault.silence().beforeAccepting(),
                WireFault.silence().on(Target.POLL),
                WireFault.errorWithoutTask("internalServerError"),
                WireFault.errorWithoutTask("internalServerError").afterAccepting(),
                WireFault.errorWithoutTask("invalidParameter").afterAccepting(),
                WireFault.errorWithoutTask("providerError").on(Target.POLL),
                WireFault.error("serviceUnavailable"),
                WireFault.additionalError("providerError"),
                WireFault.additionalError("providerError").on(Target.POLL),
                WireFault.htmlPage(502).afterAccepting(),
                WireFault.htmlPage(502).on(Target.POLL),
                WireFault.status(503),
                WireFault.delayReply(Duration.ofMillis(200)))
            .map(fault -> SandboxBehavior.builder().wireFaults(fault)),
        Stream.of(
            SandboxBehavior.builder()
                .webSocket(SOCKET.replayWindow(Duration.ZERO))
                .wireFaults(WireFault.dropReply()),
            SandboxBehavior.builder()
                .webSocket(SOCKET.replayWindow(Duration.ZERO))
                .wireFaults(WireFault.silence()),
            SandboxBehavior.builder().webSocket(SOCKET.idleTimeout(Duration.ofMillis(60))),
            SandboxBehavior.builder().webSocket(SOCKET.strayFrames(3)),
            SandboxBehavior.builder().acknowledgment(AcknowledgmentForm.EMPTY),
            SandboxBehavior.builder().emptyErrors(EmptyErrors.PRESENT),
            SandboxBehavior.builder().resultOrder(ResultOrder.ROTATING)));
  }

  @ParameterizedTest
  @MethodSource("badDays")
  void losesNoResultAndPaysOnceUnderFaults(SandboxBehavior.Builder day) throws Exception {
    silence = Duration.ofMillis(400);
    start(Duration.ofMillis(100), Duration.ofMillis(20), day);
    List<Job<RawResult>> jobs =
        IntStream.range(0, 3).mapToObj(i -> client.submit(RawRequest.of(images(2)))).toList();
    for (Job<RawResult> job : jobs) {
      assertThat(job.await(LIMIT)).hasSize(2);
      assertThat(account(job).chargeCount()).isEqualTo(1);
    }
  }

  @Test
  void keepsResultsWhenOthersFail() throws Exception {
    RenderFailure failure = new RenderFailure(1, "imageBlocked", "Not fit to be shown.");
    start(Duration.ZERO, Duration.ofMillis(20), SandboxBehavior.builder().renderFailure(failure));
    Job<RawResult> job = client.submit(RawRequest.of(images(3)));
    assertThat(job.await(LIMIT)).hasSize(2);
    assertThat(job.results()).hasSize(3);
  }

  @Test
  void needsOneConnectionForManyJobs() throws Exception {
    Set<Thread> others = Thread.getAllStackTraces().keySet();
    start(Duration.ofMillis(50), Duration.ofSeconds(1), SandboxBehavior.builder());
    List<Job<RawResult>> jobs =
        IntStream.range(0, 500).mapToObj(i -> client.submit(RawRequest.of(images(1)))).toList();
    for (Job<RawResult> job : jobs) {
      assertThat(job.await(LIMIT)).hasSize(1);
      assertThat(account(job).chargeCount()).isEqualTo(1);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !others.contains(thread))
        .extracting(Thread::getName)
        .filteredOn(name -> name.startsWith("callsheet-") && !name.contains("sandbox"))
        .hasSizeLessThan(10);
  }

  private TaskAccount account(Job<RawResult> job) {
    return sandbox.ledger().account(job.id());
  }

  private static ObjectNode images(int results) {
    return InkwellModels.image().put("deliveryMethod", "async").put("numberResults", results);
  }
}
