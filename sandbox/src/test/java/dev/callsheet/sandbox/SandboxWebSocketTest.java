package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.sandbox.behavior.PushedResults;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.SandboxLimits;
import dev.callsheet.sandbox.behavior.WebSocketBehavior;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.behavior.WireFault.Target;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.sandbox.ledger.TaskAccount;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The API over WebSocket. */
final class SandboxWebSocketTest {
  private static final Duration MOMENT = Duration.ofMillis(60);
  private final ManualClock clock = new ManualClock();
  private Sandbox sandbox;
  private WebSocketTestClient caller;

  private void start(Duration renderTime, WebSocketBehavior socket, WireFault... faults)
      throws Exception {
    sandbox =
        Sandbox.start(
            InkwellModels.options()
                .apiKeys("key-of-a-test")
                .renderTime(RenderTime.fixed(renderTime))
                .behavior(SandboxBehavior.builder().webSocket(socket).wireFaults(faults).build())
                .build(),
            clock);
  }

  private void enter(Duration renderTime, WebSocketBehavior socket, WireFault... faults)
      throws Exception {
    start(renderTime, socket, faults);
    caller = WebSocketTestClient.connectAuthenticated(sandbox, "");
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
  void theFirstMessageAuthenticates() throws Exception {
    start(Duration.ZERO, WebSocketBehavior.defaults());
    caller = WebSocketTestClient.connectAuthenticated(sandbox, "");
    JsonNode reply = caller.next();
    assertThat(reply.at("/data/0/taskType").asString()).isEqualTo("authentication");
    assertThat(UUID.fromString(reply.at("/data/0/connectionSessionUUID").asString())).isNotNull();
  }

  @Test
  void aWrongKeyIsRefusedAndTheConnectionEnds() throws Exception {
    start(Duration.ZERO, WebSocketBehavior.defaults());
    caller = WebSocketTestClient.connect(sandbox);
    caller.send(HttpTestClient.task("authentication").put("apiKey", "wrong"));
    JsonNode error = caller.next().at("/errors/0");
    assertThat(error.path("code").asString()).isEqualTo("invalidApiKey");
    assertThat(error.path("taskType").asString()).isEqualTo("authentication");
    assertThat(error.has("taskUUID")).isFalse();
    assertThat(caller.closeStatus()).isEqualTo(1008);
  }

  @Test
  void aTaskBeforeTheKeyIsNotAccepted() throws Exception {
    start(Duration.ZERO, WebSocketBehavior.defaults());
    caller = WebSocketTestClient.connect(sandbox);
    ObjectNode task = asyncVideo();
    caller.send(task);
    assertThat(caller.next().at("/errors/0/code").asString()).isEqualTo("invalidApiKey");
    assertThat(account(task).submissionCount()).isZero();
  }

  @Test
  void strayFramesCanComeBeforeTheReplyToTheAuthentication() throws Exception {
    start(Duration.ZERO, WebSocketBehavior.defaults().strayFrames(2));
    caller = WebSocketTestClient.connectAuthenticated(sandbox, "");
    assertThat(caller.next().at("/data/0/taskType").asString()).isEqualTo("ping");
    assertThat(caller.next().at("/data/0/taskType").asString()).isEqualTo("ping");
    assertThat(caller.session()).isNotEmpty();
  }

  @Test
  void aPingIsAnsweredWithAPong() throws Exception {
    enter(Duration.ZERO, WebSocketBehavior.defaults());
    caller.ping();
    assertThat(caller.nextText()).isEqualTo("{\"data\":[{\"taskType\":\"ping\",\"pong\":true}]}");
  }

  @Test
  void aTaskIsAcknowledgedAndItsResultsArePushed() throws Exception {
    enter(Duration.ZERO, WebSocketBehavior.defaults().pushedResults(PushedResults.EACH));
    ObjectNode task = InkwellModels.image().put("deliveryMethod", "async").put("numberResults", 2);
    caller.send(task);
    List<JsonNode> frames = List.of(caller.next(), caller.next(), caller.next());
    assertThat(frames)
        .allSatisfy(
            frame ->
                assertThat(frame.at("/data/0/taskUUID").asString())
                    .isEqualTo(HttpTestClient.uuid(task)));
    assertThat(frames)
        .filteredOn(frame -> frame.at("/data/0/status").asString("").equals("success"))
        .hasSize(2);
    assertThat(account(task).count(LedgerEntry.Kind.PUSH)).isEqualTo(2);
  }

  @Test
  void resultsAreNotPushedByDefault() throws Exception {
    enter(Duration.ZERO, WebSocketBehavior.defaults());
    ObjectNode task = asyncVideo();
    caller.send(task);
    assertThat(caller.next().at("/data/0").has("status")).isFalse();
    assertThat(caller.hasReceivedNothing(MOMENT)).isTrue();
    caller.poll(task);
    assertThat(caller.next().at("/data/0/status").asString()).isEqualTo("success");
  }

  @Test
  void aPushIsInTheLedgerOnlyWhenThereIsSomebodyToPushTo() throws Exception {
    start(
        Duration.ofSeconds(1),
        WebSocketBehavior.defaults().pushedResults(PushedResults.EACH),
        WireFault.dropReply());
    caller = WebSocketTestClient.connectAuthenticated(sandbox, "");
    String session = caller.session();
    ObjectNode task = asyncVideo();
    caller.send(task);
    caller.closeStatus();
    assertThat(account(task).count(LedgerEntry.Kind.PUSH)).isZero();

    caller = WebSocketTestClient.connectAuthenticated(sandbox, session);
    JsonNode frame = caller.next();
    while (frame.at("/data/0/videoUUID").isMissingNode()) {
      frame = caller.next(); // the reply that was lost
    }
    assertThat(account(task).count(LedgerEntry.Kind.PUSH)).isEqualTo(1);
  }

  @Test
  void aTaskThatNobodySubmittedIsAnsweredUnderItsUuid() throws Exception {
    enter(Duration.ZERO, WebSocketBehavior.defaults());
    ObjectNode stranger = asyncVideo();
    caller.poll(stranger);
    JsonNode error = caller.next().at("/errors/0");
    assertThat(error.path("code").asString()).isEqualTo("taskNotFound");
    assertThat(error.path("taskUUID").asString()).isEqualTo(HttpTestClient.uuid(stranger));
  }

  @Test
  void aSessionIsResumedOnlyWithItsOwnKey() throws Exception {
    sandbox =
        Sandbox.start(
            InkwellModels.options()
                .renderTime(RenderTime.fixed(Duration.ofMinutes(1)))
                .behavior(SandboxBehavior.builder().wireFaults(WireFault.dropReply()).build())
                .build(),
            clock);
    caller = WebSocketTestClient.connectAuthenticated(sandbox, "");
    String session = caller.session();
    caller.send(asyncVideo());
    caller.closeStatus();
    caller = WebSocketTestClient.connect(sandbox);
    caller.send(
        HttpTestClient.task("authentication")
            .put("apiKey", "the-key-of-somebody-else")
            .put("connectionSessionUUID", session));
    assertThat(caller.session()).isNotEqualTo(session);
    assertThat(caller.hasReceivedNothing(MOMENT)).isTrue();
  }

  @Test
  void oneFrameAnswersAllTasksOfAMessage() throws Exception {
    enter(Duration.ofMinutes(1), WebSocketBehavior.defaults());
    caller.send(asyncVideo(), asyncVideo().put("duration", 99), asyncVideo());
    JsonNode frame = caller.next();
    assertThat(frame.path("data")).hasSize(2);
    assertThat(frame.path("errors")).isNotEmpty();
  }

  @Test
  void aTaskThatIsWaitedForIsAnsweredWithItsResults() throws Exception {
    enter(Duration.ZERO, WebSocketBehavior.defaults());
    ObjectNode task = InkwellModels.image();
    caller.send(task);
    assertThat(caller.next().at("/data/0/imageURL").asString()).isNotEmpty();
    assertThat(account(task).count(LedgerEntry.Kind.PUSH)).isZero();
  }

  @Test
  void aMessageThatIsNoTaskListIsRejectedAndTheConnectionStaysOpen() throws Exception {
    enter(Duration.ZERO, WebSocketBehavior.defaults());
    caller.sendText("{");
    assertThat(caller.next().at("/errors/0/code").asString()).isEqualTo("invalidJSON");
    caller.sendText("{}");
    assertThat(caller.next().at("/errors/0/code").asString()).isEqualTo("invalidRequest");
    caller.ping();
    assertThat(caller.next().at("/data/0/pong").asBoolean()).isTrue();
  }

  @Test
  void aResumedSessionReceivesUndeliveredFrames() throws Exception {
    start(Duration.ofMinutes(1), WebSocketBehavior.defaults(), WireFault.dropReply());
    caller = WebSocketTestClient.connectAuthenticated(sandbox, "");
    String session = caller.session();
    ObjectNode task = asyncVideo();
    caller.send(task);
    caller.closeStatus();
    caller = WebSocketTestClient.connectAuthenticated(sandbox, session);
    assertThat(caller.session()).isEqualTo(session);
    assertThat(caller.next().at("/data/0/taskUUID").asString())
        .isEqualTo(HttpTestClient.uuid(task));
    assertThat(account(task).chargeCount()).isEqualTo(1);
  }

  @Test
  void ofUndeliveredFramesThatLeaveNoRoomThoseOfTheFirstSessionAreForgotten() throws Exception {
    sandbox =
        Sandbox.start(
            InkwellModels.options()
                .behavior(
                    SandboxBehavior.builder()
                        .wireFaults(WireFault.dropReply().on(WireFault.Target.ANY).times(2))
                        .build())
                .limits(SandboxLimits.defaults().sizes(10_000, 20_000, 10_000))
                .build(),
            clock);
    String first = sessionWithAnUndeliveredFrame();
    clock.advance(Duration.ofSeconds(1));
    String second = sessionWithAnUndeliveredFrame();
    caller = WebSocketTestClient.connectAuthenticated(sandbox, first);
    assertThat(caller.session()).isNotEqualTo(first);
    caller.close();
    caller = WebSocketTestClient.connectAuthenticated(sandbox, second);
    assertThat(caller.session()).isEqualTo(second);
    assertThat(caller.next().at("/data/0/taskUUID").asString()).hasSize(8000);
  }

  private String sessionWithAnUndeliveredFrame() throws Exception {
    caller = WebSocketTestClient.connectAuthenticated(sandbox, "");
    String session = caller.session();
    caller.send(HttpTestClient.task("ping").put("ping", true).put("taskUUID", "a".repeat(8000)));
    caller.closeStatus();
    return session;
  }

  @Test
  void undeliveredFramesExpire() throws Exception {
    start(Duration.ofMinutes(9), WebSocketBehavior.defaults(), WireFault.dropReply());
    caller = WebSocketTestClient.connectAuthenticated(sandbox, "");
    String session = caller.session();
    caller.send(asyncVideo());
    caller.closeStatus();
    clock.advance(Duration.ofSeconds(121));
    caller = WebSocketTestClient.connectAuthenticated(sandbox, session);
    caller.session();
    assertThat(caller.hasReceivedNothing(MOMENT)).isTrue();
  }

  @Test
  void aConnectionWithoutMessagesIsClosed() throws Exception {
    start(Duration.ZERO, WebSocketBehavior.defaults().idleTimeout(Duration.ofMillis(150)));
    caller = WebSocketTestClient.connect(sandbox);
    assertThat(caller.closeStatus()).isEqualTo(1001);
  }

  @Test
  void aConnectionCanStayOpenWithoutReplies() throws Exception {
    enter(Duration.ofMinutes(1), WebSocketBehavior.defaults(), WireFault.silence());
    ObjectNode task = asyncVideo();
    caller.send(task);
    caller.ping();
    assertThat(caller.hasReceivedNothing(MOMENT)).isTrue();
    assertThat(account(task).chargeCount()).isEqualTo(1);
  }

  @Test
  void errorsNameTheirTaskOrNone() throws Exception {
    enter(
        Duration.ofMinutes(1),
        WebSocketBehavior.defaults(),
        WireFault.error("providerError"),
        WireFault.errorWithoutTask("internalServerError"),
        WireFault.status(429),
        WireFault.additionalError("providerError").on(Target.ANY),
        WireFault.htmlPage(502));
    ObjectNode task = asyncVideo();
    caller.send(task);
    assertThat(caller.next().at("/errors/0/taskUUID").asString())
        .isEqualTo(HttpTestClient.uuid(task));
    caller.send(task);
    assertThat(caller.next().at("/errors/0").has("taskUUID")).isFalse();
    caller.send(task);
    assertThat(caller.next().at("/errors/0/code").asString()).isEqualTo("rateLimitExceeded");
    caller.send(task);
    JsonNode both = caller.next();
    assertThat(both.at("/data/0/taskUUID").asString()).isEqualTo(HttpTestClient.uuid(task));
    assertThat(both.at("/errors/0/code").asString()).isEqualTo("providerError");
    assertThat(both.at("/errors/0").has("taskUUID")).isFalse();
    caller.send(task);
    assertThat(caller.nextText()).startsWith("<html>");
    assertThat(account(task).chargeCount()).isEqualTo(1);
  }

  @Test
  void aSessionWhoseClientIsThereIsNotForgottenForOthers() throws Exception {
    sandbox =
        Sandbox.start(
            InkwellModels.options()
                .renderTime(RenderTime.fixed(Duration.ZERO))
                .limits(SandboxLimits.defaults().keep(Duration.ofDays(1), 1))
                .build(),
            clock);
    caller = WebSocketTestClient.connectAuthenticated(sandbox, "");
    String session = caller.session();
    clock.advance(Duration.ofMinutes(1));
    for (int i = 0; i < 3; i++) {
      try (WebSocketTestClient other = WebSocketTestClient.connectAuthenticated(sandbox, "")) {
        assertThat(other.session()).isNotEqualTo(session);
      }
    }
    try (WebSocketTestClient again = WebSocketTestClient.connectAuthenticated(sandbox, session)) {
      assertThat(again.session()).isEqualTo(session);
    }
  }

  @Test
  void webSocketCanBeDisabled() throws Exception {
    start(Duration.ZERO, WebSocketBehavior.defaults().disabled());
    assertThatThrownBy(() -> WebSocketTestClient.connect(sandbox))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    assertThat(new HttpTestClient(sandbox).send(InkwellModels.image()).status()).isEqualTo(200);
  }

  private TaskAccount account(ObjectNode task) {
    return sandbox.ledger().account(UUID.fromString(HttpTestClient.uuid(task)));
  }

  private static ObjectNode asyncVideo() {
    return InkwellModels.video().put("deliveryMethod", "async");
  }
}
