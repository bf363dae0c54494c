package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PlatformsCommandTest {
  @TempDir private Path directory;

  @Test
  void listsPlatformsWithTheirAddressesAndTheVariablesOfTheirKeys() {
    CommandResult outcome = CommandResult.run("platforms");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out())
        .containsPattern("fal +fal +https://queue\\.fal\\.run +FAL_KEY +[1-9]")
        .containsPattern("runware +Runware +https://api\\.runware\\.ai/v1 +RUNWARE_API_KEY +[1-9]");
  }

  @Test
  void listsThemForPrograms() {
    assertThat(
            JsonMapper.shared().readTree(CommandResult.run("platforms", "--format", "json").out()))
        .anySatisfy(
            platform -> {
              assertThat(platform.path("name").asString()).isEqualTo("replicate");
              assertThat(platform.path("key").asString()).isEqualTo("REPLICATE_API_TOKEN");
            });
  }

  @Test
  void thoseThatAreBundledAreCheckedWithTheModels() {
    ModelCatalogue bundled = ModelCatalogue.bundled();
    CommandResult outcome = CommandResult.run("check");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out())
        .contains(
            "\n" + (bundled.models().size() + bundled.platforms().size()) + " specs: 0 errors");
  }

  @Test
  void theFileOfAPlatformIsCheckedByItselfAndInItsDirectory() throws IOException {
    Path file = Files.createDirectory(directory.resolve("platforms")).resolve("acme.yaml");
    Files.writeString(
        file,
        """
        callsheet: 1
        platform: {name: acme, title: Acme}
        protocol:
          base: https://api.acme.example
          key: {variable: ACME_KEY, header: Authorization, value: "Bearer {key}"}
          submit: {request: POST /tasks, id: /id}
          poll: {request: "GET /tasks/{id}", state: /state, states: {done: [ok], failed: [ok]}}
          once: {refused: [400]}
        """);
    for (String place : new String[] {file.toString(), directory.toString()}) {
      CommandResult outcome = CommandResult.run("check", place);
      assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.FINDINGS);
      assertThat(outcome.out())
          .contains("acme.yaml:7:83: error: `ok` means `done` already", "1 spec: 1 error");
    }
    Files.writeString(file, Files.readString(file).replace("failed: [ok]", "failed: [error]"));
    assertThat(CommandResult.run("check", directory.toString()).out()).contains("1 spec: 0 errors");
  }

  @Test
  void aRequestForAPlatformWithoutItsKeyIsToldWhichVariableToSet() {
    CommandResult outcome =
        CommandResult.run(
            "{\"platform\": \"fal\", \"model\": \"fal-ai/inkwell/dev\", \"request\": {\"prompt\": \"A\"}}",
            Map.of("RUNWARE_API_KEY", "any"),
            "run",
            "-",
            "--spec",
            "../linter/src/test/resources/platforms");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err())
        .contains("there is no API key for fal: set the environment variable FAL_KEY");
  }
}
