package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FLAWED =
      """
      callsheet: 1
      model: {id: "acme:still@1", name: Still, status: live}
      include: [platforms/runware/task]
      parameters:
        taskType: {const: imageInference}
        model: {const: "acme:still@1"}
        mask: {type: string, description: What to change.}
      rules:
        - id: no-mask
          description: Leave out `mask`.
          forbid: mask
      response: {properties: {}}
      """;

  @TempDir private Path directory;

  @Test
  void theBundledModelsAreSound() {
    CommandResult outcome =
        CommandResult.run("check", "--reading", "enforced", "--fail-on", "warning");
    assertThat(outcome.status()).as(outcome.out()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).contains(": 0 errors, 0 warnings, ");
    assertThat(outcome.out().lines().filter(line -> line.contains(": note: ")))
        .as("of prices that the platform itself gives in two ways")
        .allMatch(line -> line.endsWith("[measured-price]"));
  }

  @Test
  void flawsOfThePublishedWordingAreNotes() {
    assertThat(CommandResult.run("check").status()).isEqualTo(ExitStatus.DONE);
    assertThat(CommandResult.run("check").out())
        .contains("note: In the published wording: No valid");
    assertThat(CommandResult.run("check", "--fail-on", "note").status())
        .isEqualTo(ExitStatus.FINDINGS);
    assertThat(CommandResult.run("check", "--reading", "documented").status())
        .isEqualTo(ExitStatus.FINDINGS);
  }

  @Test
  void showsAFlawWithTheRuleThatBringsItAbout() throws IOException {
    Path file = flawed();
    CommandResult outcome = CommandResult.run("check", file.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out())
        .isEqualTo(
            """
            FILE:7:3: error: No valid request can provide 'mask': the rule 'no-mask' excludes it.\
             [dead-parameter]
              FILE:9:9: 'no-mask': Leave out `mask`.

            1 spec: 1 error, 0 warnings, 0 notes
            """
                .replace("FILE", file.toString()));
  }

  @Test
  void aSpecErrorIsShownWithItsLine() throws IOException {
    Path file =
        Files.writeString(directory.resolve("a.yaml"), FLAWED.replace(": mask\n", ": mas\n"));
    CommandResult outcome = CommandResult.run("check", file.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out())
        .contains(
            """
            a.yaml:11:13: error: there is no parameter `mas`; did you mean `mask`? [spec-error]
                    forbid: mas
                            ^
            """);
  }

  @Test
  void aDirectoryStandsForItsModels() throws IOException {
    Path models = Files.createDirectories(directory.resolve("models"));
    Path platforms = Files.createDirectories(directory.resolve("platforms"));
    Files.writeString(
        models.resolve("still.yaml"), FLAWED.replace("platforms/runware/task", "platforms/own"));
    Files.writeString(
        platforms.resolve("own.yaml"),
        """
        callsheet: 1
        fragment: {name: own, description: Own.}
        rules: [{id: never, description: No mask., forbid: mask}]
        """);
    CommandResult outcome = CommandResult.run("check", directory.toString());
    assertThat(outcome.out()).contains("'mask'").endsWith("1 spec: 1 error, 1 warning, 0 notes\n");
    assertThat(CommandResult.run("check", platforms.toString()).err()).contains("no model file");
  }

  @Test
  void listsWhatAModelLeavesOutOfWhatItShares() throws IOException {
    Path models = Files.createDirectories(directory.resolve("models"));
    Files.writeString(models.resolve("still.yaml"), FLAWED);
    Path newer =
        Files.writeString(
            models.resolve("newer.yaml"),
            """
            callsheet: 1
            model: {id: "acme:still@2", name: Still 2, status: live}
            extends: models/still
            without: {rules: [no-mask]}
            parameters: {model: {const: "acme:still@2"}}
            """);
    CommandResult outcome = CommandResult.run("check", newer.toString());
    assertThat(outcome.out())
        .isEqualTo(
            """
            Left out of what acme:still@2 shares:
              FILE:4:19: rules: no-mask

            1 spec: 0 errors, 0 warnings, 0 notes
            """
                .replace("FILE", newer.toString()));
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    CommandResult json = CommandResult.run("check", "--format", "json", newer.toString());
    assertThat(JSON.readTree(json.out()).at("/leftOut/0/name").asString()).isEqualTo("no-mask");
  }

  @Test
  void writesJsonAndSarifToFiles() throws IOException {
    Path json = directory.resolve("check.json");
    Path sarif = directory.resolve("check.sarif");
    CommandResult outcome =
        CommandResult.run(
            "check", "--modes", "--format", "json=" + json, "--format", "sarif=" + sarif);
    assertThat(outcome.out()).isEmpty();
    JsonNode report = JSON.readTree(json);
    assertThat(report.path("summary").path("errors").asInt()).isZero();
    assertThat(report.at("/modes/klingai:kling-video@o3-pro/edit/duration").asString())
        .isEqualTo("forbidden");
    assertThat(JSON.readTree(sarif).path("version").asString()).isEqualTo("2.1.0");
  }

  @Test
  void modesAreATable() {
    assertThat(CommandResult.run("check", "--modes").out())
        .containsPattern("PARAMETER +text-to-video +image-to-video +edit")
        .containsPattern("duration +optional +optional +forbidden");
  }

  @Test
  void aMissingFileIsTheUsersError() {
    CommandResult outcome = CommandResult.run("check", "no/such.yaml");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("no/such.yaml: there is no such file or directory");
  }

  private Path flawed() throws IOException {
    return Files.writeString(directory.resolve("still.yaml"), FLAWED);
  }

  @Test
  void filesThatArePassedOverAreTold() throws IOException {
    Path models = Files.createDirectory(directory.resolve("models"));
    Files.writeString(models.resolve("still.yml"), FLAWED.replace("forbid: mask", "require: mask"));
    Files.writeString(directory.resolve("other.yaml"), FLAWED);
    Files.writeString(models.resolve("stil.tests.yaml"), "callsheet: 1");
    Files.writeString(models.resolve("still.prices.yaml"), "callsheet: 1\nmeasured: []\n");

    CommandResult outcome = CommandResult.run("check", directory.toString());

    assertThat(outcome.err())
        .isEqualTo(
            directory
                + "/other.yaml: passed over: the models of this directory are in "
                + models
                + "\n"
                + models
                + "/stil.tests.yaml: passed over: there is no model of that name beside it\n");
    assertThat(outcome.out()).contains("still.prices.yaml:2:11:").contains("1 spec: ");
  }
}
