package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.Caller.Answer;
import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.MixedStatus;
import dev.callsheet.sandbox.knob.RenderFailure;
import dev.callsheet.sandbox.ledger.Account;
import dev.callsheet.sandbox.ledger.Entry;
import dev.callsheet.sandbox.render.RenderTime;
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
  private final MovableClock clock = new MovableClock();
  private Sandbox sandbox;
  private Caller caller;

  private void start(Duration renderTime, Knobs.Builder knobs) throws IOException {
    sandbox =
        Sandbox.start(
            Inkwell.options().renderTime(RenderTime.fixed(renderTime)).knobs(knobs.build()).build(),
            clock);
    caller = new Caller(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void repliesWithTheResultWhenItIsRendered() throws Exception {
    start(SHORT, Knobs.builder());
    ObjectNode task = Inkwell.image();
    long before = System.nanoTime();
    Answer answer = caller.send(task);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(SHORT);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().propertyNames()).containsExactly("data");
    JsonNode image = answer.data().get(0);
    assertThat(answer.data()).hasSize(1);
    assertThat(image.propertyNames())
        .containsExactly("taskType", "taskUUID", "imageUUID", "imageURL", "seed");
    assertThat(image.path("taskUUID").asString()).isEqualTo(Caller.uuid(task));
    assertThat(account(task).count(Entry.Kind.REPLY)).isEqualTo(1);
    assertThat(account(task).charges()).isEqualTo(1);
  }

  @Test
  void repliesWithTheSameResultsToALaterPoll() throws Exception {
    start(Duration.ZERO, Knobs.builder());
    ObjectNode task = Inkwell.image().put("numberResults", 2);
    JsonNode replied = caller.send(task).data();
    JsonNode polled = caller.poll(Caller.uuid(task)).data();
    assertThat(polled)
        .extracting(image -> image.path("imageURL"))
        .containsExactlyElementsOf(
            replied.valueStream().map(image -> image.path("imageURL")).toList());
    assertThat(polled)
        .allSatisfy(image -> assertThat(image.path("status").asString()).isEqualTo("success"));
  }

  @Test
  void acknowledgesAtOnceWhenAskedTo() throws Exception {
    start(LONG, Knobs.builder());
    ObjectNode async = Inkwell.image().put("deliveryMethod", "async");
    ObjectNode byDefault = Inkwell.video();
    ObjectNode hooked = Inkwell.image().put("webhookURL", "http://127.0.0.1:9/in");
    assertThat(caller.send(async, byDefault, hooked).data())
        .hasSize(3)
        .allSatisfy(
            item -> assertThat(item.propertyNames()).containsExactly("taskType", "taskUUID"));
  }

  @Test
  void waitsForAVideoWhenAskedTo() throws Exception {
    start(Duration.ZERO, Knobs.builder());
    ObjectNode task = Inkwell.video().put("deliveryMethod", "sync");
    assertThat(caller.send(task).data().get(0).path("videoURL").asString()).endsWith(".mp4");
  }

  @Test
  void givesUpWaitingWhileTheTaskGoesOn() throws Exception {
    start(LONG, Knobs.builder().syncWindow(SHORT));
    ObjectNode task = Inkwell.image();
    Answer answer = caller.send(task);
    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.data()).isEmpty();
    assertThat(answer.error().path("code").asString()).isEqualTo("timeout");
    assertThat(answer.error().path("taskUUID").asString()).isEqualTo(Caller.uuid(task));
    assertThat(account(task).charges()).isEqualTo(1);
    assertThat(caller.send(task).error().path("code").asString()).isEqualTo("conflictTaskUUID");
    assertThat(status(task)).isEqualTo("processing");
    clock.advance(LONG);
    assertThat(status(task)).isEqualTo("success");
  }

  @Test
  void repliesToSeveralTasksAtOnce() throws Exception {
    start(Duration.ZERO, Knobs.builder());
    ObjectNode one = Inkwell.image().put("numberResults", 2);
    ObjectNode async = Inkwell.video();
    ObjectNode wrong = Inkwell.image().put("numberResults", 99);
    ObjectNode other = Inkwell.image();
    Answer answer = caller.send(one, async, wrong, other);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data())
        .extracting(item -> item.path("taskUUID").asString())
        .containsExactly(
            Caller.uuid(one), Caller.uuid(one), Caller.uuid(async), Caller.uuid(other));
    assertThat(answer.data().get(2).propertyNames()).containsExactly("taskType", "taskUUID");
    assertThat(answer.errors()).hasSize(1);
    assertThat(answer.error().path("taskUUID").asString()).isEqualTo(Caller.uuid(wrong));
  }

  @Test
  void tellsWhatIsThereBesideWhatIsStillRendering() throws Exception {
    Knobs.Builder knobs = Knobs.builder().syncWindow(SHORT).stagger(LONG);
    start(Duration.ZERO, knobs.mixedStatus(MixedStatus.REJECTED));
    ObjectNode quick = Inkwell.image();
    ObjectNode slow = Inkwell.image().put("numberResults", 2);
    Answer answer = caller.send(quick, slow);
    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.data()).hasSize(1);
    assertThat(answer.data().get(0).path("taskUUID").asString()).isEqualTo(Caller.uuid(quick));
    assertThat(answer.error().path("taskUUID").asString()).isEqualTo(Caller.uuid(slow));
  }

  @Test
  void tellsFailuresBesideResults() throws Exception {
    start(
        Duration.ZERO,
        Knobs.builder().renderFailure(new RenderFailure(1, "taskFailed", "It failed.")));
    ObjectNode task = Inkwell.image().put("numberResults", 2);
    Answer answer = caller.send(task);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data()).hasSize(1);
    assertThat(answer.errors()).hasSize(1);
    assertThat(answer.error().path("code").asString()).isEqualTo("taskFailed");
    assertThat(account(task).charged()).isEqualByComparingTo("0.004");
  }

  @Test
  void keepsTheReplyInTheArchive() throws Exception {
    start(Duration.ZERO, Knobs.builder());
    ObjectNode task = Inkwell.image();
    JsonNode reply = caller.send(task).json();
    ObjectNode question = Caller.task("getTaskDetails").put("taskUUID", Caller.uuid(task));
    assertThat(caller.send(question).data().get(0).path("response")).isEqualTo(reply);
  }

  private String status(ObjectNode task) throws Exception {
    return caller.poll(Caller.uuid(task)).data().get(0).path("status").asString();
  }

  private Account account(ObjectNode task) {
    return sandbox.ledger().account(UUID.fromString(Caller.uuid(task)));
  }
}
