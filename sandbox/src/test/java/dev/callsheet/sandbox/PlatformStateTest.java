package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.UnknownModelPolicy;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Described platforms go on where the sandbox before ended, several of them in one folder. */
final class PlatformStateTest {
  private static final Duration RENDER = Duration.ofMinutes(1);

  /** A platform that recognizes repetitions by a key, as none of the bundled ones does. */
  private static final String PLATFORM =
      """
      callsheet: 1
      platform: {name: darkroom, title: Darkroom}
      protocol:
        base: https://darkroom.example/api
        key: {variable: DARKROOM_KEY, header: X-Key, value: "{key}"}
        links: {poll: "/rolls/{id}"}
        submit:
          request: POST /develop
          with: {model: "{model}"}
          accepted: [200]
          id: /id
        poll:
          request: GET {poll}
          state: /stage
          states: {running: [bath], done: [fixed]}
        result:
          at: /prints
          media: [{each: /sheets/*, url: /file}]
        once: {key: X-Once, refused: [400, 401]}
      """;

  private final ManualClock clock = new ManualClock();
  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private Sandbox sandbox;

  private void start(String platform) throws Exception {
    Path file = folder.resolve("specs/platforms/darkroom.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, PLATFORM);
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(folder.resolve("specs")));
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .catalogue(catalogue)
                .platform(catalogue.platform(platform).orElseThrow())
                .behavior(
                    SandboxBehavior.builder().unknownModel(UnknownModelPolicy.ACCEPTED).build())
                .renderTime(RenderTime.fixed(RENDER))
                .state(folder.resolve("state"))
                .build(),
            clock);
  }

  private void restart(String platform) throws Exception {
    sandbox.close();
    start(platform);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private HttpResponse<String> exchange(String path, String method, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(sandbox.endpoint().toString().replaceAll("/$", "") + path))
            .header("Authorization", "Key of-a-test")
            .header("X-Key", "of-a-test")
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode json(String path, String method, String body, String... headers)
      throws Exception {
    return HttpTestClient.JSON.readTree(exchange(path, method, body, headers).body());
  }

  @Test
  void aTaskGoesOnWithItsResultAndOneThatWasCancelledStaysSo() throws Exception {
    start("fal");
    String body = "{\"prompt\": \"A heron, asleep\"}";
    String task = json("/acme/sketch", "POST", body).path("request_id").asString();
    String cancelled = json("/acme/sketch", "POST", body).path("request_id").asString();
    exchange("/acme/sketch/requests/" + cancelled + "/cancel", "PUT", "");
    clock.advance(Duration.ofSeconds(30));
    HttpResponse<String> refused = exchange("/acme/sketch/requests/" + cancelled, "GET", "");

    restart("fal");

    String address = "/acme/sketch/requests/" + task;
    assertThat(json(address + "/status", "GET", "").path("status").asString())
        .isEqualTo("IN_PROGRESS");
    HttpResponse<String> stillRefused = exchange("/acme/sketch/requests/" + cancelled, "GET", "");
    assertThat(stillRefused.body()).isEqualTo(refused.body());
    assertThat(stillRefused.statusCode()).isEqualTo(refused.statusCode());
    clock.advance(Duration.ofSeconds(30));
    assertThat(json(address + "/status", "GET", "").path("status").asString())
        .isEqualTo("COMPLETED");
    String result = exchange(address, "GET", "").body();
    assertThat(result).contains(sandbox.page() + "media/");
    String page = sandbox.page().toString();
    restart("fal");
    assertThat(exchange(address, "GET", "").body())
        .isEqualTo(result.replace(page, sandbox.page().toString()));
    assertThat(sandbox.ledger().accounts()).hasSize(2);
  }

  @Test
  void aRepetitionIsRecognizedByTheKeyOfTheFirst() throws Exception {
    start("darkroom");
    String body = "{\"model\": \"acme/lamp\", \"prompt\": \"A heron\"}";
    JsonNode first = json("/develop", "POST", body, "X-Once", "roll-1");

    restart("darkroom");

    JsonNode again = json("/develop", "POST", body, "X-Once", "roll-1");
    assertThat(again.path("id").asString()).isNotEmpty().isEqualTo(first.path("id").asString());
    assertThat(sandbox.ledger().accounts()).hasSize(1);
    assertThat(sandbox.ledger().account(first.path("id").asString()).chargeCount()).isOne();
    JsonNode another = json("/develop", "POST", body, "X-Once", "roll-2");
    assertThat(another.path("id")).isNotEqualTo(first.path("id"));
  }

  /** As one that is killed between a task and its charge leaves it. */
  @Test
  void aTaskThatWasNotChargedYetIsChargedOnce() throws Exception {
    start("darkroom");
    String body = "{\"model\": \"acme/lamp\", \"prompt\": \"A heron\"}";
    String id = json("/develop", "POST", body).path("id").asString();
    sandbox.close();
    Path file = folder.resolve("state/darkroom/state.jsonl");
    List<String> lines = Files.readAllLines(file);
    lines.removeIf(line -> line.contains("\"in\":\"ledger\""));
    Files.write(file, lines);
    for (int i = 0; i < 2; i++) {
      restart("darkroom");
      assertThat(sandbox.ledger().account(id).chargeCount()).isOne();
    }
  }

  @Test
  void platformsInOneFolderHaveNothingToDoWithEachOther() throws Exception {
    start("fal");
    json("/acme/sketch", "POST", "{\"prompt\": \"A heron\"}");
    restart("darkroom");
    assertThat(sandbox.ledger().accounts()).isEmpty();
    restart("fal");
    assertThat(sandbox.ledger().accounts()).hasSize(1);
  }
}
