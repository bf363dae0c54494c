package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.Caller.Answer;
import dev.callsheet.sandbox.knob.AckShape;
import dev.callsheet.sandbox.knob.ConflictWindow;
import dev.callsheet.sandbox.knob.EmptyErrors;
import dev.callsheet.sandbox.knob.FailurePlacement;
import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.MixedStatus;
import dev.callsheet.sandbox.knob.ParameterForm;
import dev.callsheet.sandbox.knob.RenderFailure;
import dev.callsheet.sandbox.knob.ResultOrder;
import dev.callsheet.sandbox.knob.UnknownTask;
import dev.callsheet.sandbox.knob.UuidCheck;
import dev.callsheet.sandbox.render.RenderTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What each knob does, and what happens when it is left alone. */
final class KnobsTest {
  private static final Duration RENDER = Duration.ofSeconds(10);
  private final MovableClock clock = new MovableClock();
  private Sandbox sandbox;
  private Caller caller;

  private void start(Knobs.Builder knobs) throws IOException {
    stop();
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .renderTime(RenderTime.fixed(RENDER))
                .knobs(knobs.build())
                .build(),
            clock);
    caller = new Caller(sandbox);
  }

  @AfterEach
  void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void anAcknowledgmentCanBeEmpty() throws Exception {
    start(Knobs.builder().ack(AckShape.EMPTY));
    ObjectNode task = Caller.video();
    Answer ack = caller.send(task);
    assertThat(ack.status()).isEqualTo(200);
    assertThat(ack.response().body()).isEqualTo("{\"data\":[]}");
    assertThat(caller.poll(Caller.uuid(task)).data()).hasSize(1);
  }

  @Test
  void aFailureIsAmongTheErrorsOrInTheData() throws Exception {
    RenderFailure failure = RenderFailure.all("timeoutProvider", "The provider was too slow.");
    start(Knobs.builder().renderFailure(failure));
    Answer top = submitAndFinish(Caller.video());
    assertThat(top.status()).isEqualTo(200);
    assertThat(top.data()).isEmpty();
    assertThat(top.error().path("code").asString()).isEqualTo("timeoutProvider");
    assertThat(top.error().path("status").asString()).isEqualTo("error");

    start(Knobs.builder().renderFailure(failure).failurePlacement(FailurePlacement.DATA));
    Answer inside = submitAndFinish(Caller.video());
    assertThat(inside.errors()).isEmpty();
    assertThat(inside.data().get(0).path("status").asString()).isEqualTo("error");
    assertThat(inside.data().get(0).at("/error/code").asString()).isEqualTo("timeoutProvider");
  }

  @Test
  void onlyTheLastResultsFailAndThoseAreNotCharged() throws Exception {
    start(Knobs.builder().renderFailure(new RenderFailure(1, "taskFailed", "It failed.")));
    ObjectNode task = Caller.video().put("numberResults", 3);
    Answer answer = submitAndFinish(task);
    assertThat(answer.data()).hasSize(2);
    assertThat(answer.errors()).hasSize(1);
    assertThat(sandbox.ledger().account(UUID.fromString(Caller.uuid(task))).charged())
        .isEqualByComparingTo("1.12");
  }

  @Test
  void resultsAreFinishedOneByOne() throws Exception {
    start(Knobs.builder().stagger(Duration.ofSeconds(5)));
    ObjectNode task = Caller.video().put("numberResults", 3);
    assertThat(statuses(submitAndFinish(task)))
        .containsExactly("success", "processing", "processing");
    clock.advance(Duration.ofSeconds(5));
    assertThat(statuses(caller.poll(Caller.uuid(task))))
        .containsExactly("success", "success", "processing");
  }

  @Test
  void placesOfResultsChangeWhereUnfinishedOnesComeFirst() throws Exception {
    start(Knobs.builder().stagger(Duration.ofSeconds(5)).resultOrder(ResultOrder.UNFINISHED_FIRST));
    assertThat(statuses(submitAndFinish(Caller.video().put("numberResults", 2))))
        .containsExactly("processing", "success");
  }

  @Test
  void placesOfResultsRotateFromPollToPoll() throws Exception {
    start(Knobs.builder().resultOrder(ResultOrder.ROTATING));
    ObjectNode task = Caller.video().put("numberResults", 3);
    List<String> first = media(submitAndFinish(task));
    List<String> second = media(caller.poll(Caller.uuid(task)));
    assertThat(second).containsExactly(first.get(1), first.get(2), first.get(0));
  }

  @Test
  void anUnknownTaskIsNothingOrAnError() throws Exception {
    start(Knobs.builder());
    String stranger = UUID.randomUUID().toString();
    assertThat(caller.poll(stranger).response().body()).isEqualTo("{\"data\":[]}");

    start(Knobs.builder().unknownTask(UnknownTask.ERROR));
    Answer answer = caller.poll(stranger);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error().path("code").asString()).isEqualTo("taskNotFound");
    assertThat(answer.error().path("taskUUID").asString()).isEqualTo(stranger);
  }

  @Test
  void aUuidIsTakenForEver() throws Exception {
    start(Knobs.builder());
    ObjectNode task = Caller.video();
    submitAndFinish(task);
    Answer again = caller.send(task);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.data()).isEmpty();
    assertThat(again.error().path("code").asString()).isEqualTo("conflictTaskUUID");
    assertThat(again.error().path("taskUUID").asString()).isEqualTo(Caller.uuid(task));
    assertThat(charges(task)).isEqualTo(1);
  }

  @Test
  void aUuidCanBeTakenOnlyWhileItsTaskRuns() throws Exception {
    start(Knobs.builder().conflictWindow(ConflictWindow.RUNNING));
    ObjectNode task = Caller.video();
    caller.send(task);
    assertThat(caller.send(task).status()).isEqualTo(400);
    clock.advance(RENDER);
    assertThat(caller.send(task).status()).isEqualTo(200);
    assertThat(charges(task)).isEqualTo(2);
  }

  @Test
  void withoutConflictsADoubleBillShowsInTheLedger() throws Exception {
    start(Knobs.builder().conflictWindow(ConflictWindow.OFF));
    ObjectNode task = Caller.video();
    caller.send(task);
    assertThat(caller.send(task).status()).isEqualTo(200);
    assertThat(charges(task)).isEqualTo(2);
  }

  @Test
  void aMixedRequestSucceedsOrNot() throws Exception {
    ObjectNode wrong = Caller.video().put("duration", 99);
    start(Knobs.builder());
    Answer answer = caller.send(Caller.video(), wrong);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data()).hasSize(1);
    assertThat(answer.errors()).hasSize(1);

    start(Knobs.builder().mixedStatus(MixedStatus.REJECTED));
    assertThat(caller.send(Caller.video(), wrong).status()).isEqualTo(400);
    assertThat(caller.send(Caller.video(), Caller.video()).status()).isEqualTo(200);
  }

  @Test
  void noErrorsCanBeAnEmptyList() throws Exception {
    start(Knobs.builder().emptyErrors(EmptyErrors.PRESENT));
    Answer answer = caller.send(Caller.video());
    assertThat(answer.json().has("errors")).isTrue();
    assertThat(answer.errors()).isEmpty();
  }

  @Test
  void anErrorNamesOneParameterOrAll() throws Exception {
    start(Knobs.builder().parameterForm(ParameterForm.ALL));
    ObjectNode task = Caller.valid("edit").put("duration", 5);
    assertThat(caller.send(task).error().path("parameter"))
        .extracting(JsonNode::asString)
        .containsExactly("duration", "inputs.video");
  }

  @Test
  void aUuidOfAnotherVersionIsRefusedUnlessTheCheckIsLax() throws Exception {
    ObjectNode task = Caller.video().put("taskUUID", "0195b6f2-54e7-7c3e-9d2a-1f0e8a6b4c21");
    start(Knobs.builder());
    assertThat(caller.send(task).error().path("rule").asString()).isEqualTo("wrong-format");

    start(Knobs.builder().uuidCheck(UuidCheck.LAX));
    assertThat(caller.send(task).status()).isEqualTo(200);
    assertThat(caller.send(task.put("taskUUID", "no uuid at all")).status()).isEqualTo(400);
  }

  private Answer submitAndFinish(ObjectNode task) throws Exception {
    assertThat(caller.send(task).status()).isEqualTo(200);
    clock.advance(RENDER);
    return caller.poll(Caller.uuid(task));
  }

  private int charges(ObjectNode task) {
    return sandbox.ledger().account(UUID.fromString(Caller.uuid(task))).charges();
  }

  private static List<String> statuses(Answer answer) {
    return answer.data().valueStream().map(item -> item.path("status").asString()).toList();
  }

  private static List<String> media(Answer answer) {
    return answer.data().valueStream().map(item -> item.path("videoUUID").asString()).toList();
  }
}
