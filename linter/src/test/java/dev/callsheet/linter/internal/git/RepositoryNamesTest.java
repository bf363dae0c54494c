package dev.callsheet.linter.internal.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class RepositoryNamesTest {
  @TempDir private Path directory;
  private Path repository;

  @BeforeEach
  void writeFiles() throws IOException {
    repository = directory.resolve("repository");
    Files.createDirectories(repository.resolve(".git"));
    for (String name : new String[] {"requests/a.json", "sub/b.json", "a\\b.json"}) {
      Files.createDirectories(repository.resolve(name).getParent());
      Files.writeString(repository.resolve(name), "{}");
    }
    Files.writeString(directory.resolve("outside.json"), "{}");
  }

  @Test
  void filesAreNamedFromTheRootHoweverTheyAreWritten() {
    RepositoryNames names = RepositoryNames.of(repository);
    assertThat(names.nameOf("requests/a.json")).isEqualTo("requests/a.json");
    assertThat(names.nameOf("./requests/../sub/b.json")).isEqualTo("sub/b.json");
    assertThat(names.nameOf(repository + "/sub/b.json")).isEqualTo("sub/b.json");
    assertThat(names.nameOf("a\\b.json")).isEqualTo("a\\b.json");
  }

  @Test
  void theRootIsTheSameFromASubdirectory() {
    RepositoryNames names = RepositoryNames.of(repository.resolve("sub"));
    assertThat(names.nameOf("b.json")).isEqualTo("sub/b.json");
    assertThat(names.nameOf("../requests/a.json")).isEqualTo("requests/a.json");
  }

  @Test
  void aFileElsewhereBelongsToItsOwnRepositoryOrToNone() {
    assertThat(RepositoryNames.of(directory).nameOf("repository/sub/b.json"))
        .isEqualTo("sub/b.json");
    assertThat(RepositoryNames.of(directory).nameOf("./outside.json")).isEqualTo("outside.json");
    assertThat(RepositoryNames.of(repository).nameOf("../outside.json"))
        .isEqualTo(directory.resolve("outside.json").toString());
  }

  @Test
  void linksOnTheWayToTheRepositoryDoNotMatter() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), repository);
    assertThat(RepositoryNames.of(repository).nameOf(link + "/sub/b.json")).isEqualTo("sub/b.json");
    assertThat(RepositoryNames.of(link).nameOf(repository + "/sub/b.json")).isEqualTo("sub/b.json");
  }

  @Test
  void whatIsNoFileKeepsItsName() {
    assertThat(RepositoryNames.of(repository).nameOf("<stdin>")).isEqualTo("<stdin>");
    assertThat(RepositoryNames.of(repository).nameOf("a\0b")).isEqualTo("a\0b");
  }
}
