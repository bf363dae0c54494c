package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks the way of docs/add-a-platform.md with the files that it shows. */
class AddAPlatformPageTest {
  private static final Path PAGE = Path.of("../docs/add-a-platform.md");

  @TempDir private Path directory;
  private String page = "";

  @BeforeEach
  void writeTheFilesOfThePage() throws Exception {
    page = Files.readString(PAGE);
    List<String> yaml = blocks("yaml");
    write("specs/platforms/easel.yaml", yaml.get(0));
    write("specs/models/easel/oil-large.yaml", yaml.get(1));
    write("request.json", blocks("json").get(0));
  }

  private List<String> blocks(String language) {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private void write(String name, String text) throws Exception {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private CommandResult run(Sandbox sandbox, String request) {
    return CommandResult.run(
        "",
        sandbox.environment(),
        "run",
        "--spec",
        path("specs"),
        "--out",
        path("paintings"),
        path(request));
  }

  @Test
  void theFilesAreSoundAndListed() {
    CommandResult check = CommandResult.run("check", path("specs"));
    assertThat(check.status()).as(check.out() + check.err()).isEqualTo(ExitStatus.DONE);
    assertThat(CommandResult.run("platforms", "--spec", path("specs")).out())
        .contains("easel", "EASEL_TOKEN");
  }

  @Test
  void aRequestRunsAgainstTheSandboxOfTheSameFile() throws Exception {
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(directory.resolve("specs")));
    try (Sandbox sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .platform(catalogue.platform("easel").orElseThrow())
                .catalogue(catalogue)
                .renderTime(RenderTime.fixed(Duration.ofMillis(100)))
                .build())) {
      CommandResult outcome = run(sandbox, "request.json");

      assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.DONE);
      String price = outcome.err().lines().findFirst().orElseThrow();
      assertThat(page).contains("\n" + price + "\n");
      assertThat(outcome.out().lines())
          .hasSize(1)
          .allSatisfy(file -> assertThat(Path.of(file)).isNotEmptyFile());
      assertThat(sandbox.ledger().totalCharged()).isEqualByComparingTo("0.5");
    }
  }

  @Test
  void theCommandStartsItFromTheFileForAnother() throws Exception {
    Path seen = directory.resolve("seen");
    CommandResult outcome =
        CommandResult.run(
            "",
            Map.of(),
            "sandbox",
            "--platform",
            path("specs/platforms/easel.yaml"),
            "--",
            "sh",
            "-c",
            "echo \"$CALLSHEET_ENDPOINT_EASEL $EASEL_TOKEN\" >" + seen);

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.err().strip())
        .matches(
            "Callsheet sandbox of Easel \\(1 model; page at http://127.0.0.1:\\d+/\\) at"
                + " http://127.0.0.1:\\d+/v2");
    assertThat(Files.readString(seen)).matches("http://127.0.0.1:\\d+/v2 \\S+\n");
  }
}
