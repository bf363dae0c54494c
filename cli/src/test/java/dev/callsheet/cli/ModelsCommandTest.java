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

class ModelsCommandTest {
  @TempDir private Path directory;

  @Test
  void listsBundledModelsWithModesAndLowestPrice() {
    CommandResult outcome = CommandResult.run("models");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out())
        .containsPattern(
            "klingai:kling-video@o3-pro +runware +Kling VIDEO 3\\.0 Omni Pro"
                + " +text-to-video, image-to-video, edit +0\\.112 USD/s");
  }

  @Test
  void listsModelsOfOnesOwn() throws IOException {
    write(
        """
        callsheet: 1
        model: {id: "acme:dot@1", name: Dot, status: live}
        include: [platforms/runware/task]
        parameters: {model: {const: "acme:dot@1"}}
        """);
    CommandResult outcome = CommandResult.run("models", "--spec", directory.toString());
    assertThat(outcome.out()).containsPattern("acme:dot@1 +runware +Dot +not published");
  }

  @Test
  void listsThemForPrograms() {
    JsonNode models =
        JsonMapper.shared().readTree(CommandResult.run("models", "--format", "json").out());
    assertThat(models)
        .anySatisfy(
            model -> {
              assertThat(model.path("id").asString()).isEqualTo("klingai:kling-video@o3-pro");
              assertThat(model.path("platform").asString()).isEqualTo("runware");
              assertThat(model.path("modes")).hasSize(3);
              assertThat(model.at("/from/units/0/amount").asString()).isEqualTo("0.112");
            });
  }

  @Test
  void aModelThatItsPlatformCannotKnowIsRefused() throws IOException {
    write(
        """
        callsheet: 1
        model: {id: "acme:dot@1", name: Dot, status: live}
        platform: runware
        parameters: {model: {const: "acme:dot@1"}, taskUUID: {type: string}}
        required: [model]
        response: {properties: {}}
        """);
    CommandResult outcome = CommandResult.run("models", "--spec", directory.toString());
    assertThat(outcome.err())
        .contains(
            "dot.yaml:2:13: Runware knows a request by `taskUUID`, which is not a required parameter"
                + " of this model",
            "by `taskType`");
  }

  @Test
  void aPlatformThatThereIsNotIsRefused() throws IOException {
    write(
        """
        callsheet: 1
        model: {id: "acme:dot@1", name: Dot, status: live}
        platform: runwary
        parameters: {}
        response: {properties: {}}
        """);
    assertThat(CommandResult.run("models", "--spec", directory.toString()).err())
        .contains(
            "dot.yaml:3:11: there is nothing to name as a platform called `platforms/runwary`; did you mean `platforms/runware`?");
  }

  @Test
  void aWrongSpecIsShownWithItsPlaces() throws IOException {
    write(
        """
        callsheet: 1
        model: {id: "acme:dot@1", name: Dot, status: alive}
        parameters: {}
        """);
    CommandResult outcome = CommandResult.run("models", "--spec", directory.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("dot.yaml:2:", "live", "^").doesNotContain("\tat ");
  }

  private void write(String spec) throws IOException {
    Files.writeString(directory.resolve("dot.yaml"), spec);
  }
}
