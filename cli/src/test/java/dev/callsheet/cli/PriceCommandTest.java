package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PriceCommandTest {
  @TempDir private Path directory;

  @Test
  void saysTheExactPriceAndWhy() {
    CommandResult outcome = CommandResult.run("price", RequestFixtures.valid("text-to-video"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).contains("text-to-video.json  1.792 USD  8 s x 2 (numberResults)");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void saysARateWhereTheInputDecidesTheAmount() {
    assertThat(CommandResult.run("price", RequestFixtures.valid("edit")).out())
        .contains("0.168 USD/s", "inputs.video");
  }

  @Test
  void doesNotPriceWhatWouldBeRefused() {
    CommandResult outcome =
        CommandResult.run(
            "price", RequestFixtures.invalid("size"), RequestFixtures.valid("with-sound"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.err()).contains("[size]");
    assertThat(outcome.out()).contains("1.68 USD").doesNotContain("size.json");
  }

  @Test
  void addsUpSeveralRequestsAndNamesTheirLines() {
    CommandResult outcome =
        CommandResult.run("[" + task(8) + ",\n" + task(5) + "]", Map.of(), "price", "-");
    assertThat(outcome.out())
        .contains("<stdin>:1  0.896 USD  8 s", "<stdin>:2  0.56 USD   5 s")
        .contains("total      1.456 USD  2 requests");
  }

  @Test
  void saysEachChargeOfASum() throws IOException {
    CommandResult outcome = CommandResult.run("price", gptImage().toString());
    assertThat(outcome.out().lines().toList())
        .satisfiesExactly(
            sum ->
                assertThat(sum)
                    .endsWith(
                        "gpt.json  0.000005 to 0.00002 USD + 0.00003 USD/image output token"
                            + "  the sum of"),
            text ->
                assertThat(text)
                    .contains("0.000005 to 0.00002 USD  ")
                    .endsWith(
                        "text-input: 1 to 4 tokens of positivePrompt (4 bytes, 1 to 8 in a token)"
                            + " at 5 USD/1000000 tokens: Text input"),
            image ->
                assertThat(image)
                    .endsWith(
                        "image-output: an unknown number of image output tokens"
                            + " at 30 USD/1000000 image output tokens: Image output"));
  }

  @Test
  void writesJsonForPrograms() throws IOException {
    JsonNode json =
        JsonMapper.shared()
            .readTree(
                CommandResult.run(
                        "price",
                        "--format",
                        "json",
                        RequestFixtures.valid("text-to-video"),
                        RequestFixtures.valid("edit"),
                        gptImage().toString())
                    .out());
    JsonNode exact = json.path("prices").path(0);
    assertThat(exact.path("kind").asString()).isEqualTo("exact");
    assertThat(exact.path("amount").asString()).isEqualTo("1.792");
    assertThat(exact.path("currency").asString()).isEqualTo("USD");
    assertThat(exact.path("model").asString()).isEqualTo("klingai:kling-video@o3-pro");
    assertThat(exact.path("charges").path(0).path("id").asString()).isEqualTo("video");
    assertThat(exact.path("charges").path(0).path("why").asString()).startsWith("8 s x 2");
    JsonNode rate = json.path("prices").path(1);
    assertThat(rate.path("kind").asString()).isEqualTo("rate");
    assertThat(rate.path("units")).hasToString("[{\"amount\":\"0.168\",\"unit\":\"s\"}]");
    JsonNode range = json.path("prices").path(2).path("charges").path(0);
    assertThat(range.path("kind").asString()).isEqualTo("range");
    assertThat(range.path("from").asString()).isEqualTo("0.000005");
    assertThat(range.path("to").asString()).isEqualTo("0.00002");
    assertThat(json.path("total").path("kind").asString()).isEqualTo("rate");
    assertThat(json.path("total").path("from").asString()).isEqualTo("1.792005");
  }

  @ParameterizedTest
  @CsvSource({"0.896, 0", "0.8959, 1"})
  void failsAboveTheMaximum(String max, int status) {
    CommandResult outcome = CommandResult.run(task(8), Map.of(), "price", "--max", max, "-");
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.out()).contains("0.896 USD");
  }

  @Test
  void aPriceThatCannotBeToldIsAboveEveryMaximum() {
    CommandResult outcome =
        CommandResult.run("price", "--max", "100", RequestFixtures.valid("edit"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.err())
        .contains("an amount that is not known", "at most 100 is allowed by --max");
  }

  private Path gptImage() throws IOException {
    return Files.writeString(
        directory.resolve("gpt.json"),
        """
        {"taskType": "imageInference", "taskUUID": "6d2bdd0a-3d5c-4f1c-9c3b-0f8f5f2f4b11",
         "model": "openai:gpt-image@2.5-flare", "positivePrompt": "cats"}
        """);
  }

  private static String task(int duration) {
    return """
        {"taskType": "videoInference", "taskUUID": "6d2bdd0a-3d5c-4f1c-9c3b-0f8f5f2f4b1%d",
        "model": "klingai:kling-video@o3-pro", "positivePrompt": "Waves",
        "width": 1920, "height": 1080, "duration": %d}"""
        .formatted(duration, duration)
        .replace("\n", " ");
  }

  @Test
  void aMissingFileIsAUserError() {
    assertThat(CommandResult.run("price", "no/such.json").status())
        .isEqualTo(ExitStatus.USER_ERROR);
  }
}
