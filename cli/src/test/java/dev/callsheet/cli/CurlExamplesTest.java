package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.generator.site.DocumentationSite;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code curl} commands of the documentation do what they say, run as they are printed; only
 * the address of the machine is that of a sandbox of the test.
 */
class CurlExamplesTest {
  private static final Path PAGE = Path.of("../docs/sandbox.md");
  private static final String PRINTED = "http://127.0.0.1:8080";

  @BeforeAll
  static void needsCurl() throws Exception {
    assumeTrue(ShellSession.has("curl --version >/dev/null"), "needs curl");
  }

  private static String run(String command, Map<String, String> environment) throws Exception {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", command);
    shell.redirectError(ProcessBuilder.Redirect.DISCARD); // what curl says of its progress
    shell.environment().putAll(environment);
    shell.environment().put("no_proxy", "*");
    Process process = shell.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(command + "\n" + output).isZero();
    return output;
  }

  private static Sandbox sandbox(String platform) throws IOException {
    ModelCatalogue catalogue = ModelCatalogue.bundled();
    return Sandbox.start(
        SandboxOptions.builder()
            .catalogue(catalogue)
            .platform(catalogue.platform(platform).orElseThrow())
            .renderTime(RenderTime.fixed(Duration.ZERO))
            .build());
  }

  /** A command of a page and the JSON that is printed below it, in which … stands for anything. */
  private record Example(String command, String reply) {
    private static final Pattern BLOCK =
        Pattern.compile("(?s)```console\\n\\$ (curl .*?)\\n(\\{.*?)```");

    static List<Example> in(String page) {
      List<Example> examples = new ArrayList<>();
      Matcher block = BLOCK.matcher(page);
      while (block.find()) {
        examples.add(new Example(block.group(1), block.group(2).strip()));
      }
      return examples;
    }

    Pattern expected(String address) {
      return Pattern.compile(
          "\\Q" + reply.replace(PRINTED, address).replace("…", "\\E.*?\\Q") + "\\E",
          Pattern.DOTALL);
    }
  }

  @Test
  void thoseOfTheSandboxReplyAsPrintedOneAfterTheOther() throws Exception {
    List<Example> examples = Example.in(Files.readString(PAGE));
    assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
    try (Sandbox sandbox = sandbox("runware")) {
      String address = sandbox.page().toString().replaceAll("/$", "");
      for (Example example : examples) {
        String reply = run(example.command().replace(PRINTED, address), Map.of()).strip();
        assertThat(reply).as(example.command()).matches(example.expected(address));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "runware, runware:101@1, https://api.runware.ai/v1",
    "fal, fal-ai/flux/schnell, https://queue.fal.run",
    "replicate, black-forest-labs/flux-schnell, https://api.replicate.com/v1",
    "openai, gpt-image-2, https://api.openai.com/v1",
    "runway, gen4_turbo, https://api.dev.runwayml.com"
  })
  void thoseOfAModelsPageAreAcceptedAndPriced(String platform, String id, String address)
      throws Exception {
    ModelSpec model = ModelCatalogue.bundled().find(platform, id).orElseThrow();
    String page =
        DocumentationSite.of(List.of(model)).files().stream()
            .filter(file -> file.path().startsWith("models/") && file.path().endsWith(".md"))
            .findFirst()
            .orElseThrow()
            .content();
    Matcher command = Pattern.compile("(?s)```shell\\n(curl .*?)```").matcher(page);
    try (Sandbox sandbox = sandbox(platform)) {
      int commands = 0;
      while (command.find()) {
        assertThat(command.group(1)).contains(address);
        String here = sandbox.endpoint().toString().replaceAll("/$", "");
        sandbox.reset(); // the tasks of a page have the same UUID
        String reply = run(command.group(1).replace(address, here), sandbox.environment());
        commands++;
        assertThat(JsonMapper.shared().readTree(reply).isObject()).as(reply).isTrue();
        assertThat(charges(sandbox)).as(reply).isOne();
      }
      assertThat(commands).isPositive();
    }
  }

  private static long charges(Sandbox sandbox) {
    return sandbox.ledger().entries().stream()
        .filter(entry -> entry.kind() == LedgerEntry.Kind.CHARGE)
        .count();
  }
}
