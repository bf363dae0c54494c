package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewCommandTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"image", "video", "audio"})
  void whatItWritesPassesCheckAsItIs(String kind) throws Exception {
    String file = directory.resolve("still.yaml").toString();
    assertThat(
            CommandResult.run("new", "acme:still-life@1.5", "--kind", kind, "--out", file).status())
        .isEqualTo(ExitStatus.DONE);

    CommandResult checked = CommandResult.run("check", "--fail-on", "note", file);
    assertThat(checked.out()).isEqualTo("1 spec: 0 errors, 0 warnings, 0 notes\n");
    assertThat(checked.status()).isEqualTo(ExitStatus.DONE);
    assertThat(
            ModelCatalogue.of(List.of(directory))
                .find("acme:still-life@1.5")
                .orElseThrow()
                .mediaFields())
        .as("what the sandbox makes")
        .isNotEmpty()
        .allMatch(media -> media.kind().equals(kind));
  }

  @Test
  void aNumberForANameStaysAText() {
    String file = directory.resolve("101.yaml").toString();
    CommandResult.run("new", "runware:101@1", "--out", file);
    assertThat(CommandResult.run("check", file).out()).startsWith("1 spec: 0 errors");
  }

  @Test
  void aFileThatIsThereIsLeftAlone() throws Exception {
    Path file = Files.writeString(directory.resolve("still.yaml"), "mine");
    CommandResult outcome = CommandResult.run("new", "acme:still@1", "--out", file.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("is there already");
    assertThat(file).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", ":x", "acme:", "acme:a b", "acme:\"x\"@1", "acme:-"})
  void whatIsNoIdentifierIsRefused(String id) {
    CommandResult outcome = CommandResult.run("new", id);
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("acme:still@1");
  }
}
