package dev.callsheet.sandbox.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.UnknownModelPolicy;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The official clients of the platforms, unmodified and pinned, on sandboxes that go by our files:
 * a wrong fact in a file makes a wrong sandbox, and these do not know our files. Needs Node and the
 * clients in {@code target/npm}, where {@code .ci/run} puts them.
 */
class OfficialClientsTest {
  private static final Path MODULES = Path.of("../target/npm/node_modules");
  private static final Path SCRIPTS =
      Path.of("src/test/resources/dev/callsheet/sandbox/platform").toAbsolutePath();

  @TempDir Path folder;
  private ModelCatalogue catalogue = ModelCatalogue.bundled();

  @BeforeEach
  void readSpecs() throws Exception {
    catalogue = DescribedPlatforms.catalogue(folder);
  }

  /** What a client has seen, by the steps of its script, and what was charged for it. */
  private record Run(JsonNode seen, String charged, int cancelled) {}

  private Run run(String platform, String module) throws Exception {
    assumeTrue(Files.exists(MODULES.resolve(module)) && isThereNode(), "needs node and " + module);
    var failing =
        SandboxBehavior.builder()
            .renderFailure(new RenderFailure(1, "broken", "The easel fell over."))
            .build();
    var usual = SandboxBehavior.defaults();
    try (Sandbox sandbox = DescribedPlatforms.sandbox(catalogue, platform, usual);
        Sandbox broken = DescribedPlatforms.sandbox(catalogue, platform, failing);
        Sandbox passing =
            DescribedPlatforms.sandbox(
                catalogue,
                platform,
                SandboxBehavior.builder().unknownModel(UnknownModelPolicy.ACCEPTED).build());
        Sandbox slow =
            DescribedPlatforms.sandbox(catalogue, platform, usual, Duration.ofMinutes(5))) {
      ProcessBuilder node =
          new ProcessBuilder("node", SCRIPTS.resolve(platform + ".cjs").toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      node.environment()
          .putAll(
              Map.of(
                  "NODE_PATH", MODULES.toRealPath().toString(),
                  "ENDPOINT", sandbox.endpoint().toString(),
                  "FAILING", broken.endpoint().toString(),
                  "PASSING", passing.endpoint().toString(),
                  "SLOW", slow.endpoint().toString(),
                  "KEY", DescribedPlatforms.KEY));
      Process process = node.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      return new Run(
          JsonMapper.shared().readTree(output),
          sandbox.ledger().totalCharged().toPlainString(),
          (int)
              slow.ledger().entries().stream()
                  .filter(entry -> entry.kind() == LedgerEntry.Kind.CANCEL)
                  .count());
    }
  }

  private static boolean isThereNode() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (java.io.IOException none) {
      return false;
    }
  }

  private static void assertRefused(JsonNode seen, int status, String message) {
    assertThat(seen.path("status").intValue()).as(seen.toString()).isEqualTo(status);
    assertThat(seen.path("message").asString() + seen.path("body").asString()).contains(message);
  }

  private static void assertAddresses(JsonNode seen, int count) {
    assertThat(seen.valueStream().toList())
        .hasSize(count)
        .allSatisfy(one -> assertThat(one.toString()).contains("http://127.0.0.1:", "/media/"));
  }

  @Test
  void replicate() throws Exception {
    Run run = run("replicate", "replicate");

    assertAddresses(run.seen().path("generated"), 1);
    assertAddresses(run.seen().path("byVersion"), 1);
    assertAddresses(run.seen().path("byVersionOfTheModel"), 1);
    assertAddresses(run.seen().path("byVersionAlone"), 1);
    assertThat(run.seen().path("held").asString()).isEqualTo("succeeded");
    assertThat(run.seen().path("heldTooShortly").asString()).isEqualTo("starting");
    assertAddresses(run.seen().path("uploaded"), 1);
    assertRefused(run.seen().path("refused"), 400, "at least 2");
    assertRefused(run.seen().path("wrongKey"), 401, "Give a key in the header");
    assertRefused(run.seen().path("unknownModel"), 404, "did you mean `acme/sketch`");
    assertRefused(run.seen().path("failed"), 0, "The easel fell over.");
    assertThat(run.seen().path("cancelled").asString()).isEqualTo("canceled");
    assertThat(run.cancelled()).isOne();
    assertThat(run.charged()).isEqualTo("0.20");
  }

  @Test
  void fal() throws Exception {
    Run run = run("fal", "@fal-ai/client");

    assertAddresses(run.seen().path("generated"), 1);
    assertAddresses(run.seen().path("uploaded"), 1);
    assertThat(run.seen().path("storedAt").asString()).contains("/media/");
    assertRefused(
        run.seen().path("refused"), 422, "[\\\"body\\\",\\\"prompt\\\"]".replace("\\", ""));
    assertRefused(run.seen().path("wrongKey"), 401, "Give a key in the header");
    assertRefused(run.seen().path("unknownModel"), 404, "did you mean `acme/sketch/pro`");
    assertRefused(run.seen().path("failed"), 422, "The easel fell over.");
    assertThat(run.seen().path("cancelled").toString()).isEqualTo("[\"IN_QUEUE\",\"COMPLETED\"]");
    assertRefused(run.seen().path("tooLate"), 400, "");
    assertThat(run.cancelled()).isOne();
    assertThat(run.charged()).isEqualTo("0.12");
  }

  @Test
  void openai() throws Exception {
    Run run = run("openai", "openai");

    assertThat(run.seen().path("generated").valueStream())
        .hasSize(2)
        .allMatch(size -> size.intValue() > 100);
    assertThat(run.seen().path("edited").valueStream())
        .hasSize(2)
        .allMatch(size -> size.intValue() > 100);
    assertRefused(run.seen().path("refused"), 400, "\"param\":\"prompt\"");
    assertRefused(run.seen().path("editRefused"), 400, "\"param\":\"n\"");
    assertRefused(run.seen().path("wrongKey"), 401, "Give a key in the header");
    assertRefused(run.seen().path("unknownModel"), 404, "did you mean `sketch-1`");
    assertRefused(run.seen().path("failed"), 400, "The easel fell over.");
    assertThat(run.charged()).isEqualTo("0.16");
  }

  @Test
  void runway() throws Exception {
    Run run = run("runway", "@runwayml/sdk");

    assertAddresses(run.seen().path("generated"), 1);
    assertThat(run.seen().path("uploaded").path(0).asString()).startsWith("runway://");
    assertAddresses(run.seen().path("uploaded").path(1), 1);
    assertRefused(run.seen().path("refused"), 400, "at least 2");
    assertRefused(run.seen().path("wrongAddress"), 400, "belongs to `text_to_video`");
    assertRefused(run.seen().path("wrongKey"), 401, "Give a key in the header");
    assertRefused(run.seen().path("unknownModel"), 404, "did you mean `sketch4_turbo`");
    assertThat(run.seen().path("failed").path("failure").asString())
        .isEqualTo("The easel fell over.");
    assertThat(run.seen().path("failed").path("code").asString()).isEqualTo("broken");
    assertThat(run.seen().path("cancelled").toString()).isEqualTo("[\"PENDING\",404]");
    assertThat(run.cancelled()).isOne();
    assertThat(run.charged()).isEqualTo("0.08");
  }
}
