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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LintCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path directory;

  @Test
  void findsNothingWrongWithValidRequests() {
    Outcome outcome = Outcome.of("lint", Requests.KLING.resolve("valid").toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).contains(" requests: 0 errors").doesNotContain("\u001b");
  }

  @Test
  void findsEachInvalidRequestByItsOwnRule() throws IOException {
    Path invalid = Requests.KLING.resolve("invalid");
    Outcome outcome = Outcome.of("lint", "--format", "json", invalid.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    JsonNode findings = JSON.readTree(outcome.out()).path("findings");
    try (var files = Files.list(invalid)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              file -> {
                String rule = file.getFileName().toString().replace(".json", "");
                assertThat(findings)
                    .anyMatch(
                        finding ->
                            finding.path("file").asString().equals(file.toString())
                                && finding.path("rule").asString().equals(rule));
              });
    }
  }

  @Test
  void textShowsTheLineWithACaret() {
    assertThat(Outcome.of("lint", Requests.invalid("video-sets-duration")).out())
        .contains(
            """
            video-sets-duration.json:9:3: error: An edit is as long as its `inputs.video`, so leave\
             out `duration`. [video-sets-duration]
              9 |   "duration": 8
                |   ^
            """);
  }

  @Test
  void readsStandardInput() throws IOException {
    String request = Files.readString(Path.of(Requests.invalid("size")));
    Outcome outcome = Outcome.of(request, Map.of(), "lint", "-");
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out()).contains("<stdin>:6:3: error");
  }

  @Test
  void warningsAreFoundOnlyWhenAskedFor() {
    String warned = Requests.valid("with-sound");
    assertThat(Outcome.of("lint", warned).status()).isEqualTo(ExitStatus.DONE);
    assertThat(Outcome.of("lint", "--fail-on", "warning", warned).status())
        .isEqualTo(ExitStatus.FINDINGS);
  }

  @Test
  void theDocumentedReadingMakesThePublishedWordsTheLaw() {
    Outcome outcome = Outcome.of("lint", "--reading", "documented", Requests.valid("with-sound"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out()).contains("1 error");
  }

  @Test
  void writesSeveralReportsAtOnce() throws IOException {
    Path file = directory.resolve("reports/lint.json");
    Outcome outcome =
        Outcome.of(
            "lint", "--format", "text", "--format", "json=" + file, Requests.invalid("size"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out()).contains("[size]");
    assertThat(JSON.readTree(Files.readString(file)).path("summary").path("errors").asInt())
        .isEqualTo(1);
    assertThat(file.getParent()).isDirectoryContaining("glob:**/lint.json");
  }

  @Test
  void twoReportsCannotShareStandardOutput() {
    Outcome outcome =
        Outcome.of("lint", "--format", "text", "--format", "json", Requests.valid("edit"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.MISTAKE);
    assertThat(outcome.err()).contains("--format json=FILE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no/such.json", "no/*.json"})
  void aMissingFileIsTheUsersMistake(String missing) {
    Outcome outcome = Outcome.of("lint", missing);
    assertThat(outcome.status()).isEqualTo(ExitStatus.MISTAKE);
    assertThat(outcome.err()).contains(missing).doesNotContain("\tat ");
  }

  @Test
  void anUnknownFormatIsTheUsersMistake() {
    Outcome outcome = Outcome.of("lint", "--format", "xml", Requests.valid("edit"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.MISTAKE);
    assertThat(outcome.err()).contains("xml", "json=FILE");
  }

  @Test
  void whatIsNotJsonIsAFinding() {
    Outcome outcome = Outcome.of("{\"model\": ", Map.of(), "lint", "-");
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out()).contains("[malformed-json]");
  }
}
