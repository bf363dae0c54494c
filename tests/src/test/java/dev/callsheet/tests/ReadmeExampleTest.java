package dev.callsheet.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's build and program are those of a project that the build has built. */
class ReadmeExampleTest {
  private static final Path APPLICATION = Path.of("../examples/application");

  @Test
  void itsXmlIsThatOfTheExample() throws IOException {
    var pom = PageCode.normalizeWhitespace(Files.readString(APPLICATION.resolve("pom.xml")));
    var elements =
        PageCode.blocks("README.md", "xml").stream()
            .flatMap(block -> Pattern.compile("\\n\\n(?=<)").splitAsStream(block))
            .map(element -> element.replaceAll("</?(dependencies|build|plugins)>", ""))
            .map(PageCode::normalizeWhitespace)
            .toList();
    assertThat(elements).hasSize(3).allSatisfy(element -> assertThat(pom).contains(element));
  }

  @Test
  void itsProgramIsThatOfTheExample() throws IOException {
    var program =
        Files.readString(APPLICATION.resolve("src/main/java/com/example/Lighthouse.java"));
    assertThat(PageCode.blocks("README.md", "java")).containsExactly(program);
  }
}
