package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/command-line.md shows is what the command prints. */
class CommandLinePageTest {
  private static final Path PAGE = Path.of("../docs/command-line.md");
  private static final Pattern LINE = Pattern.compile("```console\n\\$ callsheet ([^\n]*)\n");

  @Test
  void everySessionPrintsWhatThePageShows() throws Exception {
    String page = Files.readString(PAGE);
    List<MatchResult> sessions = LINE.matcher(page).results().toList();
    assertThat(sessions).hasSizeGreaterThan(1);
    for (MatchResult session : sessions) {
      CommandResult printed = CommandResult.run(session.group(1).split(" "));
      assertThat(printed.out() + printed.err())
          .isEqualTo(page.substring(session.end(), page.indexOf("```", session.end())));
    }
  }
}
