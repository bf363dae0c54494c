package dev.callsheet.linter.internal.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.linter.RequestFileFinder;
import dev.callsheet.linter.UnreadableInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory that is walked holds what git sees in it, by git's own word. */
class GitIgnoreRulesTest {
  private static final List<String> DIRECTORIES =
      List.of("", "a", "a/b", "a/b/c", "build", "a/build", "b", "b/a");

  private static final List<String> NAMES = List.of("a.json", "b.json", "#c.json", "d e.json");

  private static final List<String> PATTERNS =
      List.of(
          "a.json",
          "/a.json",
          "*.json",
          "!a.json",
          "build/",
          "build",
          "/build",
          "a/*",
          "a/b/",
          "a/**",
          "**/b",
          "**/b/*.json",
          "a/**/a.json",
          "!a/b",
          "!**/a.json",
          "?.json",
          "[ab].json",
          "[!a].json",
          "[a-b].json",
          "\\#c.json",
          "#c.json",
          "d e.json   ",
          "d\\ e.json",
          "!/a/b/",
          "b/a",
          "*/b/c",
          "[[:alpha:]].json",
          "**",
          "a/b/c/**",
          "",
          "  ",
          "a.*",
          "**/",
          "[",
          "a**json",
          "**.json",
          "[]a].json",
          "[a-",
          "\\a.json",
          "/*",
          "!/a",
          "*.json ",
          "\\!a.json",
          "b.json/",
          "a/b/../a.json",
          "[^b].json");

  @TempDir private Path repository;

  @BeforeEach
  void writeFiles() throws Exception {
    for (String directory : DIRECTORIES) {
      Files.createDirectories(repository.resolve(directory));
      for (String name : NAMES) {
        Files.writeString(repository.resolve(directory).resolve(name), "{}");
      }
    }
    boolean hasGit = git("init", "-q") == 0;
    if (!hasGit) {
      System.out.println("Skipped: GitIgnoreRulesTest needs git on the PATH");
    }
    assumeTrue(hasGit, "needs git on the PATH");
  }

  @Test
  void findsSameFilesAsGit() throws Exception {
    Random random = new Random(11);
    for (int round = 0; round < 60; round++) {
      List<Path> written = new ArrayList<>();
      for (String place :
          List.of(".gitignore", ".git/info/exclude", "a/.gitignore", "a/b/.gitignore")) {
        if (random.nextInt(3) > 0) {
          Path file = repository.resolve(place);
          Files.writeString(file, patterns(random));
          written.add(file);
        }
      }
      assertThat(found(repository))
          .as(() -> written.stream().map(GitIgnoreRulesTest::shown).collect(Collectors.joining()))
          .isEqualTo(seenByGit());
      for (Path file : written) {
        Files.delete(file);
      }
    }
  }

