package dev.callsheet.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's build and program are those of a project that the build has built. */
class ReadmeExampleTest {
  private static final Path APPLICATION = Path.of("../examples/application");

  @Test
  void itsXmlIsThatOfTheExample() throws IOException {
    var pom = normalizeWhitespace(Files.readString(APPLICATION.resolve("pom.xml")));
    var elements =
        blocks("xml").stream()
            .flatMap(block -> Pattern.compile("\\n\\n(?=<)").splitAsStream(block))
            .map(element -> element.replaceAll("</?(dependencies|build|plugins)>", ""))
            .map(ReadmeExampleTest::normalizeWhitespace)
            .toList();
    assertThat(elements).hasSize(3).allSatisfy(element -> assertThat(pom).contains(element));
  }

  @Test
  void itsProgramIsThatOfTheExample() throws IOException {
    var program =
        Files.readString(APPLICATION.resolve("src/main/java/com/example/Lighthouse.java"));
    assertThat(blocks("java")).containsExactly(program);
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("../README.md")))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private static String normalizeWhitespace(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
