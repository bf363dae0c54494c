package dev.callsheet.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/gradle.md shows the script of a project that the build has built. */
class GradlePageTest {
  @Test
  void itsScriptIsThatOfTheProject() throws IOException {
    var scripts = PageCode.blocks("docs/gradle.md", "groovy");
    var project = Files.readString(Path.of("downstream/gradle/build.gradle"));
    assertThat(scripts).isNotEmpty();
    assertThat(project).contains(scripts.get(0));
  }
}
