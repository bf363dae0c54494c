package dev.callsheet.linter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
  void capitalsInTheEndingDoNotMatter() throws IOException {
    Files.writeString(base.resolve("requests/D.JSON"), "{}");
    Files.writeString(base.resolve("requests/e.NDJson"), "{}");
    assertThat(found("requests")).contains("requests/D.JSON", "requests/e.NDJson");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void namesMayHoldWhatElsewhereIsSpecial() throws IOException {
    for (String name : List.of("a\\b.json", "[a].json", "what?.json", "*.json", "a b\n.json")) {
      Files.writeString(base.resolve(name), "{}");
      assertThat(found(name)).as(name).containsExactly(name);
    }
    assertThat(found("a\\*.json")).containsExactly("a\\b.json");
  }

  @Test
  void stepsThatLeadNowhereAreLeftOut() throws IOException {
    assertThat(RequestFileFinder.find(Path.of(""), "./src/test/resources/lint/./*.json"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file.toString()).startsWith("src"));
    assertThat(RequestFileFinder.find(Path.of(""), "."))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file.toString()).startsWith("src"));
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
        .map(file -> base.relativize(file).toString().replace(File.separator, "/"))
        .toList();
  }
}
