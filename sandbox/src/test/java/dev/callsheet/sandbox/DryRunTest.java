package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.HttpTestClient.Response;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A dry run validates and prices; it executes, charges and stores nothing. */
final class DryRunTest {
  private Sandbox sandbox;
  private HttpTestClient caller;

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.start(SandboxOptions.defaults());
    caller = new HttpTestClient(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "TRUE", "yes", "on", "dry"})
  void anyHeaderThatDoesNotSayNoAsksForOne(String value) throws Exception {
    ObjectNode task = HttpTestClient.video();
    Response reply = caller.dryRun(value, task);
    assertThat(reply.data().get(0).path("dryRun").asBoolean()).isTrue();
    assertNothingHappenedTo(task);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "false", "no", "off", ""})
  void aHeaderThatSaysNoDoesNot(String value) throws Exception {
    ObjectNode task = HttpTestClient.video();
    assertThat(caller.dryRun(value, task).data().get(0).has("dryRun")).isFalse();
    assertThat(sandbox.ledger().account(HttpTestClient.uuid(task)).chargeCount()).isOne();
  }

  @Test
  void aConnectionAsksForOneInItsAddress() throws Exception {
    URI address = URI.create(sandbox.socketEndpoint() + "?sdk=js&version=1.3.2&dryRun=1");
    try (WebSocketTestClient socket = WebSocketTestClient.connect(address)) {
      assertIsDry(socket);
    }
  }

  @Test
  void aConnectionAsksForOneInAHeader() throws Exception {
    try (WebSocketTestClient socket =
        WebSocketTestClient.connect(sandbox.socketEndpoint(), "X-Runware-Dry-Run", "true")) {
      assertIsDry(socket);
    }
  }

  private void assertIsDry(WebSocketTestClient socket) throws InterruptedException {
    socket.send(HttpTestClient.task("authentication").put("apiKey", "key-of-a-test"));
    assertThat(socket.session()).isNotEmpty();
    ObjectNode task = HttpTestClient.video();
    socket.send(task);
    JsonNode item = socket.next().at("/data/0");
    assertThat(item.path("dryRun").asBoolean()).isTrue();
    assertThat(item.has("cost")).isTrue();
    assertNothingHappenedTo(task);
  }

  @Test
  void nothingIsStoredInOne() throws Exception {
    ObjectNode upload =
        HttpTestClient.task("mediaStorage")
            .put("taskUUID", "f6a1c0de-0c4e-4b0f-9d8e-1f2a3b4c5d6e")
            .put("operation", "upload")
            .put("media", "aGVyb24=");
    JsonNode item = caller.dryRun("1", upload).data().get(0);
    assertThat(item.path("dryRun").asBoolean()).isTrue();
    assertThat(item.has("mediaUUID")).isFalse();
  }

  private void assertNothingHappenedTo(ObjectNode task) {
    assertThat(sandbox.ledger().account(HttpTestClient.uuid(task)).entries()).isEmpty();
  }
}
