package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.HttpTestClient.Response;
import dev.callsheet.sandbox.behavior.MixedStatus;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.sandbox.ledger.TaskAccount;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Results that are the reply to their submission. */
final class SyncDeliveryTest {
  private static final Duration SHORT = Duration.ofMillis(60);
  private static final Duration LONG = Duration.ofMinutes(10);
  private final ManualClock clock = new ManualClock();
  private Sandbox sandbox;
  private HttpTestClient caller;

  private void start(Duration renderTime, SandboxBehavior.Builder behavior) throws IOException {
    sandbox =
        Sandbox.start(
            InkwellModels.options()
                .renderTime(RenderTime.fixed(renderTime))
                .behavior(behavior.build())
                .build(),
            clock);
    caller = new HttpTestClient(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void repliesWithTheResultWhenItIsRendered() throws Exception {
    start(SHORT, SandboxBehavior.builder());
    ObjectNode task = InkwellModels.image();
    long before = System.nanoTime();
    Response answer = caller.send(task);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(SHORT);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().propertyNames()).containsExactly("data");
    JsonNode image = answer.data().get(0);
    assertThat(answer.data()).hasSize(1);
    assertThat(image.propertyNames())
        .containsExactly("taskType", "taskUUID", "imageUUID", "imageURL", "seed");
    assertThat(image.path("taskUUID").asString()).isEqualTo(HttpTestClient.uuid(task));
    assertThat(account(task).count(LedgerEntry.Kind.REPLY)).isEqualTo(1);
    assertThat(account(task).chargeCount()).isEqualTo(1);
  }

  @Test
  void repliesWithTheSameResultsToALaterPoll() throws Exception {
    start(Duration.ZERO, SandboxBehavior.builder());
    ObjectNode task = InkwellModels.image().put("numberResults", 2);
    JsonNode replied = caller.send(task).data();
    JsonNode polled = caller.poll(HttpTestClient.uuid(task)).data();
    assertThat(polled)
        .extracting(image -> image.path("imageURL"))
        .containsExactlyElementsOf(
            replied.valueStream().map(image -> image.path("imageURL")).toList());
    assertThat(polled)
        .allSatisfy(image -> assertThat(image.path("status").asString()).isEqualTo("success"));
  }

  @Test
  void acknowledgesAtOnceWhenAskedTo() throws Exception {
    start(LONG, SandboxBehavior.builder());
    ObjectNode async = InkwellModels.image().put("deliveryMethod", "async");
    ObjectNode byDefault = InkwellModels.video();
    ObjectNode hooked = InkwellModels.image().put("webhookURL", "http://127.0.0.1:9/in");
    assertThat(caller.send(async, byDefault, hooked).data())
        .hasSize(3)
        .allSatisfy(
            item -> assertThat(item.propertyNames()).containsExactly("taskType", "taskUUID"));
  }

  @Test
  void waitsForAVideoWhenAskedTo() throws Exception {
    start(Duration.ZERO, SandboxBehavior.builder());
    ObjectNode task = InkwellModels.video().put("deliveryMethod", "sync");
    assertThat(caller.send(task).data().get(0).path("videoURL").asString()).endsWith(".mp4");
  }

  @Test
  void givesUpWaitingWhileTheTaskGoesOn() throws Exception {
    start(LONG, SandboxBehavior.builder().syncWindow(SHORT));
    ObjectNode task = InkwellModels.image();
    Response answer = caller.send(task);
    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.data()).isEmpty();
    assertThat(answer.error().path("code").asString()).isEqualTo("timeout");
    assertThat(answer.error().path("taskUUID").asString()).isEqualTo(HttpTestClient.uuid(task));
    assertThat(account(task).chargeCount()).isEqualTo(1);
    assertThat(caller.send(task).error().path("code").asString()).isEqualTo("conflictTaskUUID");
    assertThat(status(task)).isEqualTo("processing");
    clock.advance(LONG);
    assertThat(status(task)).isEqualTo("success");
  }

  @Test
  void repliesToSeveralTasksAtOnce() throws Exception {
    start(Duration.ZERO, SandboxBehavior.builder());
    ObjectNode one = InkwellModels.image().put("numberResults", 2);
    ObjectNode async = InkwellModels.video();
    ObjectNode wrong = InkwellModels.image().put("numberResults", 99);
    ObjectNode other = InkwellModels.image();
    Response answer = caller.send(one, async, wrong, other);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data())
        .extracting(item -> item.path("taskUUID").asString())
        .containsExactly(
            HttpTestClient.uuid(one),
            HttpTestClient.uuid(one),
            HttpTestClient.uuid(async),
            HttpTestClient.uuid(other));
    assertThat(answer.data().get(2).propertyNames()).containsExactly("taskType", "taskUUID");
    assertThat(answer.errors()).hasSize(1);
    assertThat(answer.error().path("taskUUID").asString()).isEqualTo(HttpTestClient.uuid(wrong));
  }

  @Test
  void tellsWhatIsThereBesideWhatIsStillRendering() throws Exception {
    SandboxBehavior.Builder behavior = SandboxBehavior.builder().syncWindow(SHORT).stagger(LONG);
    start(Duration.ZERO, behavior.mixedStatus(MixedStatus.REJECTED));
    ObjectNode quick = InkwellModels.image();
    ObjectNode slow = InkwellModels.image().put("numberResults", 2);
    Response answer = caller.send(quick, slow);
    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.data()).hasSize(1);
    assertThat(answer.data().get(0).path("taskUUID").asString())
        .isEqualTo(HttpTestClient.uuid(quick));
    assertThat(answer.error().path("taskUUID").asString()).isEqualTo(HttpTestClient.uuid(slow));
  }

  @Test
  void tellsFailuresBesideResults() throws Exception {
    start(
        Duration.ZERO,
        SandboxBehavior.builder().renderFailure(new RenderFailure(1, "taskFailed", "It failed.")));
    ObjectNode task = InkwellModels.image().put("numberResults", 2);
    Response answer = caller.send(task);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data()).hasSize(1);
    assertThat(answer.errors()).hasSize(1);
    assertThat(answer.error().path("code").asString()).isEqualTo("taskFailed");
    assertThat(account(task).totalCharged()).isEqualByComparingTo("0.004");
  }

  @Test
  void keepsTheReplyInTheArchive() throws Exception {
    start(Duration.ZERO, SandboxBehavior.builder());
    ObjectNode task = InkwellModels.image();
    JsonNode reply = caller.send(task).json();
    ObjectNode question =
        HttpTestClient.task("getTaskDetails").put("taskUUID", HttpTestClient.uuid(task));
    assertThat(caller.send(question).data().get(0).path("response")).isEqualTo(reply);
  }

  private String status(ObjectNode task) throws Exception {
    return caller.poll(HttpTestClient.uuid(task)).data().get(0).path("status").asString();
  }

  private TaskAccount account(ObjectNode task) {
    return sandbox.ledger().account(UUID.fromString(HttpTestClient.uuid(task)));
  }
}
