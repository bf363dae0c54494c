package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsCommandTest {
  @TempDir private Path directory;

  @Test
  void writesRequestsThatLintAsTheirFoldersSay() {
    String out = directory.toString();
    CommandResult outcome =
        CommandResult.run("vectors", "klingai:kling-video@o3-pro", "--out", out);
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out())
        .contains("No request can violate:\n  invalid/ttl-needs-url-output")
        .doesNotContain("No request was found");

    assertThat(CommandResult.run("lint", out + "/valid").status()).isEqualTo(ExitStatus.DONE);
    assertThat(directory.resolve("invalid/video-sets-duration.json")).exists();
    String broken = out + "/invalid/video-sets-duration.json";
    assertThat(CommandResult.run("lint", broken).out())
        .contains("[video-sets-duration]", "1 error");
  }
}
