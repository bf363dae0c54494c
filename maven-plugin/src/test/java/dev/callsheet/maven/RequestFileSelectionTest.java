package dev.callsheet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestFileSelectionTest {
  @TempDir private Path project;

  @BeforeEach
  void writeRequests() throws IOException {
    for (String name : List.of("src/main/requests/a.json", "src/test/requests/b.jsonl")) {
      Path file = project.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{}");
    }
  }

  @Test
  void usesTheDefaultDirectoriesWithoutPatterns() throws MojoExecutionException {
    assertThat(new RequestFileSelection(project, List.of()).files())
        .containsExactly(
            project.resolve("src/main/requests/a.json"),
            project.resolve("src/test/requests/b.jsonl"));
  }

  @Test
  void defaultDirectoriesMayBeMissing() throws MojoExecutionException {
    assertThat(new RequestFileSelection(project.resolve("elsewhere"), List.of()).files()).isEmpty();
  }

  @Test
  void fileSelectedTwiceIsListedOnce() throws MojoExecutionException {
    assertThat(
            new RequestFileSelection(project, List.of("src/**/*.json", "src/main/requests"))
                .files())
        .containsExactly(project.resolve("src/main/requests/a.json"));
  }

  @Test
  void patternWithoutAnyFileIsAnError() {
    assertThatThrownBy(new RequestFileSelection(project, List.of("src/main/reqests"))::files)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("src/main/reqests")
        .hasMessageContaining("<request>src/main/requests/**/*.json</request>");
  }
}
