package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.HttpTestClient.Response;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxLimits;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is finished is forgotten by its age and by the number of tasks; what runs is not. */
final class KeepTest {
  private static final Duration RENDER = Duration.ofMinutes(1);
  private final ManualClock clock = new ManualClock();
  private Sandbox sandbox;
  private HttpTestClient caller;

  private void start(SandboxLimits limits) throws Exception {
    sandbox =
        Sandbox.start(
            InkwellModels.options().renderTime(RenderTime.fixed(RENDER)).limits(limits).build(),
            clock);
    caller = new HttpTestClient(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private ObjectNode submitted() throws Exception {
    ObjectNode task = InkwellModels.video().put("deliveryMethod", "async");
    assertThat(caller.send(task).status()).isEqualTo(200);
    return task;
  }

  @Test
  void anOldTaskIsForgottenWithItsMediaItsAccountAndItsUuid() throws Exception {
    start(SandboxLimits.defaults().keep(Duration.ofHours(1), 1000));
    ObjectNode task = submitted();
    clock.advance(RENDER);
    String media = caller.poll(HttpTestClient.uuid(task)).data().get(0).path("videoURL").asString();
    String total = sandbox.ledger().totalCharged().toPlainString();

    clock.advance(Duration.ofMinutes(59));
    assertThat(caller.fetch(media).statusCode()).isEqualTo(200);

    clock.advance(Duration.ofMinutes(61));
    assertThat(caller.poll(HttpTestClient.uuid(task)).data()).isEmpty();
    assertThat(caller.fetch(media).statusCode()).isEqualTo(404);
    assertThat(sandbox.ledger().account(HttpTestClient.uuid(task)).entries()).isEmpty();
    assertThat(sandbox.ledger().totalCharged()).isEqualByComparingTo(total);
    assertThat(caller.send(task).status()).isEqualTo(200);
  }

  @Test
  void ofManyTasksTheFirstFinishedIsForgotten() throws Exception {
    start(SandboxLimits.defaults().keep(Duration.ofDays(1), 3));
    ObjectNode first = submitted();
    clock.advance(RENDER.plusSeconds(1));
    ObjectNode second = submitted();
    submitted();
    assertThat(caller.poll(HttpTestClient.uuid(first)).data()).hasSize(1);
    submitted();
    assertThat(caller.poll(HttpTestClient.uuid(first)).data()).isEmpty();
    assertThat(caller.poll(HttpTestClient.uuid(second)).data()).hasSize(1);
  }

  @Test
  void whatRunsIsKeptHoweverMuchThereIs() throws Exception {
    start(SandboxLimits.defaults().keep(Duration.ZERO, 0));
    ObjectNode task = submitted();
    submitted();
    assertThat(caller.poll(HttpTestClient.uuid(task)).data()).hasSize(1);
    assertThat(sandbox.ledger().account(HttpTestClient.uuid(task)).chargeCount()).isOne();
    assertThat(sandbox.ledger().account(HttpTestClient.uuid(task)).submissionCount()).isOne();
  }

  @Test
  void whatIsFinishedCanBeKeptForEver() throws Exception {
    start(SandboxLimits.defaults().keep(Duration.ofSeconds(Long.MAX_VALUE), 1000));
    ObjectNode task = submitted();
    clock.advance(Duration.ofDays(100_000));
    assertThat(caller.poll(HttpTestClient.uuid(task)).data()).hasSize(1);
  }

  @Test
  void storedMediaAreForgottenWhereThereIsNoMoreRoom() throws Exception {
    start(SandboxLimits.defaults().sizes(10_000, 20_000, 10_000));
    String first = upload();
    clock.advance(Duration.ofSeconds(1));
    String second = upload();
    assertThat(caller.fetch(second).statusCode()).isEqualTo(200);
    assertThat(caller.fetch(first).statusCode()).isEqualTo(404);
  }

  private String upload() throws Exception {
    ObjectNode upload =
        HttpTestClient.task("mediaStorage").put("operation", "upload").put("taskUUID", "any");
    Response reply = caller.send(upload.put("media", "AAAA".repeat(2000)));
    return reply.data().get(0).path("mediaURL").asString();
  }

  @Test
  void largeTasksAreRefusedWhileThoseThatRunLeaveNoRoom() throws Exception {
    start(SandboxLimits.defaults().sizes(10_000, 20_000, 12_000));
    ObjectNode large =
        InkwellModels.video()
            .put("deliveryMethod", "async")
            .put("positivePrompt", "a".repeat(1900));
    int accepted = 0;
    Response reply = caller.send(large);
    while (reply.status() == 200 && accepted < 10) {
      accepted++;
      ObjectNode another = large.deepCopy();
      reply = caller.send(another.put("taskUUID", UUID.randomUUID().toString()));
    }
    assertThat(accepted).isBetween(1, 6);
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.error().path("code").asString()).isEqualTo("serviceUnavailable");
    clock.advance(RENDER);
    ObjectNode later = large.deepCopy();
    later.put("taskUUID", UUID.randomUUID().toString());
    assertThat(caller.send(later).status()).isEqualTo(200);
  }

  @Test
  void theLedgerIsShownInPages() throws Exception {
    start(SandboxLimits.defaults());
    for (int i = 0; i < 3; i++) {
      submitted();
    }
    Response page = caller.get(URI.create(sandbox.ledgerUri() + "?limit=4"));
    assertThat(page.json().path("entries")).hasSize(4);
    assertThat(page.json().path("tasks")).hasSize(2);
    String next = page.json().path("next").asString();
    Response last = caller.get(sandbox.ledgerUri().resolve(next));
    assertThat(last.json().path("entries")).hasSize(2);
    assertThat(last.json().path("entries").get(0).path("number").asInt()).isEqualTo(5);
    assertThat(last.json().has("next")).isFalse();
  }
}
