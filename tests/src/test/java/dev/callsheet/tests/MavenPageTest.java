package dev.callsheet.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/maven.md shows no XML that is not part of a project which the build has built. */
class MavenPageTest {
  private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyPieceOfXmlIsPartOfADownstreamProject() throws IOException {
    List<String> projects = projects();
    List<String> pieces =
        XML.matcher(Files.readString(Path.of("../docs/maven.md")))
            .results()
            .map((MatchResult piece) -> normalizeWhitespace(piece.group(1)))
            .toList();
    assertThat(pieces)
        .isNotEmpty()
        .allSatisfy(piece -> assertThat(projects).anyMatch(project -> project.contains(piece)));
  }

  private static List<String> projects() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("downstream"))) {
      return files.filter(file -> file.endsWith("pom.xml")).map(MavenPageTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return normalizeWhitespace(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String normalizeWhitespace(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
