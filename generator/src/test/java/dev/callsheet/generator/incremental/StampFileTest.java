package dev.callsheet.generator.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampFileTest {
  @TempDir private Path directory;

  @BeforeEach
  void generate() throws IOException {
    new SourceTree(directory.resolve("out"))
        .write(List.of(new GeneratedFile("film/Clip.java", "class Clip {}")));
    stamp().write("inputs");
  }

  @Test
  void isUpToDateWhileNothingChanges() throws IOException {
    assertThat(stamp().isUpToDate("inputs")).isTrue();
  }

  @Test
  void isOutdatedWhenTheInputsDiffer() throws IOException {
    assertThat(stamp().isUpToDate("other inputs")).isFalse();
  }

  @Test
  void isOutdatedWhenAGeneratedFileWasEdited() throws IOException {
    Files.writeString(source(), "class Clip { int edited; }");
    assertThat(stamp().isUpToDate("inputs")).isFalse();
  }

  @Test
  void isOutdatedWhenAGeneratedFileIsMissing() throws IOException {
    Files.delete(source());
    assertThat(stamp().isUpToDate("inputs")).isFalse();
  }

  @Test
  void ignoresFilesOfOthers() throws IOException {
    Files.writeString(directory.resolve("out/film/Own.java"), "class Own {}");
    assertThat(stamp().isUpToDate("inputs")).isTrue();
  }

  @Test
  void isOutdatedBeforeTheFirstGeneration() throws IOException {
    StampFile other =
        new StampFile(
            directory.resolve("target/other.stamp"), new SourceTree(directory.resolve("out")));
    assertThat(other.isUpToDate("inputs")).isFalse();
  }

  private StampFile stamp() {
    return new StampFile(
        directory.resolve("target/default.stamp"), new SourceTree(directory.resolve("out")));
  }

  private Path source() {
    return directory.resolve("out/film/Clip.java");
  }
}
