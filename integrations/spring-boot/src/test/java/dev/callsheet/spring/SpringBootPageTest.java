package dev.callsheet.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/spring-boot.md shows what a project of tests/downstream compiles and runs. */
class SpringBootPageTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern CODE =
      Pattern.compile("```java\n( {2}/\\*\\*.*?)```", Pattern.DOTALL);

  @Test
  void itsJavaIsThatOfTheProject() throws IOException {
    var page = Files.readString(ROOT.resolve("docs/spring-boot.md"));
    var project = ROOT.resolve("tests/downstream/spring-boot/src");
    var sources =
        Files.readString(project.resolve("main/java/com/example/film/FilmApplication.java"))
            + Files.readString(
                project.resolve("test/java/com/example/film/FilmApplicationTest.java"));
    assertThat(CODE.matcher(page).results().map(code -> code.group(1)))
        .hasSize(2)
        .allSatisfy(code -> assertThat(sources).contains(code));
  }
}
