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
    CommandResult outcome =
        CommandResult.run("lint", RequestFixtures.KLING.resolve("valid").toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).contains(" requests: 0 errors").doesNotContain("\u001b");
  }

  @Test
  void findsEachInvalidRequestByItsOwnRule() throws IOException {
    Path invalid = RequestFixtures.KLING.resolve("invalid");
    CommandResult outcome = CommandResult.run("lint", "--format", "json", invalid.toString());
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
    assertThat(CommandResult.run("lint", RequestFixtures.invalid("video-sets-duration")).out())
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
    String request = Files.readString(Path.of(RequestFixtures.invalid("size")));
    CommandResult outcome = CommandResult.run(request, Map.of(), "lint", "-");
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out()).contains("<stdin>:6:3: error");
  }

  @Test
  void warningsFailOnlyWithFailOn() {
    String warned = RequestFixtures.invalid("prompt-names-elements");
    assertThat(CommandResult.run("lint", warned).status()).isEqualTo(ExitStatus.DONE);
    assertThat(CommandResult.run("lint", "--fail-on", "warning", warned).status())
        .isEqualTo(ExitStatus.FINDINGS);
  }

  @Test
  void aRequestThatBreaksOnlyAPublishedWordingPassesEvenWhereWarningsFail() {
    CommandResult outcome =
        CommandResult.run("lint", "--fail-on", "warning", RequestFixtures.valid("with-sound"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out())
        .isEqualTo("1 file, 1 request: 0 errors, 0 warnings, 1 note (shown with --notes)\n");
  }

  @Test
  void notesAreShownWhenAskedForOrWhenTheyFail() {
    String noted = RequestFixtures.valid("with-sound");
    CommandResult shown = CommandResult.run("lint", "--notes", noted);
    assertThat(shown.status()).isEqualTo(ExitStatus.DONE);
    assertThat(shown.out()).contains(": note: ").endsWith(", 0 warnings, 1 note\n");

    CommandResult failing = CommandResult.run("lint", "--fail-on", "note", noted);
    assertThat(failing.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(failing.out()).contains(": note: ");
  }

  @Test
  void theDocumentedReadingTurnsNotesIntoErrors() {
    CommandResult outcome =
        CommandResult.run("lint", "--reading", "documented", RequestFixtures.valid("with-sound"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out()).contains("1 error");
  }

  @Test
  void writesSeveralReportsAtOnce() throws IOException {
    Path file = directory.resolve("reports/lint.json");
    CommandResult outcome =
        CommandResult.run(
            "lint",
            "--format",
            "text",
            "--format",
            "json=" + file,
            RequestFixtures.invalid("size"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out()).contains("[size]");
    assertThat(JSON.readTree(Files.readString(file)).path("summary").path("errors").asInt())
        .isEqualTo(1);
    assertThat(file.getParent()).isDirectoryContaining("glob:**/lint.json");
  }

  @Test
  void twoReportsCannotShareStandardOutput() {
    CommandResult outcome =
        CommandResult.run(
            "lint", "--format", "text", "--format", "json", RequestFixtures.valid("edit"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("--format json=FILE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no/such.json", "no/*.json"})
  void aMissingFileIsTheUsersError(String missing) {
    CommandResult outcome = CommandResult.run("lint", missing);
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains(missing).doesNotContain("\tat ");
  }

  @Test
  void anUnknownFormatIsTheUsersError() {
    CommandResult outcome =
        CommandResult.run("lint", "--format", "xml", RequestFixtures.valid("edit"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("xml", "json=FILE");
  }

  @Test
  void whatIsNotJsonIsAFinding() {
    CommandResult outcome = CommandResult.run("{\"model\": ", Map.of(), "lint", "-");
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out()).contains("[malformed-json]");
  }
}
