package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/check.md shows is what the command prints. */
class CheckPageTest {
  private static final Path PAGE = Path.of("../docs/check.md");

  @TempDir private Path directory;

  @Test
  void theFirstExamplePrintsWhatThePageShows() throws IOException {
    String page = Files.readString(PAGE);
    Path spec = Files.writeString(directory.resolve("postcard.yaml"), block("yaml", page));
    String printed = CommandResult.run("check", spec.toString()).out();
    assertThat("$ callsheet check postcard.yaml\n" + printed.replace(directory + "/", ""))
        .isEqualTo(block("console", page));
  }

  private static String block(String language, String page) {
    String fence = "```" + language + "\n";
    int start = page.indexOf(fence) + fence.length();
    return page.substring(start, page.indexOf("```", start));
  }
}
