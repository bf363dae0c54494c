package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.HttpTestClient.Response;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is let in. */
final class ApiKeyAuthenticatorTest {
  private static final ObjectNode PING = HttpTestClient.task("ping").put("ping", true);

  @Test
  void acceptsEveryKeyByDefault() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      HttpTestClient caller = new HttpTestClient(sandbox);
      assertThat(caller.send(PING).status()).isEqualTo(200);
      assertThat(caller.sendWithoutHeader(key("another"), PING).data()).hasSize(1);
      assertThat(caller.sendWithoutHeader(key(" "), PING).status()).isEqualTo(401);
    }
  }

  @Test
  void rejectsMissingOrUnknownKeys() throws Exception {
    SandboxOptions options = SandboxOptions.builder().apiKeys("the-only-key").build();
    try (Sandbox sandbox = Sandbox.start(options)) {
      HttpTestClient caller = new HttpTestClient(sandbox);
      Response answer = caller.send(HttpTestClient.video());
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.json().propertyNames()).containsExactly("errors");
      JsonNode error = answer.error();
      assertThat(error.path("code").asString()).isEqualTo("invalidApiKey");
      assertThat(error.path("parameter").asString()).isEqualTo("apiKey");
      assertThat(error.path("taskType").asString()).isEqualTo("authentication");
      assertThat(error.has("taskUUID")).isFalse();
      assertThat(sandbox.ledger().entries()).isEmpty();
      assertThat(caller.sendWithoutHeader(PING).status()).isEqualTo(401);
      assertThat(caller.sendWithoutHeader(PING, key("the-only-key")).status()).isEqualTo(401);
      assertThat(caller.sendWithoutHeader(key("the-only-key"), PING).status()).isEqualTo(200);
    }
  }

  private static ObjectNode key(String key) {
    return HttpTestClient.task("authentication").put("apiKey", key);
  }

  @Test
  void doesNotCountTheKeyAmongTheTasks() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      HttpTestClient caller = new HttpTestClient(sandbox);
      ObjectNode wrong = HttpTestClient.video().put("duration", 99);
      assertThat(caller.sendWithoutHeader(key("another"), wrong).status()).isEqualTo(400);
    }
  }
}
