package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line of docs/coming-from-other-tools.md that calls this command does what it is for. */
class ComingFromPageTest {
  private static final Pattern LINE = Pattern.compile("`callsheet ([^`]+)`");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  /** What stands in the directory that the page is about. */
  private static final Pattern PLACE = Pattern.compile("(?<=^|[= '])(requests|specs|out)/");

  @TempDir private Path directory;

  @BeforeEach
  void aDirectoryOfRequestsAndSpecs() throws IOException {
    Path requests = Files.createDirectory(directory.resolve("requests"));
    Files.copy(Path.of(RequestFixtures.valid("edit")), requests.resolve("right.json"));
    Files.copy(
        Path.of(RequestFixtures.invalid("video-sets-duration")), requests.resolve("evening.json"));
    Path specs = Files.createDirectory(directory.resolve("specs"));
    CommandResult made =
        CommandResult.run("new", "acme:still@1", "--out", specs.resolve("still.yaml").toString());
    assertThat(made.status()).as(made.err()).isEqualTo(ExitStatus.DONE);
    Files.createDirectory(directory.resolve("out"));
  }

  @Test
  void everyLineIsTaken() throws IOException {
    List<String> lines =
        LINE.matcher(Files.readString(Path.of("../docs/coming-from-other-tools.md")))
            .results()
            .map(line -> line.group(1))
            .toList();
    assertThat(lines).hasSizeGreaterThan(25);
    for (String line : lines) {
      CommandResult result = run(line);
      // The wrong request is found by lint alone, and where it has been mended, by nothing.
      boolean finds =
          line.startsWith("lint")
              && !line.matches(".*(right|--stdin|--explain|--fix).*")
              && !line.contains("--quiet -");
      assertThat(result.status())
          .as("%s%n%s%s", line, result.out(), result.err())
          .isEqualTo(finds && !isMended() ? ExitStatus.FINDINGS : ExitStatus.DONE);
    }
    assertThat(isMended()).isTrue();
    assertThat(directory.resolve("out"))
        .isDirectoryContaining("glob:**/results.json")
        .isDirectoryContaining("glob:**/junit.xml")
        .isDirectoryContaining("glob:**/lint.sarif")
        .isDirectoryContaining("glob:**/java")
        .isDirectoryContaining("glob:**/vectors")
        .isDirectoryContaining("glob:**/takes");
  }

  private boolean isMended() throws IOException {
    return !Files.readString(directory.resolve("requests/evening.json")).contains("\"duration\"");
  }

  private CommandResult run(String line) throws IOException {
    String here = PLACE.matcher(line).replaceAll(place -> directory.resolve(place.group(1)) + "/");
    String[] words =
        WORD.matcher(here)
            .results()
            .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
            .toArray(String[]::new);
    return CommandResult.run(
        Files.readString(directory.resolve("requests/right.json")),
        Map.of(
            "CALLSHEET_JOURNAL",
            directory.resolve("journal").toString(),
            "RUNWARE_API_KEY",
            "a-key-of-nobody"),
        words);
  }
}
