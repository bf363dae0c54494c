package dev.callsheet.spec.internal.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class OutputConflictsTest {
  @TempDir private Path directory;

  @Test
  void twoOutputsToOneFileAreRefusedHoweverTheyAreNamed() throws IOException {
    Path missing = directory.resolve("new");
    Path there = Files.createFile(directory.resolve("there"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), there);
    Path hard = Files.createLink(directory.resolve("hard"), there);
    Path dangling = Files.createSymbolicLink(directory.resolve("dangling"), missing);
    Files.createDirectory(directory.resolve("sub"));
    for (List<Path> same :
        List.of(
            List.of(missing, directory.resolve("sub/../new")),
            List.of(missing, dangling),
            List.of(there, link),
            List.of(link, hard))) {
      assertThatThrownBy(() -> OutputConflicts.requireNone(same, List.of()))
          .as(same.toString())
          .hasMessageContaining("two outputs go to this file");
    }
    assertThatCode(() -> OutputConflicts.requireNone(List.of(missing, there), List.of()))
        .doesNotThrowAnyException();
  }

  @Test
  void anInputIsNeverAnOutput() throws IOException {
    Path input = Files.createFile(directory.resolve("input"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), input);
    Path hard = Files.createLink(directory.resolve("hard"), input);
    for (Path output : List.of(input, link, hard)) {
      assertThatThrownBy(() -> OutputConflicts.requireNone(List.of(output), List.of(input)))
          .hasMessageContaining(input + ": this is read");
    }
    Path other = Files.createFile(directory.resolve("other"));
    assertThatCode(
            () ->
                OutputConflicts.requireNone(
                    List.of(other), List.of(input, directory, directory.resolve("missing"))))
        .doesNotThrowAnyException();
  }

  @Test
  void anOutputThatCannotBeIsNamed() {
    assertThatThrownBy(() -> OutputConflicts.requireNone(List.of(directory), List.of()))
        .hasMessage(directory + ": could not be written: it is a directory");
  }
}
