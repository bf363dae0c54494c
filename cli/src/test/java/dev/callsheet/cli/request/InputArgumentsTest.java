package dev.callsheet.cli.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.cli.console.UserErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InputArgumentsTest {
  @TempDir private Path directory;

  @BeforeEach
  void writeFiles() throws IOException {
    for (String name : List.of("a.json", "b.jsonl", "deep/c.ndjson", "notes.txt")) {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{}");
    }
  }

  @Test
  void aDirectoryStandsForItsRequestFiles() {
    assertThat(names(directory.toString()))
        .containsExactly(path("a.json"), path("b.jsonl"), path("deep/c.ndjson"));
  }

  @Test
  void aPatternStandsForWhatMatches() {
    assertThat(names(path("**/*.ndjson"))).containsExactly(path("deep/c.ndjson"));
  }

  @Test
  void whatIsNamedTwiceIsReadOnce() {
    assertThat(names(path("a.json"), path("*.json"))).containsExactly(path("a.json"));
  }

  @Test
  void aDashIsStandardInput() {
    assertThat(names("-")).containsExactly("<stdin>");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> names(path("none.json")))
        .isInstanceOf(UserErrorException.class)
        .hasMessageContaining(path("none.json"));
  }

  @Test
  void aPatternThatMatchesNothingIsAnError() {
    assertThatThrownBy(() -> names(path("*.xml"))).isInstanceOf(UserErrorException.class);
  }

  private List<String> names(String... arguments) {
    InputArguments inputs = new InputArguments();
    CommandLine.populateCommand(inputs, arguments);
    return inputs.inputs().stream().map(RequestInput::name).toList();
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }
}
