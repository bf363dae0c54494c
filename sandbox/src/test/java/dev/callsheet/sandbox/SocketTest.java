package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.PushedResults;
import dev.callsheet.sandbox.knob.SocketKnobs;
import dev.callsheet.sandbox.knob.WireFault;
import dev.callsheet.sandbox.knob.WireFault.Target;
import dev.callsheet.sandbox.ledger.Account;
import dev.callsheet.sandbox.ledger.Entry;
import dev.callsheet.sandbox.render.RenderTime;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The API over WebSocket. */
final class SocketTest {
  private static final Duration MOMENT = Duration.ofMillis(60);
  private final MovableClock clock = new MovableClock();
  private Sandbox sandbox;
  private SocketCaller caller;

  private void start(Duration renderTime, SocketKnobs socket, WireFault... faults)
      throws Exception {
    sandbox =
        Sandbox.start(
            Inkwell.options()
                .apiKeys("key-of-a-test")
                .renderTime(RenderTime.fixed(renderTime))
                .knobs(Knobs.builder().socket(socket).wireFaults(faults).build())
                .build(),
            clock);
  }

  private void enter(Duration renderTime, SocketKnobs socket, WireFault... faults)
      throws Exception {
    start(renderTime, socket, faults);
    caller = SocketCaller.enter(sandbox, "");
    assertThat(caller.session()).isNotEmpty();
  }

  @AfterEach
  void stop() {
    if (caller != null) {
      caller.close();
    }
    sandbox.close();
  }

  @Test
  void theFirstMessageTellsWhoIsCalling() throws Exception {
    start(Duration.ZERO, SocketKnobs.defaults());
    caller = SocketCaller.enter(sandbox, "");
    JsonNode reply = caller.next();
    assertThat(reply.at("/data/0/taskType").asString()).isEqualTo("authentication");
    assertThat(UUID.fromString(reply.at("/data/0/connectionSessionUUID").asString())).isNotNull();
  }

  @Test
  void aWrongKeyIsRefusedAndTheConnectionEnds() throws Exception {
    start(Duration.ZERO, SocketKnobs.defaults());
    caller = SocketCaller.connect(sandbox);
    caller.send(Caller.task("authentication").put("apiKey", "wrong"));
    JsonNode error = caller.next().at("/errors/0");
    assertThat(error.path("code").asString()).isEqualTo("invalidApiKey");
    assertThat(error.path("taskType").asString()).isEqualTo("authentication");
    assertThat(error.has("taskUUID")).isFalse();
    assertThat(caller.end()).isEqualTo(1008);
  }

  @Test
  void aTaskBeforeTheKeyIsNotAccepted() throws Exception {
    start(Duration.ZERO, SocketKnobs.defaults());
    caller = SocketCaller.connect(sandbox);
    ObjectNode task = asyncVideo();
    caller.send(task);
    assertThat(caller.next().at("/errors/0/code").asString()).isEqualTo("invalidApiKey");
    assertThat(account(task).submits()).isZero();
  }

  @Test
  void strayFramesCanComeBeforeTheReplyToTheAuthentication() throws Exception {
    start(Duration.ZERO, SocketKnobs.defaults().strayFrames(2));
    caller = SocketCaller.enter(sandbox, "");
    assertThat(caller.next().at("/data/0/taskType").asString()).isEqualTo("ping");
    assertThat(caller.next().at("/data/0/taskType").asString()).isEqualTo("ping");
    assertThat(caller.session()).isNotEmpty();
  }

  @Test
  void aPingIsAnsweredWithAPong() throws Exception {
    enter(Duration.ZERO, SocketKnobs.defaults());
    caller.ping();
    assertThat(caller.nextText()).isEqualTo("{\"data\":[{\"taskType\":\"ping\",\"pong\":true}]}");
  }

  @Test
  void aTaskIsAcknowledgedAndItsResultsAreToldAsTheyAreFinished() throws Exception {
    enter(Duration.ZERO, SocketKnobs.defaults());
    ObjectNode task = Inkwell.image().put("deliveryMethod", "async").put("numberResults", 2);
    caller.send(task);
    List<JsonNode> frames = List.of(caller.next(), caller.next(), caller.next());
    assertThat(frames)
        .allSatisfy(
            frame ->
                assertThat(frame.at("/data/0/taskUUID").asString()).isEqualTo(Caller.uuid(task)));
    assertThat(frames)
        .filteredOn(frame -> frame.at("/data/0/status").asString("").equals("success"))
        .hasSize(2);
    assertThat(account(task).count(Entry.Kind.PUSH)).isEqualTo(2);
  }

  @Test
  void nothingIsToldUnaskedWhereTheKnobSaysSo() throws Exception {
    enter(Duration.ZERO, SocketKnobs.defaults().pushing(PushedResults.NONE));
    ObjectNode task = asyncVideo();
    caller.send(task);
    assertThat(caller.next().at("/data/0").has("status")).isFalse();
    assertThat(caller.hasHeardNothing(MOMENT)).isTrue();
    caller.poll(task);
    assertThat(caller.next().at("/data/0/status").asString()).isEqualTo("success");
  }

