package dev.callsheet.runtime.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.policy.WebSocketPolicy;
import dev.callsheet.runtime.internal.loop.VirtualEventLoop;
import dev.callsheet.runtime.internal.transport.ApiKey;
import dev.callsheet.runtime.internal.transport.TaskHandle;
import dev.callsheet.runtime.internal.transport.Transport;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.wire.ApiReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketTransportTest {
  private static final UUID A = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000000");
  private static final UUID B = UUID.fromString("bbbbbbbb-0000-4000-8000-000000000000");
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final ApiReply OVER_HTTP =
      new ApiReply.ParsedReply(200, null, List.of(), List.of());

  private final VirtualEventLoop loop = new VirtualEventLoop();
  private final ScriptedConnectionFactory wire = new ScriptedConnectionFactory();
  private final List<TransportRequest> overHttp = new ArrayList<>();
  private final List<ApiReply.ParsedReply> news = new ArrayList<>();
  private final WebSocketTransport transport = transport();

  private WebSocketTransport transport() {
    var http =
        new Transport() {
          @Override
          public CompletableFuture<ApiReply> exchange(TransportRequest message) {
            overHttp.add(message);
            return CompletableFuture.completedFuture(OVER_HTTP);
          }

          @Override
          public int maxConcurrency() {
            return 3;
          }

          @Override
          public void close() {}
        };
    var made =
        new WebSocketTransport(
            wire,
            http,
            new ApiKey("key-of-a-test"),
            WebSocketPolicy.standard(),
            TIMEOUT,
            1000,
            loop,
            new Random(1));
    made.setNotificationListener(news::add);
    return made;
  }

  private static TaskHandle handle(UUID task) {
    return new TaskHandle(task, "acme:clip@1", Instant.EPOCH, null);
  }

  private CompletableFuture<ApiReply> submit(UUID task) {
    return transport.exchange(
        TransportRequest.submission(
            handle(task), ("[{\"taskUUID\":\"" + task + "\"}]").getBytes(StandardCharsets.UTF_8)));
  }

  private CompletableFuture<ApiReply> poll(UUID... tasks) {
    return transport.exchange(
        TransportRequest.poll(Stream.of(tasks).map(WebSocketTransportTest::handle).toList()));
  }

  /** Opens the connection by a first task, which is acknowledged. */
  private void open() {
    var first = UUID.randomUUID();
    var reply = submit(first);
    wire.openAndAuthenticate();
    wire.receive(data(ack(first)));
    assertThat(reply).isDone();
    wire.sent();
  }

  private static String data(String... items) {
    return "{\"data\":[" + String.join(",", items) + "]}";
  }

  private static String errors(String... errors) {
    return "{\"errors\":[" + String.join(",", errors) + "]}";
  }

  private static String ack(UUID task) {
    return "{\"taskType\":\"videoInference\",\"taskUUID\":\"" + task + "\"}";
  }

  private static String success(UUID task) {
    return "{\"taskUUID\":\"%s\",\"status\":\"success\",\"videoUUID\":\"%s\"}"
        .formatted(task, task);
  }

  private static ApiReply.ParsedReply answer(CompletableFuture<ApiReply> reply) {
    assertThat(reply).isDone();
    return (ApiReply.ParsedReply) reply.join();
  }

  private static void assertUnclear(CompletableFuture<ApiReply> reply) {
    assertThat(reply).isDone();
    assertThat(reply.join()).isInstanceOf(ApiReply.Failure.class);
  }

  @Test
  void authenticatesBeforeSendingTasks() {
    var reply = submit(A);
    wire.open();
    assertThat(wire.sent())
        .containsExactly("[{\"taskType\":\"authentication\",\"apiKey\":\"key-of-a-test\"}]");

    wire.receive(ScriptedConnectionFactory.SESSION);
    assertThat(wire.sent()).singleElement().asString().contains(A.toString());
    wire.receive(data(ack(A)));

    assertThat(answer(reply).items()).hasSize(1);
    assertThat(overHttp).isEmpty();
  }

  @Test
  void skipsFramesBeforeTheReplyToTheAuthentication() {
    var reply = submit(A);
    wire.open();
    wire.receive(data("{\"taskType\":\"ping\",\"pong\":true}"));
    wire.receive(data(success(B)));
    wire.receive(ScriptedConnectionFactory.SESSION);
    wire.receive(data(ack(A)));

    assertThat(reply).isDone();
    assertThat(news).hasSize(1); // a result is one, whenever it comes
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errors\":[{\"code\":\"invalidApiKey\",\"taskType\":\"authentication\"}]}",
        "{\"data\":[],\"errors\":[{\"code\":\"forbidden\"}]}",
        "{\"error\":true,\"errorId\":19,\"errorMessage\":\"Invalid API key\"}"
      })
  void wrongKey_failsAtOnceWithoutRetry(String refusal) {
    var reply = submit(A);
    wire.open();
    wire.receive(refusal);

    assertThat(answer(reply).errors())
        .singleElement()
        .satisfies(error -> assertThat(error.category()).isEqualTo(ErrorCategory.AUTH));
    loop.advance(Duration.ofHours(1));
    assertThat(wire.connectCount()).isEqualTo(1);
    assertThat(wire.isOpen()).isFalse();
    assertThat(overHttp).isEmpty();
  }

  @Test
  void frameOfSeveralTasks_answersPendingAndNotifiesOfTheRest() {
    open();
    var submission = submit(A);
    var poll = poll(B);
    var other = UUID.randomUUID();

    wire.receive(data(success(other), success(B), ack(A)));

    assertThat(answer(submission).items()).hasSize(1);
    assertThat(answer(poll).items()).hasSize(1);
    assertThat(news)
        .singleElement()
        .satisfies(answer -> assertThat(answer.tasks()).containsExactly(other));
    assertThat(transport.sendsNotifications()).isTrue();
  }

  @Test
  void onlyFirstFrameOfATaskIsTheReply() {
    open();
    var reply = submit(A);
    wire.receive(data(success(A)));
    wire.receive(data(success(A)));

    assertThat(answer(reply).items()).hasSize(1);
    assertThat(news).hasSize(1);
  }

  @Test
  void keepsAnErrorBesideDataFromOthers() {
    open();
    var first = submit(A);
    var second = submit(B);
    wire.receive(
        "{\"data\":[" + ack(A) + "],\"errors\":[{\"code\":\"providerError\",\"message\":\"oh\"}]}");

    assertThat(answer(first).errors()).isEmpty();
    assertThat(second).isNotDone();
  }

  @Test
  void errorWithoutTask_pendingTasksFallBackToHttp() {
    open();
    var first = submit(A);
    var second = poll(B);
    wire.receive(errors("{\"code\":\"internalServerError\"}"));

    assertUnclear(first);
    assertUnclear(second);
    assertThat(submit(A).join()).isSameAs(OVER_HTTP);
    assertThat(poll(B).join()).isSameAs(OVER_HTTP);
    assertThat(wire.isOpen()).isTrue();
    assertThat(submit(UUID.randomUUID())).isNotDone(); // this one goes over the socket again
  }

  @Test
  void asksOverHttpWhenAFrameCannotBeRead() {
    open();
    var reply = submit(A);
    wire.receive("<html>502</html>");

    assertUnclear(reply);
    assertThat(submit(A).join()).isSameAs(OVER_HTTP);
  }

  @Test
  void givesARefusalToItsTask() {
    open();
    var first = submit(A);
    var second = submit(B);
    wire.receive(errors("{\"code\":\"invalidParameter\",\"taskUUID\":\"" + A + "\"}"));

    assertThat(answer(first).errors()).hasSize(1);
    assertThat(second).isNotDone();
  }

  @Test
  void lateSubmissionReply_isNoResultFailure() {
    open();
    wire.receive(errors("{\"code\":\"conflictTaskUUID\",\"taskUUID\":\"" + A + "\"}"));
    assertThat(news).isEmpty();

    var poll = poll(A);
    wire.receive(errors("{\"code\":\"conflictTaskUUID\",\"taskUUID\":\"" + A + "\"}"));
    assertThat(answer(poll).errors()).isEmpty();
  }

  @Test
  void failedResult_isNotified() {
    open();
    wire.receive(
        errors("{\"code\":\"providerError\",\"status\":\"error\",\"taskUUID\":\"" + A + "\"}"));

    assertThat(news).singleElement().satisfies(one -> assertThat(one.errors()).hasSize(1));
  }

  @Test
  void waitsALittleForTheRestOfAReply() {
    open();
    var reply = poll(A, B);
    wire.receive(data(success(A)));
    assertThat(reply).isNotDone();
    loop.advance(Duration.ofSeconds(1));

    assertThat(answer(reply).tasks()).containsExactly(A);
  }

  @Test
  void neverHasTwoQuestionsAboutATaskUnderWayOnTheSocket() {
    open();
    var first = poll(A);
    wire.sent();

    assertThat(poll(A, B).join()).isSameAs(OVER_HTTP);

    assertThat(wire.sent()).isEmpty();
    assertThat(first).isNotDone();
  }

  @Test
  void asksOverHttpWhatTheSocketDoesNotAnswer() {
    open();
    var submission = submit(A);
    var poll = poll(B);
    keepAlive(Duration.ofSeconds(10));
    assertUnclear(poll);
    assertThat(submission).isNotDone();
    keepAlive(Duration.ofSeconds(50));
    assertUnclear(submission);

    assertThat(poll(B).join()).isSameAs(OVER_HTTP);
    assertThat(submit(A).join()).isSameAs(OVER_HTTP);
  }

  /** Lets time pass on a connection that shows signs of life. */
  private void keepAlive(Duration time) {
    for (var passed = 0L; passed < time.toSeconds(); passed++) {
      loop.advance(Duration.ofSeconds(1));
      wire.receive(data("{\"taskType\":\"ping\",\"pong\":true}"));
    }
  }

  @Test
  void pingsAndGivesUpAConnectionWithoutASignOfLife() {
    open();
    loop.advance(Duration.ofSeconds(30));
    assertThat(wire.sent()).containsExactly("[{\"taskType\":\"ping\",\"ping\":true}]");
    wire.receive(data("{\"taskType\":\"ping\",\"pong\":true}"));
    loop.advance(Duration.ofSeconds(44));
    assertThat(wire.isOpen()).isTrue();
    loop.advance(Duration.ofSeconds(1));

    assertThat(wire.isOpen()).isFalse();
    loop.advance(Duration.ofMillis(1500));
    assertThat(wire.connectCount()).isEqualTo(2);
  }

  @Test
  void goesOverHttpWhileTheSocketCannotBeHad() {
    var reply = submit(A);
    wire.end();
    assertThat(reply.join()).isSameAs(OVER_HTTP);
    assertThat(transport.maxConcurrency()).isEqualTo(3);
    assertThat(submit(B).join()).isSameAs(OVER_HTTP);

    loop.advance(Duration.ofSeconds(2));
    wire.openAndAuthenticate();

    wire.sent();
    var again = submit(UUID.randomUUID());
    assertThat(wire.sent()).hasSize(1);
    assertThat(again).isNotDone();
    assertThat(transport.maxConcurrency()).isGreaterThan(3);
  }

  @Test
  void triesAgainAfterEverLongerPausesWithoutEnd() {
    var unused = submit(A);
    wire.end();
    for (var attempt = 2; attempt < 40; attempt++) {
      loop.advance(Duration.ofSeconds(45));
      assertThat(wire.connectCount()).isEqualTo(attempt);
      wire.end();
    }
    loop.advance(Duration.ofSeconds(29));
    assertThat(wire.connectCount()).isEqualTo(39);
  }

  @Test
  void givesUpAServerThatDoesNotAnswerTheAuthentication() {
    var reply = submit(A);
    wire.open();
    loop.advance(Duration.ofSeconds(15));

    assertThat(reply.join()).isSameAs(OVER_HTTP);
    assertThat(wire.isOpen()).isFalse();
  }

  @Test
  void takesTheSessionUpAgainAndTheAnswerThatWasUnderWay() {
    open();
    var reply = submit(A);
    wire.end();
    loop.advance(Duration.ofMillis(1600));
    wire.open();
    assertThat(wire.sent())
        .contains(
            "[{\"taskType\":\"authentication\",\"apiKey\":\"key-of-a-test\","
                + "\"connectionSessionUUID\":\"s-1\"}]");
    wire.receive(ScriptedConnectionFactory.SESSION);
    assertThat(reply).isNotDone();
    wire.receive(data(ack(A)));

    assertThat(answer(reply).items()).hasSize(1);
  }

  @Test
  void resumedSession_unansweredTasksStayOpen() {
    open();
    var reply = submit(A);
    wire.end();
    loop.advance(Duration.ofMillis(1600));
    wire.openAndAuthenticate();
    loop.advance(Duration.ofMillis(400));

    assertUnclear(reply);
    assertThat(submit(A).join()).isSameAs(OVER_HTTP);
  }

  @Test
  void leavesOpenWhatWasUnderWayWhenTheServerHasForgottenTheSession() {
    open();
    var reply = submit(A);
    wire.end();
    loop.advance(Duration.ofMillis(1600));
    wire.open();
    wire.receive(ScriptedConnectionFactory.SESSION.replace("s-1", "s-2"));

    assertUnclear(reply);
  }

  @Test
  void connectionLost_noLongerExpectsNotifications() {
    open();
    wire.receive(data(success(A)));
    assertThat(transport.sendsNotifications()).isTrue();
    wire.end();

    assertThat(transport.sendsNotifications()).isFalse();
  }

  @Test
  void ignoresFramesOfAbandonedConnection() {
    open();
    loop.advance(Duration.ofSeconds(45));
    wire.receive(data(success(A)));

    assertThat(news).isEmpty();
  }

  @Test
  void makesNoConnectionOnceClosed() {
    open();
    transport.close();
    assertThat(wire.isOpen()).isFalse();
    wire.end();
    loop.advance(Duration.ofMinutes(10));

    assertThat(wire.connectCount()).isEqualTo(1);
  }
}
