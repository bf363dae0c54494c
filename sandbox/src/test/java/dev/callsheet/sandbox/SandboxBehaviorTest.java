package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.HttpTestClient.Response;
import dev.callsheet.sandbox.behavior.AcknowledgmentForm;
import dev.callsheet.sandbox.behavior.ConflictWindow;
import dev.callsheet.sandbox.behavior.EmptyErrors;
import dev.callsheet.sandbox.behavior.ErrorParameterForm;
import dev.callsheet.sandbox.behavior.FailurePlacement;
import dev.callsheet.sandbox.behavior.LegacyNamePolicy;
import dev.callsheet.sandbox.behavior.MixedStatus;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.ResultOrder;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.UnknownTaskPolicy;
import dev.callsheet.sandbox.behavior.UuidCheck;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What each option does, and what happens when it is left alone. */
final class SandboxBehaviorTest {
  private static final Duration RENDER = Duration.ofSeconds(10);
  private final ManualClock clock = new ManualClock();
  private Sandbox sandbox;
  private HttpTestClient caller;

  private void start(SandboxBehavior.Builder behavior) throws IOException {
    stop();
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .renderTime(RenderTime.fixed(RENDER))
                .behavior(behavior.build())
                .build(),
            clock);
    caller = new HttpTestClient(sandbox);
  }

  @AfterEach
  void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void anAcknowledgmentCanBeEmpty() throws Exception {
    start(SandboxBehavior.builder().acknowledgment(AcknowledgmentForm.EMPTY));
    ObjectNode task = HttpTestClient.video();
    Response ack = caller.send(task);
    assertThat(ack.status()).isEqualTo(200);
    assertThat(ack.response().body()).isEqualTo("{\"data\":[]}");
    assertThat(caller.poll(HttpTestClient.uuid(task)).data()).hasSize(1);
  }

  @Test
  void aFailureIsAmongTheErrorsOrInTheData() throws Exception {
    RenderFailure failure = RenderFailure.all("timeoutProvider", "The provider was too slow.");
    start(SandboxBehavior.builder().renderFailure(failure));
    Response top = submitAndFinish(HttpTestClient.video());
    assertThat(top.status()).isEqualTo(200);
    assertThat(top.data()).isEmpty();
    assertThat(top.error().path("code").asString()).isEqualTo("timeoutProvider");
    assertThat(top.error().path("status").asString()).isEqualTo("error");

    start(SandboxBehavior.builder().renderFailure(failure).failurePlacement(FailurePlacement.DATA));
    Response inside = submitAndFinish(HttpTestClient.video());
    assertThat(inside.errors()).isEmpty();
    assertThat(inside.data().get(0).path("status").asString()).isEqualTo("error");
    assertThat(inside.data().get(0).at("/error/code").asString()).isEqualTo("timeoutProvider");
  }

  @Test
  void onlyTheLastResultsFailAndThoseAreNotCharged() throws Exception {
    start(
        SandboxBehavior.builder().renderFailure(new RenderFailure(1, "taskFailed", "It failed.")));
    ObjectNode task = HttpTestClient.video().put("numberResults", 3);
    Response answer = submitAndFinish(task);
    assertThat(answer.data()).hasSize(2);
    assertThat(answer.errors()).hasSize(1);
    assertThat(sandbox.ledger().account(UUID.fromString(HttpTestClient.uuid(task))).totalCharged())
        .isEqualByComparingTo("1.12");
  }

  @Test
  void resultsAreFinishedOneByOne() throws Exception {
    start(SandboxBehavior.builder().stagger(Duration.ofSeconds(5)));
    ObjectNode task = HttpTestClient.video().put("numberResults", 3);
    assertThat(statuses(submitAndFinish(task)))
        .containsExactly("success", "processing", "processing");
    clock.advance(Duration.ofSeconds(5));
    assertThat(statuses(caller.poll(HttpTestClient.uuid(task))))
        .containsExactly("success", "success", "processing");
  }

  @Test
  void placesOfResultsChangeWhereUnfinishedOnesComeFirst() throws Exception {
    start(
        SandboxBehavior.builder()
            .stagger(Duration.ofSeconds(5))
            .resultOrder(ResultOrder.UNFINISHED_FIRST));
    assertThat(statuses(submitAndFinish(HttpTestClient.video().put("numberResults", 2))))
        .containsExactly("processing", "success");
  }

  @Test
  void placesOfResultsRotateFromPollToPoll() throws Exception {
    start(SandboxBehavior.builder().resultOrder(ResultOrder.ROTATING));
    ObjectNode task = HttpTestClient.video().put("numberResults", 3);
    List<String> first = media(submitAndFinish(task));
    List<String> second = media(caller.poll(HttpTestClient.uuid(task)));
    assertThat(second).containsExactly(first.get(1), first.get(2), first.get(0));
  }

  @Test
  void anUnknownTaskIsNothingOrAnError() throws Exception {
    start(SandboxBehavior.builder());
    String stranger = UUID.randomUUID().toString();
    assertThat(caller.poll(stranger).response().body()).isEqualTo("{\"data\":[]}");

    start(SandboxBehavior.builder().unknownTask(UnknownTaskPolicy.ERROR));
    Response answer = caller.poll(stranger);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error().path("code").asString()).isEqualTo("taskNotFound");
    assertThat(answer.error().path("taskUUID").asString()).isEqualTo(stranger);
  }

  @Test
  void aUuidCanNeverBeReusedByDefault() throws Exception {
    start(SandboxBehavior.builder());
    ObjectNode task = HttpTestClient.video();
    submitAndFinish(task);
    Response again = caller.send(task);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.data()).isEmpty();
    assertThat(again.error().path("code").asString()).isEqualTo("conflictTaskUUID");
    assertThat(again.error().path("taskUUID").asString()).isEqualTo(HttpTestClient.uuid(task));
    assertThat(charges(task)).isEqualTo(1);
  }

  @Test
  void aUuidCanBeTakenOnlyWhileItsTaskRuns() throws Exception {
    start(SandboxBehavior.builder().conflictWindow(ConflictWindow.RUNNING));
    ObjectNode task = HttpTestClient.video();
    caller.send(task);
    assertThat(caller.send(task).status()).isEqualTo(400);
    clock.advance(RENDER);
    assertThat(caller.send(task).status()).isEqualTo(200);
    assertThat(charges(task)).isEqualTo(2);
  }

  @Test
  void withoutConflictsADoubleChargeIsInTheLedger() throws Exception {
    start(SandboxBehavior.builder().conflictWindow(ConflictWindow.OFF));
    ObjectNode task = HttpTestClient.video();
    caller.send(task);
    assertThat(caller.send(task).status()).isEqualTo(200);
    assertThat(charges(task)).isEqualTo(2);
  }

  @Test
  void aMixedRequestSucceedsOrNot() throws Exception {
    ObjectNode wrong = HttpTestClient.video().put("duration", 99);
    start(SandboxBehavior.builder());
    Response answer = caller.send(HttpTestClient.video(), wrong);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data()).hasSize(1);
    assertThat(answer.errors()).hasSize(1);

    start(SandboxBehavior.builder().mixedStatus(MixedStatus.REJECTED));
    assertThat(caller.send(HttpTestClient.video(), wrong).status()).isEqualTo(400);
    assertThat(caller.send(HttpTestClient.video(), HttpTestClient.video()).status()).isEqualTo(200);
  }

  @Test
  void noErrorsCanBeAnEmptyList() throws Exception {
    start(SandboxBehavior.builder().emptyErrors(EmptyErrors.PRESENT));
    Response answer = caller.send(HttpTestClient.video());
    assertThat(answer.json().has("errors")).isTrue();
    assertThat(answer.errors()).isEmpty();
  }

  @Test
  void anErrorNamesOneParameterOrAll() throws Exception {
    start(SandboxBehavior.builder().errorParameterForm(ErrorParameterForm.ALL));
    ObjectNode task = HttpTestClient.valid("edit").put("duration", 5);
    assertThat(caller.send(task).error().path("parameter"))
        .extracting(JsonNode::asString)
        .containsExactly("duration", "inputs.video");
  }

  @Test
  void namesOfEarlierDaysAreAcceptedUnlessTheyAreRefused() throws Exception {
    ObjectNode task = HttpTestClient.video().put("checkNSFW", true).put("includeCost", true);
    task.remove(List.of("width", "height"));
    task.putArray("frameImages").addObject().put("inputImage", "https://example.com/a.png");
    start(SandboxBehavior.builder());
    assertThat(submitAndFinish(task).data().get(0).path("NSFWContent").asBoolean(true)).isFalse();

    start(SandboxBehavior.builder().legacyNames(LegacyNamePolicy.REFUSED));
    Response refused = caller.send(task);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errors().valueStream().map(error -> error.path("message").asString()))
        .anyMatch(message -> message.contains("`checkNSFW` is an old name of"))
        .hasSize(2);
  }

  @Test
  void aUuidOfAnotherVersionIsRefusedUnlessTheCheckIsLax() throws Exception {
    ObjectNode task =
        HttpTestClient.video().put("taskUUID", "0195b6f2-54e7-7c3e-9d2a-1f0e8a6b4c21");
    start(SandboxBehavior.builder());
    assertThat(caller.send(task).error().path("rule").asString()).isEqualTo("wrong-format");

    start(SandboxBehavior.builder().uuidCheck(UuidCheck.LAX));
    assertThat(caller.send(task).status()).isEqualTo(200);
    assertThat(caller.send(task.put("taskUUID", "no uuid at all")).status()).isEqualTo(400);

    start(SandboxBehavior.builder().uuidCheck(UuidCheck.OFF));
    assertThat(caller.send(task.put("taskUUID", "a-kite-at-noon")).status()).isEqualTo(200);
    assertThat(sandbox.ledger().account("a-kite-at-noon").chargeCount()).isEqualTo(1);
    assertThat(caller.poll("a-kite-at-noon").data()).hasSize(1);
    assertThat(caller.send(task.put("taskUUID", " ")).status()).isEqualTo(400);
  }

  private Response submitAndFinish(ObjectNode task) throws Exception {
    assertThat(caller.send(task).status()).isEqualTo(200);
    clock.advance(RENDER);
    return caller.poll(HttpTestClient.uuid(task));
  }

  private int charges(ObjectNode task) {
    return sandbox.ledger().account(UUID.fromString(HttpTestClient.uuid(task))).chargeCount();
  }

  private static List<String> statuses(Response answer) {
    return answer.data().valueStream().map(item -> item.path("status").asString()).toList();
  }

  private static List<String> media(Response answer) {
    return answer.data().valueStream().map(item -> item.path("videoUUID").asString()).toList();
  }
}
