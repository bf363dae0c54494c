package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  @TempDir private Path out;

  @Test
  void removesWhatAnEarlierRunWroteAndNothingElse() throws IOException {
    Files.writeString(Files.createDirectories(out.resolve("a")).resolve("Mine.java"), "mine");
    new SourceTree(out).write(List.of(file("a/A.java", "1"), file("b/c/B.java", "2")));
    new SourceTree(out).write(List.of(file("a/C.java", "3")));
    assertThat(files()).containsExactly(".callsheet-generated", "a/C.java", "a/Mine.java");
    assertThat(out.resolve("b")).doesNotExist();
  }

  @Test
  void doesNotTouchWhatWouldNotChange() throws IOException {
    List<GeneratedFile> files = List.of(file("a/A.java", "1"));
    new SourceTree(out).write(files);
    FileTime before = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(out.resolve("a/A.java"), before);
    new SourceTree(out).write(files);
    assertThat(Files.getLastModifiedTime(out.resolve("a/A.java"))).isEqualTo(before);
  }

  @Test
  void leavesNoTemporaryFile() throws IOException {
    new SourceTree(out).write(List.of(file("A.java", "1")));
    new SourceTree(out).write(List.of(file("A.java", "2")));
    assertThat(files()).containsExactly(".callsheet-generated", "A.java");
    assertThat(out.resolve("A.java")).hasContent("2");
  }

  @Test
  void refusesTwoFilesOfTheSamePath() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SourceTree(out).write(List.of(file("A.java", "1"), file("A.java", "2"))))
        .withMessageContaining("A.java");
  }

  @Test
  void refusesAPathThatLeadsOutside() throws IOException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SourceTree(out).write(List.of(file("../A.java", "1"))));
    Files.writeString(out.resolve(SourceTree.LIST), "../victim.txt\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SourceTree(out).write(List.of(file("A.java", "1"))));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(out)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> out.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static GeneratedFile file(String path, String content) {
    return new GeneratedFile(path, content);
  }
}
