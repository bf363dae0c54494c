package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
  @TempDir private Path directory;

  @Test
  void listsBundledModelsWithModesAndLowestPrice() {
    CommandResult outcome = CommandResult.run("models");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out())
        .containsPattern(
            "klingai:kling-video@o3-pro +Kling VIDEO 3\\.0 Omni Pro"
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
    assertThat(outcome.out()).containsPattern("acme:dot@1 +Dot +not published");
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