  /** Some files are tracked, in every form that an index has; git ignores none of those. */
  @ParameterizedTest
  @ValueSource(strings = {"--index-version 2", "--index-version 4", "--split-index"})
  void findsTrackedFilesAsGitDoes(String index) throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 25; round++) {
      Files.writeString(repository.resolve(".gitignore"), patterns(random));
      Files.writeString(repository.resolve("a/.gitignore"), patterns(random));
      for (int files = random.nextInt(6); files > 0; files--) {
        String directory = DIRECTORIES.get(random.nextInt(DIRECTORIES.size()));
        String name = NAMES.get(random.nextInt(NAMES.size()));
        boolean isPlanned = random.nextInt(4) == 0;
        git("add", "-f", isPlanned ? "-N" : "--", Path.of(directory, name).toString());
      }
      git(("update-index " + index).split(" "));
      assertThat(found(repository))
          .as(() -> shown(repository.resolve(".gitignore")))
          .isEqualTo(seenByGit());
      Files.deleteIfExists(repository.resolve(".git/index"));
    }
  }

  @Test
  void findsTrackedFilesOfRepositoriesWithLongHashes() throws Exception {
    Path other = Files.createDirectories(repository.resolve("other"));
    git("init", "-q", "--object-format=sha256", other.toString());
    Files.writeString(other.resolve(".gitignore"), "*.json\n");
    Files.writeString(other.resolve("a.json"), "{}");
    Files.writeString(other.resolve("b.json"), "{}");
    git("-C", other.toString(), "add", "-f", "b.json");
    assertThat(found(other)).containsExactly("b.json");
  }

  @Test
  void anIndexThatIsNoneHasNoFiles() throws Exception {
    Files.writeString(repository.resolve(".gitignore"), "*.json\n");
    String keepsMoreThanThereIs = "DIRC\0\0\0\4\0\0\0\1" + "\0".repeat(62) + "\5a\0";
    for (String index :
        List.of("", "DIRC", "nonsense", "DIRC\0\0\0\2\0\0\0\7", keepsMoreThanThereIs)) {
      Files.writeString(repository.resolve(".git/index"), index);
      assertThat(found(repository)).isEmpty();
    }
  }

  @Test
  void anIndexThatIsSplitWithoutEnd_isReadOnce() throws Exception {
    Files.writeString(repository.resolve(".gitignore"), "*.json\n");
    String split = "DIRC\0\0\0\2\0\0\0\0link\0\0\0\24" + "\0".repeat(20) + "\0".repeat(20);
    Files.writeString(repository.resolve(".git/index"), split);
    Files.writeString(repository.resolve(".git/sharedindex." + "00".repeat(20)), split);
    assertThat(found(repository)).isEmpty();
  }

  @Test
  void patternsOfMoreThanAMegabyte_areRefusedByTheirName() throws Exception {
    Path ignore = repository.resolve("a/.gitignore");
    Files.writeString(ignore, "b.json\n".repeat(150_000));
    assertThat(RequestFileFinder.findInputs(repository, "."))
        .filteredOn(UnreadableInput.class::isInstance)
        .singleElement()
        .asString()
        .contains(ignore + " has more than 1024 KB");
  }

  @Test
  void directoryNamedExplicitly_isSearchedEvenIfIgnored() throws IOException {
    Files.writeString(repository.resolve(".gitignore"), "build/\nb.json\n");
    assertThat(RequestFileFinder.find(repository, "a/build"))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("#c.json", "a.json", "d e.json");
    assertThat(RequestFileFinder.find(repository, "**/build/*.json")).isEmpty();
    assertThat(RequestFileFinder.find(repository, "a/b.json")).hasSize(1);
  }

  @Test
  void linkedWorkTree_usesExcludeFileOfItsRepository() throws Exception {
    Path tree = repository.resolve("tree");
    Files.createDirectories(repository.resolve(".git/worktrees/tree"));
    Files.writeString(repository.resolve(".git/worktrees/tree/commondir"), "../..\n");
    Files.writeString(repository.resolve(".git/info/exclude"), "b.json\n");
    Files.createDirectories(tree);
    Files.writeString(
        tree.resolve(".git"), "gitdir: " + repository.resolve(".git/worktrees/tree") + "\n");
    Files.writeString(tree.resolve("a.json"), "{}");
    Files.writeString(tree.resolve("b.json"), "{}");
    assertThat(found(tree)).containsExactly("a.json");
  }

  private static String patterns(Random random) {
    return IntStream.range(0, 1 + random.nextInt(4))
        .mapToObj(i -> PATTERNS.get(random.nextInt(PATTERNS.size())))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String shown(Path file) {
    try {
      return file + ":\n" + Files.readString(file);
    } catch (IOException e) {
      return file + ": " + e;
    }
  }

  private static Set<String> found(Path directory) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : RequestFileFinder.find(directory, "")) {
      found.add(directory.relativize(file).toString());
    }
    return found;
  }

  private Set<String> seenByGit() throws Exception {
    Path listed = Files.createTempFile("seen", ".txt");
    Process git =
        new ProcessBuilder(
                "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.json")
            .directory(repository.toFile())
            .redirectOutput(listed.toFile())
            .start();
    assertThat(git.waitFor()).isZero();
    String names = Files.readString(listed, StandardCharsets.UTF_8);
    Files.delete(listed);
    return names.isEmpty() ? Set.of() : new TreeSet<>(List.of(names.split("\0")));
  }

  private int git(String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
          .directory(repository.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException missing) {
      return -1;
    }
  }
}
