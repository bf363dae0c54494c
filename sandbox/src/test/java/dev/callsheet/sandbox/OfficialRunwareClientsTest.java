package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.UnknownModelPolicy;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Runware's own clients for JavaScript, unmodified and pinned. They send names of earlier days,
 * poll over a WebSocket, and believe what they are told. Needs Node and the clients in {@code
 * target/npm}, where {@code .ci/run} puts them.
 */
final class OfficialRunwareClientsTest {
  private static final Path MODULES = Path.of("../target/npm/node_modules");
  private static final Path SCRIPTS =
      Path.of("src/test/resources/dev/callsheet/sandbox").toAbsolutePath();
  private static final String KEY = "key-of-a-test";

  private Sandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .apiKeys(KEY)
                .behavior(
                    SandboxBehavior.builder().unknownModel(UnknownModelPolicy.ACCEPTED).build())
                .renderTime(RenderTime.fixed(Duration.ofMillis(100)))
                .build());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private JsonNode run(String script, String module, URI endpoint) throws Exception {
    assumeTrue(Files.exists(MODULES.resolve(module)) && isThereNode(), "needs node and " + module);
    ProcessBuilder node =
        new ProcessBuilder("node", SCRIPTS.resolve(script).toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    node.environment()
        .putAll(
            Map.of(
                "MODULES", MODULES.toRealPath().toString(),
                "ENDPOINT", endpoint.toString(),
                "KEY", KEY));
    Process process = node.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return HttpTestClient.JSON.readTree(output);
  }

  private static boolean isThereNode() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException none) {
      return false;
    }
  }

  @Test
  void theClientForJavaScriptOverWebSocket() throws Exception {
    JsonNode seen = run("runware-sdk-js.mjs", "@runware/sdk-js", sandbox.socketEndpoint());

    assertThat(seen.path("images").valueStream())
        .hasSize(2)
        .allSatisfy(
            image -> {
              assertThat(image.path("imageURL").asString()).contains("/media/");
              assertThat(image.path("NSFWContent").isBoolean()).isTrue();
              assertThat(image.path("cost").isNumber()).isTrue();
            });
    assertThat(seen.path("reworked").path(0).path("imageURL").asString()).contains("/media/");
    assertThat(seen.path("video").valueStream())
        .extracting(video -> video.path("videoUUID").asString())
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(seen.path("refused").toString()).contains("width");
    assertThat(seen.path("stored").path("mediaUUID").asString()).isNotEmpty();
    assertThat(sandbox.ledger().entries())
        .filteredOn(entry -> entry.kind() == LedgerEntry.Kind.CHARGE)
        .hasSize(7);
    assertThat(seen.path("captioned").path("text").asString()).isNotEmpty();
    assertThat(seen.path("enhanced").valueStream())
        .extracting(text -> text.path("text").asString())
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(text -> text.startsWith("a heron"));
    assertThat(seen.path("guided").path("guideImageURL").asString()).contains("/media/");
    assertThat(seen.path("passed").path(0).path("imageURL").asString()).contains("/media/");
    assertThat(seen.path("found").path("results").size()).isPositive();
  }

  @Test
  void theProviderOfTheAiSdkOverHttp() throws Exception {
    JsonNode seen = run("runware-ai-sdk.mjs", "@runware/ai-sdk-provider", sandbox.endpoint());

    assertThat(seen.path("types").valueStream().map(JsonNode::asString))
        .containsExactly("PNG", "PNG");
    assertThat(seen.path("refused").asString()).contains("width");
    assertThat(sandbox.ledger().entries())
        .filteredOn(entry -> entry.kind() == LedgerEntry.Kind.CHARGE)
        .hasSize(1);
  }
}
