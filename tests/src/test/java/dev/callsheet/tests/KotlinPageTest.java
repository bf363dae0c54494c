package dev.callsheet.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/kotlin.md shows nothing that is not part of a project which CI builds. */
class KotlinPageTest {
  private static final Path PROJECT = Path.of("matrix/kotlin");

  @Test
  void itsCodeIsThatOfTheProject() throws IOException {
    String main = read("src/main/kotlin/com/example/film/Films.kt");
    String test = read("src/test/kotlin/com/example/film/FilmsTest.kt");
    assertThat(PageCode.blocks("docs/kotlin.md", "kotlin"))
        .hasSize(2)
        .allSatisfy(block -> assertThat(main + test).contains(block));
  }

  @Test
  void itsXmlIsThatOfTheProject() throws IOException {
    String pom = PageCode.normalizeWhitespace(read("pom.xml"));
    assertThat(PageCode.blocks("docs/kotlin.md", "xml"))
        .hasSize(1)
        .allSatisfy(block -> assertThat(pom).contains(PageCode.normalizeWhitespace(block)));
  }

  private static String read(String file) throws IOException {
    return Files.readString(PROJECT.resolve(file));
  }
}
