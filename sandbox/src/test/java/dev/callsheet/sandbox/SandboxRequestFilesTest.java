package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.HttpTestClient.Response;
import dev.callsheet.sandbox.behavior.RenderTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Request files that are right are accepted, those that are wrong are rejected by their rule. */
final class SandboxRequestFilesTest {
  /** Breaches of it are warnings, and warnings pass. */
  private static final String WARNED_ONLY = "prompt-names-elements.json";

  private static Sandbox sandbox;
  private static HttpTestClient caller;

  @BeforeAll
  static void start() throws IOException {
    sandbox =
        Sandbox.start(SandboxOptions.builder().renderTime(RenderTime.fixed(Duration.ZERO)).build());
    caller = new HttpTestClient(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  static Stream<Path> valid() throws IOException {
    return Stream.concat(
        files("valid"), Stream.of(HttpTestClient.REQUESTS.resolve("invalid").resolve(WARNED_ONLY)));
  }

  static Stream<Path> invalid() throws IOException {
    return files("invalid").filter(file -> !file.endsWith(WARNED_ONLY));
  }

  @ParameterizedTest
  @MethodSource("valid")
  void rendersWhatIsValid(Path file) throws Exception {
    ObjectNode task = HttpTestClient.read(file);
    task.remove(List.of("webhookURL", "uploadEndpoint"));
    Response ack = caller.send(task);
    assertThat(ack.status()).as(ack.response().body()).isEqualTo(200);
    Response poll = caller.poll(HttpTestClient.uuid(task));
    assertThat(poll.data())
        .hasSize(task.path("numberResults").asInt(1))
        .allSatisfy(
            result -> {
              assertThat(result.path("status").asString()).isEqualTo("success");
              assertThat(result.path("videoURL").asString()).startsWith("http://127.0.0.1:");
            });
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void rejectsWhatIsInvalidAndNamesTheRule(Path file) throws Exception {
    String rule = file.getFileName().toString().replace(".json", "");
    ObjectNode task = HttpTestClient.read(file);
    Response answer = caller.send(task);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.data()).isEmpty();
    assertThat(answer.errors()).hasSize(1);
    JsonNode error = answer.error();
    assertThat(error.path("rule").asString()).isEqualTo(rule);
    assertThat(error.path("message").asString()).endsWith("[" + rule + "]");
    assertThat(error.path("code").asString()).isNotEmpty();
    assertThat(error.path("taskType").asString()).isEqualTo("videoInference");
    assertThat(error.path("taskUUID")).isEqualTo(task.path("taskUUID"));
    assertThat(error.path("documentation").asString())
        .isEqualTo("https://runware.ai/docs/models/klingai-video-3-0-omni-pro");
    assertThat(caller.poll(HttpTestClient.uuid(task)).data()).isEmpty();
  }

  @Test
  void namesTheParametersThatBreakARule() throws Exception {
    ObjectNode task = HttpTestClient.valid("edit").put("duration", 5);
    assertThat(caller.send(task).error().path("parameter").asString()).isEqualTo("duration");
  }

  @Test
  void suggestsTheModelThatWasMeant() throws Exception {
    ObjectNode task = HttpTestClient.video().put("model", "klingai:kling-video@o3-por");
    JsonNode error = caller.send(task).error();
    assertThat(error.path("code").asString()).isEqualTo("unknownModel");
    assertThat(error.path("message").asString()).contains("klingai:kling-video@o3-pro");
  }

  @Test
  void saysThatItCannotDoOtherTasks() throws Exception {
    Response answer = caller.send(HttpTestClient.task("modelUpload"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().path("code").asString()).isEqualTo("unsupportedTaskType");
  }

  private static Stream<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(HttpTestClient.REQUESTS.resolve(folder))) {
      return files.sorted().toList().stream();
    }
  }
}
