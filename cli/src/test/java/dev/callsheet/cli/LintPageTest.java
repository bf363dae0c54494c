package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/lint.md shows is what the command prints. */
class LintPageTest {
  private static final Path PAGE = Path.of("../docs/lint.md");
  private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path directory;
  private List<String> sessions;

  @BeforeEach
  void readThePage() throws IOException {
    sessions =
        CONSOLE
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();
  }

  @Test
  void theFirstExamplePrintsWhatThePageShows() throws IOException {
    Path requests = Files.createDirectory(directory.resolve("requests"));
    Files.copy(
        Path.of(RequestFixtures.invalid("video-sets-duration")), requests.resolve("evening.json"));
    String printed =
        CommandResult.run("lint", requests.toString()).out().replace(directory + "/", "");
    assertThat("$ callsheet lint requests/\n" + printed).isEqualTo(sessions.get(0));
  }

  @Test
  void theExplanationIsTheOneThatThePageShows() {
    String printed = CommandResult.run("lint", "--explain", "video-sets-duration").out();
    assertThat("$ callsheet lint --explain video-sets-duration\n" + printed)
        .isEqualTo(sessions.get(1).replaceFirst("line \\d+:", lineOf(printed)));
  }

  /** Lines move when rules are added. */
  private static String lineOf(String printed) {
    return Pattern.compile("line \\d+:")
        .matcher(printed)
        .results()
        .findFirst()
        .orElseThrow()
        .group();
  }
}
