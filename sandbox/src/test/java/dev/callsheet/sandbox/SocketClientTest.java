package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.Job;
import dev.callsheet.runtime.client.JobListener;
import dev.callsheet.runtime.client.JobListener.Told;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.RawResult;
import dev.callsheet.runtime.client.RunwareClient;
import dev.callsheet.runtime.client.error.AuthException;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.client.policy.SocketPolicy;
import dev.callsheet.sandbox.knob.AckShape;
import dev.callsheet.sandbox.knob.EmptyErrors;
import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.PushedResults;
import dev.callsheet.sandbox.knob.RenderFailure;
import dev.callsheet.sandbox.knob.ResultOrder;
import dev.callsheet.sandbox.knob.SocketKnobs;
import dev.callsheet.sandbox.knob.WireFault;
import dev.callsheet.sandbox.knob.WireFault.Target;
import dev.callsheet.sandbox.ledger.Account;
import dev.callsheet.sandbox.ledger.Entry;
import dev.callsheet.sandbox.render.RenderTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
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
final class SocketClientTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final SocketKnobs SOCKET = SocketKnobs.defaults();

  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private Duration silence = LIMIT;
  private Sandbox sandbox;
  private RunwareClient client;

  private void start(Duration renderTime, Duration poll, Knobs.Builder knobs) throws IOException {
    sandbox =
        Sandbox.start(
            Inkwell.options()
                .apiKeys("key-of-a-test")
                .renderTime(RenderTime.fixed(renderTime))
                .knobs(knobs.build())
                .build());
    client = client("key-of-a-test", poll);
  }

  private RunwareClient client(String key, Duration poll) {
    return RunwareClient.builder()
        .endpoint(sandbox.socketEndpoint())
        .apiKey(key)
        .journal(Journal.none())
        .listener(
            new JobListener() {
              @Override
              public void onTold(Told event) {
                told.add(event);
              }
            })
        .requestTimeout(Duration.ofSeconds(2))
        .retries(new RetryPolicy(4, Duration.ofMillis(10), 1, Duration.ofMillis(10), 0))
        .polling(PollPolicy.every(poll))
        .socket(
            new SocketPolicy(
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
  void takesResultsAsTheyAreToldAndNeverPolls() throws Exception {
    start(Duration.ofMillis(50), LIMIT, Knobs.builder().stagger(Duration.ofMillis(30)));
    Job<RawResult> job = client.submit(RawRequest.of(images(3)));
    assertThat(job.await(LIMIT)).hasSize(3);
    assertThat(account(job).count(Entry.Kind.PUSH)).isEqualTo(3);
    assertThat(account(job).count(Entry.Kind.POLL)).isZero();
    for (int i = 0; i < 3; i++) {
      assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(new Told(job.id(), true));
    }
  }

  @Test
  void pollsWhereNothingIsTold() throws Exception {
    start(
        Duration.ofMillis(50),
        Duration.ofMillis(20),
        Knobs.builder().socket(SOCKET.pushing(PushedResults.NONE)));
    Job<RawResult> job = client.submit(RawRequest.of(images(2)));
    assertThat(job.await(LIMIT)).hasSize(2);
  }

  @Test
  void takesResultsThatAreTheReply() throws Exception {
    start(Duration.ofMillis(50), LIMIT, Knobs.builder());
    ObjectNode task = Inkwell.image().put("deliveryMethod", "sync").put("numberResults", 2);
    assertThat(client.submit(RawRequest.of(task)).await(LIMIT)).hasSize(2);
  }

  @Test
  void goesOverHttpWhereThereIsNoWebSocket() throws Exception {
    start(Duration.ZERO, Duration.ofMillis(20), Knobs.builder().socket(SOCKET.refused()));
    assertThat(client.submit(RawRequest.of(images(1))).await(LIMIT)).hasSize(1);
  }

  @Test
  void saysAtOnceThatTheKeyIsWrong() throws Exception {
    start(Duration.ZERO, LIMIT, Knobs.builder());
    client.close();
    client = client("a-wrong-key", LIMIT);
    Job<RawResult> job = client.submit(RawRequest.of(images(1)));
    assertThatThrownBy(() -> job.await(LIMIT)).isInstanceOf(AuthException.class);
    assertThat(account(job).submits()).isZero();
  }

  static Stream<Knobs.Builder> badDays() {
    return Stream.concat(
        Stream.of(
                WireFault.dropReply(),
                WireFault.dropReply().times(2),
                WireFault.dropReply().beforeAccepting(),
                WireFault.silence(),
                WireFault.silence().beforeAccepting(),
                WireFault.silence().on(Target.POLL),
                WireFault.errorOfNobody("internalServerError"),
                WireFault.errorOfNobody("internalServerError").afterAccepting(),
                WireFault.errorOfNobody("invalidParameter").afterAccepting(),
                WireFault.errorOfNobody("providerError").on(Target.POLL),
                WireFault.error("serviceUnavailable"),
                WireFault.errorBeside("providerError"),
                WireFault.errorBeside("providerError").on(Target.POLL),
                WireFault.notJson(502).afterAccepting(),
                WireFault.notJson(502).on(Target.POLL),
                WireFault.status(503),
                WireFault.delayReply(Duration.ofMillis(200)))
            .map(fault -> Knobs.builder().wireFaults(fault)),
        Stream.of(
            Knobs.builder().socket(SOCKET.replay(Duration.ZERO)).wireFaults(WireFault.dropReply()),
            Knobs.builder().socket(SOCKET.replay(Duration.ZERO)).wireFaults(WireFault.silence()),
            Knobs.builder().socket(SOCKET.idle(Duration.ofMillis(60))),
            Knobs.builder().socket(SOCKET.strayFrames(3)),
            Knobs.builder().ack(AckShape.EMPTY),
            Knobs.builder().emptyErrors(EmptyErrors.PRESENT),
            Knobs.builder().resultOrder(ResultOrder.ROTATING)));
  }

  @ParameterizedTest
  @MethodSource("badDays")
  void losesNoResultAndPaysOnceOnWhateverBadDay(Knobs.Builder day) throws Exception {
    silence = Duration.ofMillis(400);
    start(Duration.ofMillis(100), Duration.ofMillis(20), day);
    List<Job<RawResult>> jobs =
        IntStream.range(0, 3).mapToObj(i -> client.submit(RawRequest.of(images(2)))).toList();
    for (Job<RawResult> job : jobs) {
      assertThat(job.await(LIMIT)).hasSize(2);
      assertThat(account(job).charges()).isEqualTo(1);
    }
  }

  @Test
  void keepsResultsWhenOthersFail() throws Exception {
    RenderFailure failure = new RenderFailure(1, "imageBlocked", "Not fit to be shown.");
    start(Duration.ZERO, Duration.ofMillis(20), Knobs.builder().renderFailure(failure));
    Job<RawResult> job = client.submit(RawRequest.of(images(3)));
    assertThat(job.await(LIMIT)).hasSize(2);
    assertThat(job.results()).hasSize(3);
  }

  @Test
  void needsOneConnectionForManyJobs() throws Exception {
    start(Duration.ofMillis(50), Duration.ofSeconds(1), Knobs.builder());
    List<Job<RawResult>> jobs =
        IntStream.range(0, 500).mapToObj(i -> client.submit(RawRequest.of(images(1)))).toList();
    for (Job<RawResult> job : jobs) {
      assertThat(job.await(LIMIT)).hasSize(1);
      assertThat(account(job).charges()).isEqualTo(1);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .filteredOn(name -> name.startsWith("callsheet-") && !name.contains("sandbox"))
        .hasSizeLessThan(10);
  }

  private Account account(Job<RawResult> job) {
    return sandbox.ledger().account(job.id());
  }

  private static ObjectNode images(int results) {
    return Inkwell.image().put("deliveryMethod", "async").put("numberResults", results);
  }
}
