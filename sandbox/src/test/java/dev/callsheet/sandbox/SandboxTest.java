package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.callsheet.sandbox.HttpTestClient.Response;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.ledger.ReceivedRequest;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The way of a task from its submission to its result. */
final class SandboxTest {
  private final ManualClock clock = new ManualClock();
  private Sandbox sandbox;
  private HttpTestClient caller;

  @BeforeEach
  void start() throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.builder().renderTime(RenderTime.fixed(Duration.ofSeconds(10))).build(),
            clock);
    caller = new HttpTestClient(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void acknowledgesATaskByItsTypeAndUuidAlone() throws Exception {
    ObjectNode task = HttpTestClient.video();
    Response answer = caller.send(task);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .isEqualTo(
            HttpTestClient.JSON.readTree(
                """
                {"data": [{"taskType": "videoInference", "taskUUID": "%s"}]}
                """
                    .formatted(HttpTestClient.uuid(task))));
  }

  @Test
  void namesTheParameterThatIsMissing() throws Exception {
    ObjectNode task = HttpTestClient.video();
    task.remove("taskUUID");
    JsonNode error = caller.send(task).error();
    assertThat(error.path("code").asString()).isEqualTo("missingParameter");
    assertThat(error.path("parameter").asString()).isEqualTo("taskUUID");

    task.remove("model");
    assertThat(caller.send(task).error().path("parameter").asString()).isEqualTo("model");
  }

  @Test
  void saysThatTheTaskTypeIsMissingWhereNothingSaysWhatATaskIs() throws Exception {
    JsonNode error =
        caller.send(HttpTestClient.JSON.createObjectNode().put("positivePrompt", "A kite")).error();
    assertThat(error.path("code").asString()).isEqualTo("missingParameter");
    assertThat(error.path("parameter").asString()).isEqualTo("taskType");
    assertThat(error.path("message").asString()).contains("`taskType` is missing");
  }

  @Test
  void takesAnAddressWithASlashAtItsEndAndNamesItsOwnWhereThereIsNothing() throws Exception {
    String root = sandbox.endpoint().toString().replace("/v1", "");
    assertThat(caller.sendTo(root + "/v1/", HttpTestClient.video()).status()).isEqualTo(200);
    Response elsewhere = caller.sendTo(root + "/v2", HttpTestClient.video());
    assertThat(elsewhere.status()).isEqualTo(404);
    assertThat(elsewhere.error().path("message").asString())
        .contains("Nothing is at `/v2`. Give clients an address that ends in /v1");
    assertThat(sandbox.requests())
        .extracting(ReceivedRequest::address, ReceivedRequest::status)
        .containsExactly(tuple("/v1/", 200), tuple("/v2", 404));
  }

  @Test
  void headersThatLetSomebodyInAreNotKept() throws Exception {
    HttpTestClient.exchange(
        HttpRequest.newBuilder(sandbox.endpoint())
            .header("Cookie", "session=secret")
            .header("X-Api-Key", "secret")
            .GET()
            .build());
    assertThat(sandbox.requests().get(0).headers())
        .contains("Cookie: ***", "X-Api-Key: ***")
        .doesNotContain("secret");
  }

  @Test
  void tellsTheBalanceOfTheAccount() throws Exception {
    ObjectNode question = HttpTestClient.task("accountManagement").put("operation", "getDetails");
    caller.send(HttpTestClient.video().put("duration", 10));
    JsonNode details = caller.send(question).data().get(0);
    assertThat(details.path("balance").decimalValue()).isEqualByComparingTo("998.88");
    assertThat(caller.send(question.put("operation", "close")).status()).isEqualTo(400);
  }

  @Test
  void findsModelsByTheirNames() throws Exception {
    ObjectNode search = HttpTestClient.task("modelSearch").put("search", "kling").put("limit", 1);
    JsonNode found = caller.send(search).data().get(0);
    assertThat(found.path("results")).hasSize(1);
    assertThat(found.path("results").get(0).path("air").asString()).startsWith("klingai:");
    assertThat(found.path("totalResults").asInt()).isGreaterThan(1);
  }

  @Test
  void takesAnImageAsInEarlierDays() throws Exception {
    ObjectNode upload = HttpTestClient.task("imageUpload").put("image", "aGVyb24=");
    JsonNode stored = caller.send(upload).data().get(0);
    assertThat(stored.path("taskType").asString()).isEqualTo("imageUpload");
    assertThat(stored.path("imageUUID").asString()).isNotEmpty();
    assertThat(caller.fetch(stored.path("imageURL").asString()).body())
        .asString()
        .isEqualTo("heron");
  }

  @Test
  void acknowledgesOnceHoweverManyResultsThereWillBe() throws Exception {
    assertThat(caller.send(HttpTestClient.video().put("numberResults", 3)).data()).hasSize(1);
  }

  @Test
  void showsProgressUntilTheResultIsThere() throws Exception {
    ObjectNode task = HttpTestClient.video();
    caller.send(task);
    assertThat(caller.poll(HttpTestClient.uuid(task)).data().get(0))
        .isEqualTo(
            HttpTestClient.task("videoInference")
                .put("taskUUID", HttpTestClient.uuid(task))
                .put("status", "processing")
                .put("progress", 0));
    clock.advance(Duration.ofSeconds(4));
    assertThat(caller.poll(HttpTestClient.uuid(task)).data().get(0).path("progress").asInt())
        .isEqualTo(40);
    clock.advance(Duration.ofSeconds(6));
    JsonNode result = caller.poll(HttpTestClient.uuid(task)).data().get(0);
    assertThat(result.path("status").asString()).isEqualTo("success");
    assertThat(result.propertyNames())
        .containsExactly("taskType", "taskUUID", "status", "videoUUID", "videoURL", "seed");
  }

  @Test
  void saysWhatAResultCostOnlyWhenAsked() throws Exception {
    ObjectNode task = HttpTestClient.video().put("includeCost", true).put("numberResults", 2);
    caller.send(task.put("duration", 8));
    clock.advance(Duration.ofSeconds(10));
    JsonNode results = caller.poll(HttpTestClient.uuid(task)).data();
    assertThat(results).hasSize(2);
    assertThat(results)
        .allSatisfy(
            each -> assertThat(each.path("cost").decimalValue()).isEqualByComparingTo("0.896"));
    assertThat(results.get(0).path("videoUUID")).isNotEqualTo(results.get(1).path("videoUUID"));
    assertThat(results.get(0).path("seed")).isNotEqualTo(results.get(1).path("seed"));
  }

  @Test
  void answersForSeveralTasksAtOnce() throws Exception {
    ObjectNode one = HttpTestClient.video();
    ObjectNode two = HttpTestClient.video();
    assertThat(caller.send(one, two).data()).hasSize(2);
    assertThat(caller.poll(HttpTestClient.uuid(one), HttpTestClient.uuid(two)).data())
        .extracting(item -> item.path("taskUUID").asString())
        .containsExactly(HttpTestClient.uuid(one), HttpTestClient.uuid(two));
  }

  @Test
  void tellsTheTaskAndTheLastReplyToIt() throws Exception {
    ObjectNode task = HttpTestClient.video();
    caller.send(task);
    caller.send(task);
    ObjectNode question =
        HttpTestClient.task("getTaskDetails").put("taskUUID", HttpTestClient.uuid(task));
    JsonNode details = caller.send(question).data().get(0);
    assertThat(details.path("request")).containsExactly(task);
    assertThat(details.at("/response/errors/0/code").asString()).isEqualTo("conflictTaskUUID");
    caller.poll(HttpTestClient.uuid(task));
    assertThat(caller.send(question).data().get(0).at("/response/data/0/status").asString())
        .isEqualTo("processing");
  }

  @Test
  void knowsNoDetailsOfATaskThatNeverCame() throws Exception {
    Response answer =
        caller.send(
            HttpTestClient.task("getTaskDetails").put("taskUUID", UUID.randomUUID().toString()));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error().path("code").asString()).isEqualTo("taskNotFound");
  }

  @Test
  void answersAPing() throws Exception {
    assertThat(caller.send(HttpTestClient.task("ping").put("ping", true)).data())
        .containsExactly(HttpTestClient.task("ping").put("pong", true));
  }

  @Test
  void pricesADryRunAndChargesNothing() throws Exception {
    ObjectNode task = HttpTestClient.video().put("duration", 8);
    JsonNode item = caller.dryRun(task).data().get(0);
    assertThat(item.path("dryRun").asBoolean()).isTrue();
    assertThat(item.path("cost").decimalValue()).isEqualByComparingTo("0.896");
    assertThat(item.path("why").asString()).contains("0.112 USD/s");
    assertThat(sandbox.ledger().entries()).isEmpty();
    assertThat(caller.send(task).status()).isEqualTo(200);
  }

  @Test
  void refusesWhatIsNotAListOfTasks() throws Exception {
    assertThat(caller.sendText("{\"taskType\": \"ping\"}").status()).isEqualTo(400);
    assertThat(caller.sendText("[{").status()).isEqualTo(400);
    assertThat(caller.sendText("").status()).isEqualTo(400);
    assertThat(caller.sendText("[1]").status()).isEqualTo(400);
    assertThat(caller.get(sandbox.endpoint()).status()).isEqualTo(405);
    assertThat(caller.get(sandbox.endpoint().resolve("elsewhere")).status()).isEqualTo(404);
  }

  @Test
  void saysWhereItListens() {
    assertThat(sandbox.endpoint())
        .hasToString("http://127.0.0.1:" + sandbox.endpoint().getPort() + "/v1");
    long models =
        ModelCatalogue.bundled().models().stream()
            .filter(model -> model.metadata().platformName().filter("runware"::equals).isPresent())
            .count();
    assertThat(sandbox.startLine())
        .contains("Callsheet sandbox of Runware (" + models + " model")
        .endsWith(" at " + sandbox.endpoint());
  }

  @Test
  void namesThePortThatIsTaken() {
    int taken = sandbox.endpoint().getPort();
    assertThatThrownBy(() -> Sandbox.start(SandboxOptions.builder().port(taken).build()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(String.valueOf(taken));
  }

  @Test
  void isGoneOnceClosed() {
    sandbox.close();
    assertThatThrownBy(() -> caller.send(HttpTestClient.video())).isInstanceOf(IOException.class);
    sandbox.close();
  }
}