  @Test
  void oneFrameAnswersAllTasksOfAMessage() throws Exception {
    enter(Duration.ofMinutes(1), SocketKnobs.defaults());
    caller.send(asyncVideo(), asyncVideo().put("duration", 99), asyncVideo());
    JsonNode frame = caller.next();
    assertThat(frame.path("data")).hasSize(2);
    assertThat(frame.path("errors")).isNotEmpty();
  }

  @Test
  void aTaskThatIsWaitedForIsAnsweredWithItsResults() throws Exception {
    enter(Duration.ZERO, SocketKnobs.defaults());
    ObjectNode task = Inkwell.image();
    caller.send(task);
    assertThat(caller.next().at("/data/0/imageURL").asString()).isNotEmpty();
    assertThat(account(task).count(Entry.Kind.PUSH)).isZero();
  }

  @Test
  void whatIsNoListOfTasksIsRefusedAndTheConnectionStays() throws Exception {
    enter(Duration.ZERO, SocketKnobs.defaults());
    caller.sendText("{");
    assertThat(caller.next().at("/errors/0/code").asString()).isEqualTo("invalidJSON");
    caller.sendText("{}");
    assertThat(caller.next().at("/errors/0/code").asString()).isEqualTo("invalidRequest");
    caller.ping();
    assertThat(caller.next().at("/data/0/pong").asBoolean()).isTrue();
  }

  @Test
  void aSessionThatComesBackIsToldWhatItMissed() throws Exception {
    start(Duration.ofMinutes(1), SocketKnobs.defaults(), WireFault.dropReply());
    caller = SocketCaller.enter(sandbox, "");
    String session = caller.session();
    ObjectNode task = asyncVideo();
    caller.send(task);
    caller.end();
    caller = SocketCaller.enter(sandbox, session);
    assertThat(caller.session()).isEqualTo(session);
    assertThat(caller.next().at("/data/0/taskUUID").asString()).isEqualTo(Caller.uuid(task));
    assertThat(account(task).charges()).isEqualTo(1);
  }

  @Test
  void whatWasMissedTooLongAgoIsLost() throws Exception {
    start(Duration.ofMinutes(9), SocketKnobs.defaults(), WireFault.dropReply());
    caller = SocketCaller.enter(sandbox, "");
    String session = caller.session();
    caller.send(asyncVideo());
    caller.end();
    clock.advance(Duration.ofSeconds(121));
    caller = SocketCaller.enter(sandbox, session);
    caller.session();
    assertThat(caller.hasHeardNothing(MOMENT)).isTrue();
  }

  @Test
  void aConnectionWithoutMessagesIsClosed() throws Exception {
    start(Duration.ZERO, SocketKnobs.defaults().idle(Duration.ofMillis(150)));
    caller = SocketCaller.connect(sandbox);
    assertThat(caller.end()).isEqualTo(1001);
  }

  @Test
  void aConnectionCanFallSilentAndStay() throws Exception {
    enter(Duration.ofMinutes(1), SocketKnobs.defaults(), WireFault.silence());
    ObjectNode task = asyncVideo();
    caller.send(task);
    caller.ping();
    assertThat(caller.hasHeardNothing(MOMENT)).isTrue();
    assertThat(account(task).charges()).isEqualTo(1);
  }

  @Test
  void errorsNameTheirTaskOrNone() throws Exception {
    enter(
        Duration.ofMinutes(1),
        SocketKnobs.defaults(),
        WireFault.error("providerError"),
        WireFault.errorOfNobody("internalServerError"),
        WireFault.status(429),
        WireFault.errorBeside("providerError").on(Target.ANY),
        WireFault.notJson(502));
    ObjectNode task = asyncVideo();
    caller.send(task);
    assertThat(caller.next().at("/errors/0/taskUUID").asString()).isEqualTo(Caller.uuid(task));
    caller.send(task);
    assertThat(caller.next().at("/errors/0").has("taskUUID")).isFalse();
    caller.send(task);
    assertThat(caller.next().at("/errors/0/code").asString()).isEqualTo("rateLimitExceeded");
    caller.send(task);
    JsonNode both = caller.next();
    assertThat(both.at("/data/0/taskUUID").asString()).isEqualTo(Caller.uuid(task));
    assertThat(both.at("/errors/0/code").asString()).isEqualTo("providerError");
    assertThat(both.at("/errors/0").has("taskUUID")).isFalse();
    caller.send(task);
    assertThat(caller.nextText()).startsWith("<html>");
    assertThat(account(task).charges()).isEqualTo(1);
  }

  @Test
  void thereCanBeNoWebSocketAtAll() throws Exception {
    start(Duration.ZERO, SocketKnobs.defaults().refused());
    assertThatThrownBy(() -> SocketCaller.connect(sandbox))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    assertThat(new Caller(sandbox).send(Inkwell.image()).status()).isEqualTo(200);
  }

  private Account account(ObjectNode task) {
    return sandbox.ledger().account(UUID.fromString(Caller.uuid(task)));
  }

  private static ObjectNode asyncVideo() {
    return Inkwell.video().put("deliveryMethod", "async");
  }
}
