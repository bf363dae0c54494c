package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is named, readable inputs are linted, and the others are reported. */
@Timeout(60)
class LintInputsTest {
  private static final String WRONG = "{\"taskType\": \"png\"}";

  @TempDir private Path directory;

  @Test
  void aMissingFileDoesNotKeepTheOthersFromBeingLinted() {
    CommandResult outcome =
        CommandResult.run(
            "lint", "no/such.json", RequestFixtures.invalid("size"), RequestFixtures.valid("edit"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("no/such.json: there is no such file");
    assertThat(outcome.out())
        .contains("[size]", "2 files, 2 requests", "1 input could not be read");
  }

  @Test
  void unreadableFilesDoNotKeepTheOthersFromBeingLinted() throws IOException {
    write("a.json", "{\"taskType\": ");
    write("b.json", "");
    write("c.json", WRONG);
    Files.write(directory.resolve("d.json"), new byte[] {(byte) 0xFF, 0x00, 0x12});
    CommandResult outcome = lint("--format", "text", directory.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out())
        .contains("a.json:1:13: error: This is not JSON", "b.json:1:1: error: This is not JSON")
        .contains("c.json:1:14: error", "d.json:1:1: error: This is not JSON");
  }

  @Test
  void aBrokenLineDoesNotKeepTheNextFromBeingLinted() {
    CommandResult outcome =
        CommandResult.run(
            "{\"a\": \n" + WRONG + "\n", Map.of(), "lint", "--stdin-filename", "x.ndjson", "-");
    assertThat(outcome.out()).contains("x.ndjson:1:", "[malformed-json]", "x.ndjson:2:14: error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n"})
  void linesOnStandardInputAreKnownByTheirLook(String lineBreak) {
    String lines = (WRONG + lineBreak).repeat(3);
    assertThat(CommandResult.run(lines, Map.of(), "lint", "-").out())
        .contains("3 requests: 3 errors");
    String list = "[" + WRONG + "," + lineBreak + WRONG + "]";
    assertThat(CommandResult.run(list, Map.of(), "lint", "-").out())
        .contains("2 requests: 2 errors");
  }

  @Test
  void aLargeListOnStandardInputIsLintedAsAFileIs() {
    String list = "[" + (WRONG + ",").repeat(60_000) + WRONG + "]";
    assertThat(CommandResult.run(list, Map.of(), "lint", "--max-findings", "1", "-").out())
        .contains("60001 requests: 60001 errors, 0 warnings, 60000 of them not shown");
  }

  @Test
  void filesComeInTheirOrderWithAnyNumberOfThreads() throws IOException {
    for (int i = 100; i < 140; i++) {
      write(i + ".json", i % 7 == 0 ? "[" + (WRONG + ",").repeat(6_000) + WRONG + "]" : WRONG);
    }
    String alone = lint("--jobs", "1", directory.toString()).out();
    assertThat(lint("--jobs", "4", directory.toString()).out()).isEqualTo(alone);
  }

  @Test
  void quietPrintsNothingButFindings() {
    assertThat(lint("--quiet", RequestFixtures.valid("edit")).out()).isEmpty();
    assertThat(lint("--quiet", RequestFixtures.invalid("size")).out())
        .contains("[size]")
        .doesNotContain("1 file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "[", "{\"a\":[{\"b\":"})
  void nestingToAnyDepthEndsSoon(String open) {
    String text = open.repeat(2_000_000 / open.length());
    CommandResult outcome = CommandResult.run(text, Map.of(), "lint", "-");
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.out()).contains("[malformed-json]");
  }

  @Test
  void everyFormatGoesToItsFileAtOnce() throws IOException {
    CommandResult outcome =
        lint(
            "--format",
            "json=" + directory.resolve("o.json"),
            "--format",
            "sarif=" + directory.resolve("o.sarif"),
            "--format",
            "junit=" + directory.resolve("o.xml"),
            "--format",
            "github=" + directory.resolve("o.txt"),
            RequestFixtures.invalid("size"));
    assertThat(outcome.out()).isEmpty();
    for (String name : new String[] {"o.json", "o.sarif", "o.xml", "o.txt"}) {
      assertThat(directory.resolve(name)).content(StandardCharsets.UTF_8).contains("size");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--jobs=0", "--max-findings=-1", "--jobs=many"})
  void optionsThatMakeNoSenseAreTheUsersError(String option) {
    CommandResult outcome = lint(option, RequestFixtures.valid("edit"));
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains(option.substring(0, 6)).doesNotContain("\tat ");
  }

  @Test
  void nothingToLintIsTheUsersError() {
    CommandResult outcome = CommandResult.run("lint");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("name a request file");
  }

  private static CommandResult lint(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "lint";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandResult.run(all);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
