package dev.callsheet.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agent's session, through the official client of another language. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AgentSessionTest {
  private static final Path MODULES = Path.of("..", "target", "npm", "node_modules");
  private static final String SDK = "@modelcontextprotocol/sdk";
  private static final Path SCRIPT =
      Path.of("src/test/resources/dev/callsheet/cli/mcp/agent.cjs").toAbsolutePath();
  private static final JsonMapper MAPPER = new JsonMapper();

  /** An edit that sets its own length, and misspells a parameter. */
  private static final String WRONG =
      """
      {"taskType": "videoInference", "taskUUID": "0b1c9a1e-6c5f-4d3e-9a58-2d1f0c3b4a59",
       "model": "klingai:kling-video@o3-pro", "positivePrompt": "Make it snow", "numberResult": 1,
       "width": 1920, "height": 1080, "duration": 99}""";

  private static final String RIGHT = WRONG.replace("\"numberResult\": 1,", "").replace("99", "5");

  @TempDir private Path folder;

  @BeforeAll
  static void requireClient() {
    assumeTrue(Files.exists(MODULES.resolve(SDK)) && isThereNode(), "needs node and " + SDK);
  }

  private static boolean isThereNode() {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void anAgentFindsAModelWritesARequestMendsItAndRunsItWithinItsBudget() throws Exception {
    JsonNode seen =
        session(
            List.of("--sandbox"),
            Map.of(),
            step("models", "list_models", "{\"query\": \"omni\"}"),
            step("described", "describe_model", "{\"model\": \"klingai:kling-video@o3-pro\"}"),
            step(
                "parameter",
                "describe_model",
                "{\"model\": \"klingai:kling-video@o3-pro\", \"parameter\": \"duration\"}"),
            step("linted", "lint", "{\"requests\": " + WRONG + "}"),
            step("repaired", "repair", "{\"requests\": " + WRONG + "}"),
            step("explained", "explain", "{\"rule\": \"out-of-range\"}"),
            step("refused", "run", "{\"maxCost\": 5, \"requests\": " + WRONG + "}"),
            step("priced", "price", "{\"requests\": " + RIGHT + "}"),
            step("over", "run", "{\"maxCost\": 0.1, \"requests\": " + RIGHT + "}"),
            step("ran", "run", "{\"maxCost\": 5, \"requests\": " + RIGHT + "}"));
    assertThat(seen.at("/models/data/models/0/id").asString())
        .isEqualTo("klingai:kling-video@o3-pro");
    assertThat(seen.at("/described/text").asString()).contains("text-to-video", "size-pair");
    assertThat(seen.at("/parameter/text").asString()).contains("at most 15 s");
    assertThat(seen.at("/linted/data/findings").valueStream().map(each -> each.path("rule")))
        .extracting(JsonNode::asString)
        .containsExactly("unknown-parameter", "out-of-range");
    assertThat(seen.at("/linted/data/findings/0/repairs")).isNotEmpty();
    assertThat(seen.at("/linted/text").asString()).contains("unknown-parameter");
    assertThat(seen.at("/repaired/data/requests/numberResults").asInt()).isEqualTo(1);
    assertThat(seen.at("/explained/text").asString()).contains("out-of-range");
    assertThat(seen.at("/refused/error").asBoolean()).isTrue();
    assertThat(seen.at("/refused/text").asString()).contains("Nothing was sent", "duration");
    assertThat(seen.at("/priced/data/total/amount").asString()).isEqualTo("0.56");
    assertThat(seen.at("/over/error").asBoolean()).isTrue();
    assertThat(seen.at("/over/text").asString()).contains("0.56 USD", "`maxCost` is 0.1");
    assertThat(seen.at("/ran/error").asBoolean()).as(seen.path("ran").toString()).isFalse();
    assertThat(Path.of(seen.at("/ran/data/files/0").asString()).getFileName().toString())
        .endsWith(".mp4");
    assertThat(Files.exists(folder.resolve(seen.at("/ran/data/files/0").asString()))).isTrue();
    assertThat(seen.path("tools").size()).isEqualTo(7);
  }

  @Test
  void hostileArgumentsAreRefusedAndEndNothing() throws Exception {
    JsonNode seen =
        session(
            List.of("--sandbox"),
            Map.of(),
            step("million", "lint", "{\"repeat\": 1000000}"),
            step("file", "lint", "{\"requests\": \"/etc/passwd\"}"),
            step("path", "lint", "{\"requests\": {}, \"file\": \"../../etc/passwd\"}"),
            step("option", "describe_model", "{\"model\": \"--spec=/\"}"),
            step("argfile", "describe_model", "{\"model\": \"@/etc/passwd\"}"),
            step("rule", "explain", "{\"rule\": \"x\\u0000y\"}"),
            step("free", "run", "{\"maxCost\": -1, \"requests\": " + RIGHT + "}"),
            step("words", "run", "{\"maxCost\": \"all\", \"requests\": " + RIGHT + "}"),
            step("empty", "run", "{\"maxCost\": 1, \"requests\": []}"),
            step("nothing", "lint", "{}"),
            step("unknown", "delete_everything", "{}"),
            step("after", "price", "{\"requests\": " + RIGHT + "}"));
    for (String step :
        List.of(
            "million", "file", "path", "option", "argfile", "rule", "free", "words", "empty",
            "nothing", "unknown")) {
      assertThat(seen.path(step).path("error").asBoolean()).as(step).isTrue();
      assertThat(seen.path(step).path("text").asString())
          .as(step)
          .isNotEmpty()
          .doesNotContain("root:", "\tat ", "internal error");
    }
    assertThat(seen.at("/after/error").asBoolean()).isFalse();
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aPersonIsAskedBeforeAnythingIsSpent() throws Exception {
    try (Sandbox platform = Sandbox.start(SandboxOptions.defaults())) {
      Map<String, String> environment = new HashMap<>(platform.environment());
      environment.put("CONSENT", "accept");
      JsonNode agreed =
          session(
              List.of("--out", "takes"),
              environment,
              step("ran", "run", "{\"maxCost\": 5, \"requests\": " + RIGHT + "}"));
      assertThat(agreed.at("/questions/0").asString())
          .isEqualTo("Send 1 request for at most 0.56 USD?");
      assertThat(agreed.at("/ran/error").asBoolean()).as(agreed.toString()).isFalse();
      assertThat(agreed.at("/ran/data/files/0").asString()).startsWith("takes");
    }
  }

  private static String step(String step, String tool, String arguments) {
    return "[\"" + step + "\", \"" + tool + "\", " + arguments + "]";
  }

  private JsonNode session(List<String> options, Map<String, String> environment, String... steps)
      throws Exception {
    List<String> server =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.callsheet.cli.Callsheet",
                "mcp"));
    server.addAll(options);
    ProcessBuilder node =
        new ProcessBuilder("node", SCRIPT.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    node.environment().remove("RUNWARE_API_KEY");
    node.environment()
        .putAll(
            Map.of(
                "NODE_PATH", MODULES.toRealPath().toString(),
                "FOLDER", folder.toString(),
                "SERVER", MAPPER.writeValueAsString(server),
                "XDG_STATE_HOME", folder.resolveSibling(folder.getFileName() + "-state").toString(),
                "STEPS", "[" + String.join(",", steps) + "]"));
    node.environment().putAll(environment);
    Process process = node.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return MAPPER.readTree(output);
  }
}
