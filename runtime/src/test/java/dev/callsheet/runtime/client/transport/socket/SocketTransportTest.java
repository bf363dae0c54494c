package dev.callsheet.runtime.client.transport.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.loop.VirtualLoop;
import dev.callsheet.runtime.client.policy.SocketPolicy;
import dev.callsheet.runtime.client.transport.ApiKey;
import dev.callsheet.runtime.client.transport.Message;
import dev.callsheet.runtime.client.transport.Transport;
import dev.callsheet.runtime.client.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketTransportTest {
  private static final UUID A = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000000");
  private static final UUID B = UUID.fromString("bbbbbbbb-0000-4000-8000-000000000000");
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Reply OVER_HTTP = new Reply.Answer(200, null, List.of(), List.of());

  private final VirtualLoop loop = new VirtualLoop();
  private final ScriptedWire wire = new ScriptedWire();
  private final List<Message> overHttp = new ArrayList<>();
  private final List<Reply.Answer> news = new ArrayList<>();
  private final SocketTransport transport = transport();

  private SocketTransport transport() {
    var http =
        new Transport() {
          @Override
          public CompletableFuture<Reply> exchange(Message message) {
            overHttp.add(message);
            return CompletableFuture.completedFuture(OVER_HTTP);
          }

          @Override
          public int width() {
            return 3;
          }

          @Override
          public void close() {}
        };
    var made =
        new SocketTransport(
            wire,
            http,
            new ApiKey("key-of-a-test"),
            SocketPolicy.standard(),
            TIMEOUT,
            loop,
            new Random(1));
    made.listen(news::add);
    return made;
  }

  private CompletableFuture<Reply> submit(UUID task) {
    return transport.exchange(
        Message.submission(
            task, ("[{\"taskUUID\":\"" + task + "\"}]").getBytes(StandardCharsets.UTF_8)));
  }

  private CompletableFuture<Reply> poll(UUID... tasks) {
    return transport.exchange(Message.poll(List.of(tasks)));
  }

  /** Opens the connection by a first task, which is acknowledged. */
  private void open() {
    var first = UUID.randomUUID();
    var reply = submit(first);
    wire.welcome();
    wire.say(data(ack(first)));
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

  private static Reply.Answer answer(CompletableFuture<Reply> reply) {
    assertThat(reply).isDone();
    return (Reply.Answer) reply.join();
  }

  private static void assertUnclear(CompletableFuture<Reply> reply) {
    assertThat(reply).isDone();
    assertThat(reply.join()).isInstanceOf(Reply.NoAnswer.class);
  }

  @Test
  void tellsTheKeyFirstAndTheTaskWhenTheServerKnowsWhoCalls() {
    var reply = submit(A);
    wire.stand();
    assertThat(wire.sent())
        .containsExactly("[{\"taskType\":\"authentication\",\"apiKey\":\"key-of-a-test\"}]");

    wire.say(ScriptedWire.SESSION);
    assertThat(wire.sent()).singleElement().asString().contains(A.toString());
    wire.say(data(ack(A)));

    assertThat(answer(reply).items()).hasSize(1);
    assertThat(overHttp).isEmpty();
  }

  @Test
  void skipsFramesBeforeTheReplyToTheAuthentication() {
    var reply = submit(A);
    wire.stand();
    wire.say(data("{\"taskType\":\"ping\",\"pong\":true}"));
    wire.say(data(success(B)));
    wire.say(ScriptedWire.SESSION);
    wire.say(data(ack(A)));

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
  void saysAtOnceThatTheKeyIsWrongAndLeavesItAtThat(String refusal) {
    var reply = submit(A);
    wire.stand();
    wire.say(refusal);

    assertThat(answer(reply).errors())
        .singleElement()
        .satisfies(error -> assertThat(error.category()).isEqualTo(ErrorCategory.AUTH));
    loop.advance(Duration.ofHours(1));
    assertThat(wire.dials()).isEqualTo(1);
    assertThat(wire.isStanding()).isFalse();
    assertThat(overHttp).isEmpty();
  }

  @Test
  void takesEachTaskOfAFrameToWhoAskedForItAndTheRestAsNews() {
    open();
    var submission = submit(A);
    var poll = poll(B);
    var other = UUID.randomUUID();

    wire.say(data(success(other), success(B), ack(A)));

    assertThat(answer(submission).items()).hasSize(1);
    assertThat(answer(poll).items()).hasSize(1);
    assertThat(news)
        .singleElement()
        .satisfies(answer -> assertThat(answer.tasks()).containsExactly(other));
    assertThat(transport.bringsNews()).isTrue();
  }

  @Test
  void takesOnlyTheFirstWordOnATaskForTheReply() {
    open();
    var reply = submit(A);
    wire.say(data(success(A)));
    wire.say(data(success(A)));

    assertThat(answer(reply).items()).hasSize(1);
    assertThat(news).hasSize(1);
  }

  @Test
  void keepsAnErrorBesideDataFromOthers() {
    open();
    var first = submit(A);
    var second = submit(B);
    wire.say(
        "{\"data\":[" + ack(A) + "],\"errors\":[{\"code\":\"providerError\",\"message\":\"oh\"}]}");

    assertThat(answer(first).errors()).isEmpty();
    assertThat(second).isNotDone();
  }

  @Test
  void asksOverHttpWhatAnErrorOfNobodyLeavesOpen() {
    open();
    var first = submit(A);
    var second = poll(B);
    wire.say(errors("{\"code\":\"internalServerError\"}"));

    assertUnclear(first);
    assertUnclear(second);
    assertThat(submit(A).join()).isSameAs(OVER_HTTP);
    assertThat(poll(B).join()).isSameAs(OVER_HTTP);
    assertThat(wire.isStanding()).isTrue();
    assertThat(submit(UUID.randomUUID())).isNotDone(); // this one goes over the socket again
  }

  @Test
  void asksOverHttpWhenAFrameCannotBeRead() {
    open();
    var reply = submit(A);
    wire.say("<html>502</html>");

    assertUnclear(reply);
    assertThat(submit(A).join()).isSameAs(OVER_HTTP);
  }

  @Test
  void givesARefusalToItsTask() {
    open();
    var first = submit(A);
    var second = submit(B);
    wire.say(errors("{\"code\":\"invalidParameter\",\"taskUUID\":\"" + A + "\"}"));

    assertThat(answer(first).errors()).hasSize(1);
    assertThat(second).isNotDone();
  }

  @Test
  void hearsNoFailureOfAJobInALateAnswerToASubmission() {
    open();
    wire.say(errors("{\"code\":\"conflictTaskUUID\",\"taskUUID\":\"" + A + "\"}"));
    assertThat(news).isEmpty();

    var poll = poll(A);
    wire.say(errors("{\"code\":\"conflictTaskUUID\",\"taskUUID\":\"" + A + "\"}"));
    assertThat(answer(poll).errors()).isEmpty();
  }

  @Test
  void hearsOfAResultThatFailed() {
    open();
    wire.say(
        errors("{\"code\":\"providerError\",\"status\":\"error\",\"taskUUID\":\"" + A + "\"}"));

    assertThat(news).singleElement().satisfies(one -> assertThat(one.errors()).hasSize(1));
  }

  @Test
  void waitsALittleForTheRestOfAReply() {
    open();
    var reply = poll(A, B);
    wire.say(data(success(A)));
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
      wire.say(data("{\"taskType\":\"ping\",\"pong\":true}"));
    }
  }

  @Test
  void pingsAndGivesUpAConnectionWithoutASignOfLife() {
    open();
    loop.advance(Duration.ofSeconds(30));
    assertThat(wire.sent()).containsExactly("[{\"taskType\":\"ping\",\"ping\":true}]");
    wire.say(data("{\"taskType\":\"ping\",\"pong\":true}"));
    loop.advance(Duration.ofSeconds(44));
    assertThat(wire.isStanding()).isTrue();
    loop.advance(Duration.ofSeconds(1));

    assertThat(wire.isStanding()).isFalse();
    loop.advance(Duration.ofMillis(1500));
    assertThat(wire.dials()).isEqualTo(2);
  }

  @Test
  void goesOverHttpWhileTheSocketCannotBeHad() {
    var reply = submit(A);
    wire.end();
    assertThat(reply.join()).isSameAs(OVER_HTTP);
    assertThat(transport.width()).isEqualTo(3);
    assertThat(submit(B).join()).isSameAs(OVER_HTTP);

    loop.advance(Duration.ofSeconds(2));
    wire.welcome();

    wire.sent();
    var again = submit(UUID.randomUUID());
    assertThat(wire.sent()).hasSize(1);
    assertThat(again).isNotDone();
    assertThat(transport.width()).isGreaterThan(3);
  }

  @Test
  void triesAgainAfterEverLongerPausesWithoutEnd() {
    var unused = submit(A);
    wire.end();
    for (var attempt = 2; attempt < 40; attempt++) {
      loop.advance(Duration.ofSeconds(45));
      assertThat(wire.dials()).isEqualTo(attempt);
      wire.end();
    }
    loop.advance(Duration.ofSeconds(29));
    assertThat(wire.dials()).isEqualTo(39);
  }

  @Test
  void givesUpAServerThatDoesNotAnswerTheAuthentication() {
    var reply = submit(A);
    wire.stand();
    loop.advance(Duration.ofSeconds(15));

    assertThat(reply.join()).isSameAs(OVER_HTTP);
    assertThat(wire.isStanding()).isFalse();
  }

  @Test
  void takesTheSessionUpAgainAndTheAnswerThatWasUnderWay() {
    open();
    var reply = submit(A);
    wire.end();
    loop.advance(Duration.ofMillis(1600));
    wire.stand();
    assertThat(wire.sent())
        .contains(
            "[{\"taskType\":\"authentication\",\"apiKey\":\"key-of-a-test\","
                + "\"connectionSessionUUID\":\"s-1\"}]");
    wire.say(ScriptedWire.SESSION);
    assertThat(reply).isNotDone();
    wire.say(data(ack(A)));

    assertThat(answer(reply).items()).hasSize(1);
  }

  @Test
  void leavesOpenWhatASessionThatIsBackDoesNotTell() {
    open();
    var reply = submit(A);
    wire.end();
    loop.advance(Duration.ofMillis(1600));
    wire.welcome();
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
    wire.stand();
    wire.say(ScriptedWire.SESSION.replace("s-1", "s-2"));

    assertUnclear(reply);
  }

  @Test
  void knowsNothingOfNewsOnceTheConnectionIsLost() {
    open();
    wire.say(data(success(A)));
    assertThat(transport.bringsNews()).isTrue();
    wire.end();

    assertThat(transport.bringsNews()).isFalse();
  }

  @Test
  void hearsNothingMoreFromAConnectionItGaveUp() {
    open();
    loop.advance(Duration.ofSeconds(45));
    wire.say(data(success(A)));

    assertThat(news).isEmpty();
  }

  @Test
  void makesNoConnectionOnceClosed() {
    open();
    transport.close();
    assertThat(wire.isStanding()).isFalse();
    wire.end();
    loop.advance(Duration.ofMinutes(10));

    assertThat(wire.dials()).isEqualTo(1);
  }
}
