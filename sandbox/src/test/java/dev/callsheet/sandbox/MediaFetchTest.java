package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.behavior.SandboxLimits;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Media that are stored by an address, which may not answer, or with more than is wanted. */
final class MediaFetchTest {
  private Sandbox sandbox;

  @BeforeEach
  void start() throws Exception {
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .limits(SandboxLimits.defaults().sizes(10_000, 20_000, 20_000))
                .build());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private static ObjectNode upload(String media) {
    return HttpTestClient.task("mediaStorage")
        .put("taskUUID", "f6a1c0de-0c4e-4b0f-9d8e-1f2a3b4c5d6e")
        .put("operation", "upload")
        .put("media", media);
  }

  @Test
  void anAddressThatNeverAnswersHoldsUpNothing() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        WebSocketTestClient caller = WebSocketTestClient.connectAuthenticated(sandbox, "")) {
      assertThat(caller.session()).isNotEmpty();
      for (int i = 0; i < 20; i++) {
        caller.send(upload("http://127.0.0.1:" + silent.getLocalPort() + "/a.png"));
      }
      caller.ping();
      assertThat(caller.next().at("/data/0/pong").asBoolean()).isTrue();
    }
  }

  @Test
  void moreThanARequestMayHaveIsNotFetched() throws Exception {
    try (Sandbox other = Sandbox.start(SandboxOptions.defaults())) {
      HttpTestClient there = new HttpTestClient(other);
      HttpTestClient here = new HttpTestClient(sandbox);
      String small = stored(there.send(upload("AAAA".repeat(2000))).data());
      String large = stored(there.send(upload("AAAA".repeat(4000))).data());

      assertThat(stored(here.send(upload(small)).data())).contains("/media/");
      JsonNode error = here.send(upload(large)).error();
      assertThat(error.path("code").asString()).isEqualTo("downloadFailed");
      assertThat(error.path("message").asString()).contains("more than 10000 bytes");
      JsonNode nothing = here.send(upload(small + "x")).error();
      assertThat(nothing.path("message").asString()).contains("answers 404");
    }
  }

  private static String stored(JsonNode data) {
    return data.path(0).path("mediaURL").asString();
  }
}
