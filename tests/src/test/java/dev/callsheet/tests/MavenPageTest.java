package dev.callsheet.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/maven.md shows no XML that is not part of a project which the build has built. */
class MavenPageTest {
  @Test
  void everyPieceOfXmlIsPartOfADownstreamProject() throws IOException {
    List<String> projects = projects();
    List<String> pieces =
        PageCode.blocks("docs/maven.md", "xml").stream()
            .map(PageCode::normalizeWhitespace)
            .toList();
    assertThat(pieces)
        .isNotEmpty()
        .allSatisfy(piece -> assertThat(projects).anyMatch(project -> project.contains(piece)));
  }

  private static List<String> projects() throws IOException {
    try (Stream<Path> projects = Files.walk(Path.of("downstream"));
        Stream<Path> matrix = Files.walk(Path.of("matrix"))) {
      return Stream.concat(projects, matrix)
          .filter(file -> file.endsWith("pom.xml"))
          .map(MavenPageTest::read)
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return PageCode.normalizeWhitespace(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
