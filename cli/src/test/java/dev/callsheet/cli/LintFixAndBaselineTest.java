package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixing, baselines, suppressions and coverage on the command line. */
class LintFixAndBaselineTest {
  @TempDir private Path directory;
  private Path request;

  @BeforeEach
  void copyRequest() throws IOException {
    request = directory.resolve("a.json");
    Files.copy(Path.of(RequestFixtures.invalid("video-sets-duration")), request);
  }

  @Test
  void fixRepairsTheFileAndPrintsTheRepairs() throws IOException {
    CommandResult outcome = CommandResult.run("lint", "--fix", request.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.err())
        .isEqualTo(request + ":9:3: fixed: remove `duration` [video-sets-duration]\n");
    assertThat(outcome.out()).isEqualTo("1 file, 1 request: 0 errors, 0 warnings\n");
    assertThat(Files.readString(request)).doesNotContain("duration");
  }

  @Test
  void fixGivesTasksThatHaveNoneAUuidOfTheirOwn() throws IOException {
    String task = Files.readString(Path.of(RequestFixtures.valid("text-to-video")));
    String without = task.replaceAll("\\s*\"taskUUID\": \"[^\"]*\",", "");
    Files.writeString(request, "[" + without + ", " + without + "]");
    CommandResult outcome = CommandResult.run("lint", "--fix", request.toString());
    assertThat(outcome.status()).as(outcome.out()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.err()).contains("fixed: set `taskUUID` to ");
    assertThat(
            Pattern.compile("\"taskUUID\": \"([^\"]*)\"")
                .matcher(Files.readString(request))
                .results()
                .map(found -> found.group(1))
                .distinct())
        .hasSize(2);
  }

  @Test
  void theTextReportShowsRepairsWhenItIsAskedTo() throws IOException {
    String shown = CommandResult.run("lint", "--repairs", request.toString()).out();
    assertThat(shown)
        .contains(
            "    |     - /inputs/video\n  repair: remove `duration` (--fix makes it)\n\n1 file");
    assertThat(CommandResult.run("lint", request.toString()).out()).doesNotContain("repair:");
    Files.copy(Path.of(RequestFixtures.invalid("not-allowed-value")), directory.resolve("b.json"));
    assertThat(CommandResult.run("lint", "--repairs", directory.resolve("b.json").toString()).out())
        .contains("\n  repair: ");
  }

  @Test
  void fixReportsWhatItLeaves() throws IOException {
    Files.copy(Path.of(RequestFixtures.invalid("prompt-source")), directory.resolve("b.json"));
    CommandResult outcome = CommandResult.run("lint", "--fix", directory.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out()).contains("[prompt-source]", "2 files, 2 requests: 1 error");
  }

  @Test
  void fixHasNothingToChangeOnStandardInput() {
    CommandResult outcome = CommandResult.run("{}", Map.of(), "lint", "--fix", "-");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("--fix changes files, and standard input is none");
  }

  @Test
  void aBaselineHidesWhatItKnowsAndNothingElse() throws IOException {
    String baseline = directory.resolve("baseline.yaml").toString();
    CommandResult update =
        CommandResult.run("lint", "--baseline", baseline, "--update-baseline", request.toString());
    assertThat(update.status()).isEqualTo(ExitStatus.DONE);
    assertThat(update.err()).isEqualTo(baseline + ": 1 known now\n");
    Files.copy(Path.of(RequestFixtures.invalid("prompt-source")), directory.resolve("b.json"));
    CommandResult outcome = CommandResult.run("lint", "--baseline", baseline, directory.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out())
        .contains("[prompt-source]", "1 error")
        .doesNotContain("[video-sets-duration]");
    assertThat(outcome.err()).isEqualTo("1 known by " + baseline + "\n");
  }

  @Test
  void aBaselineThatDoesNotExistIsTheUsersError() {
    CommandResult outcome =
        CommandResult.run("lint", "--baseline", "nowhere.yaml", request.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err())
        .contains("nowhere.yaml: there is no such file; --update-baseline writes it");
  }

  @Test
  void suppressionsHideFindingsForAReason() throws IOException {
    Path file = directory.resolve("suppressions.yaml");
    Files.writeString(
        file,
        """
        callsheet-suppressions: 1
        suppressions:
          - {rule: video-sets-duration, files: "*.json", reason: Sent through a proxy.}
          - {rule: size, reason: Sent through a proxy.}
        """);
    CommandResult outcome =
        CommandResult.run("lint", "--suppressions", file.toString(), request.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).contains("[unused-suppression]", "0 errors, 1 warning");
    assertThat(outcome.err()).isEqualTo("1 suppressed\n");
  }

  @Test
  void aSuppressionWithoutReasonIsReportedWithItsPlace() throws IOException {
    Path file = directory.resolve("suppressions.yaml");
    Files.writeString(file, "callsheet-suppressions: 1\nsuppressions:\n  - rule: size\n");
    CommandResult outcome =
        CommandResult.run("lint", "--suppressions", file.toString(), request.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains(file + ":3:5: `reason` is missing");
  }

  @Test
  void coverageTellsWhatRequestsExercise() throws IOException {
    Path report = directory.resolve("coverage.json");
    CommandResult outcome =
        CommandResult.run(
            "lint",
            "--coverage",
            "--coverage-report",
            report.toString(),
            RequestFixtures.KLING.resolve("valid").toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).contains("3 of 3 modes (100 %)");
    assertThat(Files.readString(report)).contains("\"video-sets-duration\"");
  }

  @Test
  void coverageOfStandardInputEqualsThatOfTheFile() throws IOException {
    String file = RequestFixtures.valid("edit");
    CommandResult ofFile = CommandResult.run("lint", "--coverage", file);
    CommandResult ofStream =
        CommandResult.run(Files.readString(Path.of(file)), Map.of(), "lint", "--coverage", "-");
    assertThat(ofStream.status()).isEqualTo(ExitStatus.DONE);
    assertThat(ofStream.out()).contains("1 valid request").isEqualTo(ofFile.out());
  }
}
