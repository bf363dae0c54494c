package dev.callsheet.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/gradle.md shows the script of a project that the build has built. */
class GradlePageTest {
  private static final Pattern SCRIPT = Pattern.compile("```groovy\n(.*?)```", Pattern.DOTALL);

  @Test
  void itsScriptIsThatOfTheProject() throws IOException {
    var script =
        SCRIPT.matcher(Files.readString(Path.of("../docs/gradle.md"))).results().findFirst();
    var project = Files.readString(Path.of("downstream/gradle/build.gradle"));
    assertThat(script).isPresent();
    assertThat(project).contains(script.get().group(1));
  }
}
