package dev.callsheet.generator.stamp;

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

class StampTest {
  @TempDir private Path directory;

  @BeforeEach
  void generate() throws IOException {
    SourceTree.write(
        directory.resolve("out"), List.of(new GeneratedFile("film/Clip.java", "class Clip {}")));
    stamp().set("inputs");
  }

  @Test
  void staysFreshWhileNothingChanges() throws IOException {
    assertThat(stamp().isFresh("inputs")).isTrue();
  }

  @Test
  void isStaleWhenTheInputsDiffer() throws IOException {
    assertThat(stamp().isFresh("other inputs")).isFalse();
  }

  @Test
  void isStaleWhenAGeneratedFileWasEdited() throws IOException {
    Files.writeString(source(), "class Clip { int edited; }");
    assertThat(stamp().isFresh("inputs")).isFalse();
  }

  @Test
  void isStaleWhenAGeneratedFileIsGone() throws IOException {
    Files.delete(source());
    assertThat(stamp().isFresh("inputs")).isFalse();
  }

  @Test
  void staysFreshWhateverOthersPutBeside() throws IOException {
    Files.writeString(directory.resolve("out/film/Own.java"), "class Own {}");
    assertThat(stamp().isFresh("inputs")).isTrue();
  }

  @Test
  void isStaleBeforeAnythingWasGenerated() throws IOException {
    Stamp other = new Stamp(directory.resolve("target/other.stamp"), directory.resolve("out"));
    assertThat(other.isFresh("inputs")).isFalse();
  }

  private Stamp stamp() {
    return new Stamp(directory.resolve("target/default.stamp"), directory.resolve("out"));
  }

  private Path source() {
    return directory.resolve("out/film/Clip.java");
  }
}
