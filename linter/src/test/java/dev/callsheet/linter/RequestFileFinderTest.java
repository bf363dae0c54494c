package dev.callsheet.linter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestFileFinderTest {
  @TempDir private Path base;

  @BeforeEach
  void writeFiles() throws IOException {
    for (String name : List.of("b.json", "a.jsonl", "deep/er/c.json", "deep/notes.txt")) {
      Path file = base.resolve("requests").resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{}");
    }
  }

  @Test
  void directory_findsRequestFilesAtAnyDepth() throws IOException {
    assertThat(found("requests"))
        .containsExactly("requests/a.jsonl", "requests/b.json", "requests/deep/er/c.json");
  }

  @Test
  void file_isFoundWhateverItsExtension() throws IOException {
    assertThat(found("requests/deep/notes.txt")).containsExactly("requests/deep/notes.txt");
  }

  @Test
  void pattern_isSearchedFromItsLastLiteralDirectory() throws IOException {
    assertThat(found("requests/**/*.json"))
        .containsExactly("requests/b.json", "requests/deep/er/c.json");
    assertThat(found("requests/*.json")).containsExactly("requests/b.json");
  }

  @Test
  void missingFile_isNotFound() throws IOException {
    assertThat(found("request")).isEmpty();
    assertThat(found("request/*.json")).isEmpty();
  }

  @Test
  void absolutePathsAreTakenAsTheyAre() throws IOException {
    assertThat(RequestFileFinder.find(Path.of("elsewhere"), base + "/requests/*.json"))
        .containsExactly(base.resolve("requests/b.json"));
  }

  private List<String> found(String text) throws IOException {
    return RequestFileFinder.find(base, text).stream()
        .map(file -> base.relativize(file).toString().replace('\\', '/'))
        .toList();
  }
}
