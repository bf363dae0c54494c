package dev.callsheet.linter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes in, findings come out, and soon. */
@Timeout(60)
class HostileInputTest {
  private static final Linter LINTER =
      new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);
  private static final String HEAD =
      "{\"taskType\":\"videoInference\",\"model\":\"klingai:kling-video@o3-pro\","
          + "\"taskUUID\":\"7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73\","
          + "\"positivePrompt\":\"A whale\",\"width\":1920,\"height\":1080,";

  @Test
  void endlessNesting() {
    assertThat(lint("[".repeat(1_000_000)).findings())
        .extracting(Finding::rule)
        .containsExactly("malformed-json");
    assertThat(lint("{\"a\":".repeat(400) + "1" + "}".repeat(400)).requests()).isEqualTo(1);
  }

  @Test
  void numbersOfAnySize() {
    for (String number :
        new String[] {
          "9".repeat(10_000),
          "1e999999999",
          "-1e-999999999",
          "0." + "3".repeat(900),
          "1e99999999999"
        }) {
      String segments = "[{\"prompt\":\"ab\",\"duration\":" + number + "}]";
      LintResult result =
          lint(
              HEAD
                  + "\"duration\":"
                  + number
                  + ",\"providerSettings\":{\"klingai\":{\"multiPrompt\":"
                  + segments
                  + "}}}");
      assertThat(result.findings()).as(number).isNotEmpty();
    }
  }

  @Test
  void thousandsOfKeys() {
    String keys =
        IntStream.range(0, 30_000)
            .mapToObj(i -> "\"k" + i + "\":" + i)
            .collect(Collectors.joining(","));
    assertThat(lint(HEAD + keys + "}").findings()).hasSize(30_000);
  }

  @Test
  void sameKeyAgainAndAgain() {
    String keys = "\"ttl\":60,".repeat(30_000) + "\"ttl\":60";
    assertThat(lint(HEAD + keys + "}").findings())
        .hasSize(30_000)
        .allMatch(finding -> finding.rule().equals("duplicate-key"));
  }

  @Test
  void endlessListsThatBreakARule() {
    String shots = "{\"prompt\":\"<<<element_9>>>\",\"duration\":1},".repeat(20_000);
    String list = "[" + shots.substring(0, shots.length() - 1) + "]";
    assertThat(
            lint(HEAD.replace("\"positivePrompt\":\"A whale\",", "")
                    + "\"providerSettings\":{\"klingai\":{\"multiPrompt\":"
                    + list
                    + "}}}")
                .findings())
        .extracting(Finding::rule)
        .contains("segments-fill-duration", "prompt-names-elements");
  }

  @Test
  void longTextsAndNames() {
    String long2M = "A".repeat(2_000_000);
    String image = "iVBORw0KGgoA" + long2M; // begins as a PNG does
    assertThat(lint(HEAD + "\"inputs\":{\"referenceImages\":[\"" + image + "\"]}}").findings())
        .isEmpty();
    Finding finding = lint(HEAD + "\"webhookURL\":\"" + long2M + "\"}").findings().get(0);
    assertThat(finding.message()).hasSizeLessThan(200);
    assertThat(lint("{\"" + long2M + "\":1}").findings()).hasSize(1);
  }

  @Test
  void requestsCutOffAnywhere() throws Exception {
    byte[] whole =
        Files.readAllBytes(
            Path.of("src", "test", "resources", "lint", "tabs-and-wide-characters.json"));
    for (int length = 0; length < whole.length - 2; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(LINTER.lint("cut.json", cut).findings())
          .as("the first %d bytes", length)
          .extracting(Finding::rule)
          .containsExactly("malformed-json");
    }
  }

  @Test
  void bytesAtRandom() {
    Random random = new Random(7);
    String request = HEAD + "\"inputs\":{\"elements\":[{\"id\":\"a\",\"images\":[\"x\"]}]}}";
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
      for (int change = 0; change < 1 + i % 4; change++) {
        int at = random.nextInt(bytes.length);
        bytes[at] =
            random.nextBoolean() ? (byte) random.nextInt(256) : bytes[random.nextInt(bytes.length)];
      }
      String file = i % 2 == 0 ? "a.json" : "a.ndjson";
      assertThatCode(() -> LINTER.lint(file, bytes))
          .as(() -> new String(bytes, StandardCharsets.ISO_8859_1))
          .doesNotThrowAnyException();
    }
  }

  private static LintResult lint(String text) {
    return LINTER.lint("hostile.json", text.getBytes(StandardCharsets.UTF_8));
  }
}
