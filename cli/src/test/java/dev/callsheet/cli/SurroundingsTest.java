package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.Console;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each command in each surrounding: a pipe, a terminal, a narrow one, one without colour. That the
 * script tells the command which one it is in is tried on real ones by {@link ScriptIT}.
 */
class SurroundingsTest {
  private static final String MODEL = "klingai:kling-video@o3-pro";
  private static final String WRONG = RequestFixtures.invalid("video-sets-duration");
  private static final String SPEC = "../spec/models/klingai/kling-video-3-0-omni-pro.yaml";
  private static final Path RIGHT = RequestFixtures.KLING.resolve("valid");
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final int NARROW = 60;

  /** What prints tables and texts for people, which fit a terminal. */
  static Stream<List<String>> fitting() {
    return Stream.concat(
        Stream.of(
            List.of("models"),
            List.of("platforms"),
            List.of("describe", MODEL),
            List.of("describe", MODEL, "duration"),
            List.of("price", RIGHT.toString()),
            List.of("jobs")),
        commands().stream().map(command -> List.of(command, "--help")));
  }

  /** Those, and what prints lines that stay whole: findings, code, and data for programs. */
  static Stream<List<String>> printing() {
    return Stream.concat(
        fitting(),
        Stream.of(
            List.of("--help"),
            List.of("--version"),
            List.of("lint", WRONG),
            List.of("lint", "--repairs", "--format", "text", WRONG),
            List.of("lint", "--format", "github", WRONG),
            List.of("lint", "--explain", "video-sets-duration"),
            List.of("lint", "no-such-file.json"),
            List.of("price", "--format", "json", RIGHT.toString()),
            List.of("check", SPEC),
            List.of("schema", MODEL),
            List.of("diff", SPEC, SPEC),
            List.of("completion", "bash"),
            List.of("man", "lint"),
            List.of("complete", "--", "describe", "kling")));
  }

  @ParameterizedTest
  @MethodSource("printing")
  void aPipeGetsWhatATerminalShowsWithoutItsColours(List<String> command) {
    String piped = run(false, Map.of(), command);
    assertThat(piped).doesNotContain("\u001b");
    assertThat(run(true, Map.of("NO_COLOR", "1"), command)).isEqualTo(piped);
    assertThat(run(true, Map.of("TERM", "dumb"), command)).isEqualTo(piped);
    String shown = run(true, Map.of("TERM", "xterm"), command);
    assertThat(COLOUR.matcher(shown).replaceAll("")).isEqualTo(piped);
  }

  @ParameterizedTest
  @MethodSource("fitting")
  void aNarrowTerminalBreaksNothing(List<String> command) {
    assertFits(run(true, Map.of("COLUMNS", Integer.toString(NARROW)), command));
    // A program that reads a table gets a line for each row, whatever the terminal's width was.
    assertThat(run(false, Map.of("COLUMNS", Integer.toString(NARROW)), command))
        .isEqualTo(run(false, Map.of(), command));
  }

  /** How long ago a job was sent is another thing with every call. */
  @Test
  void jobsUnderWayFitANarrowTerminal(@TempDir Path directory) throws IOException {
    SandboxOptions slow =
        SandboxOptions.builder().renderTime(RenderTime.fixed(Duration.ofHours(1))).build();
    try (Sandbox sandbox = Sandbox.start(slow)) {
      Map<String, String> environment =
          Map.of(
              "CALLSHEET_JOURNAL",
              directory.resolve("journal").toString(),
              "CALLSHEET_ENDPOINT",
              sandbox.endpoint().toString(),
              "RUNWARE_API_KEY",
              "any",
              "COLUMNS",
              Integer.toString(NARROW));
      String request = RequestFixtures.valid("text-to-video");
      String out = directory.resolve("out").toString();
      run(false, environment, List.of("run", "--timeout", "50ms", "--out", out, request));
      String shown = run(true, environment, List.of("jobs"));
      assertThat(shown).contains(MODEL);
      assertFits(shown);
    }
  }

  private static void assertFits(String shown) {
    assertThat(COLOUR.matcher(shown).replaceAll("").lines())
        .isNotEmpty()
        .allSatisfy(
            line -> {
              // A word that is longer, such as an address, stands alone.
              if (line.strip().contains(" ")) {
                assertThat(line).hasSizeLessThanOrEqualTo(NARROW);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("helpAndManuals")
  void whatTheCommandSaysOfItselfIsAscii(List<String> command) {
    assertThat(run(true, Map.of("LC_ALL", "C"), command)).matches("\\p{ASCII}+");
  }

  static Stream<List<String>> helpAndManuals() {
    return commands().stream()
        .flatMap(command -> Stream.of(List.of(command, "--help"), List.of("man", command)));
  }

  /** Writing, serving and sending are tried elsewhere; the tables above have all others. */
  @Test
  void noCommandIsForgotten() {
    Set<String> tried = new HashSet<>();
    printing().filter(line -> !line.contains("--help")).forEach(line -> tried.add(line.get(0)));
    assertThat(commands())
        .allMatch(
            command ->
                tried.contains(command)
                    || Set.of(
                            "new",
                            "generate",
                            "run",
                            "sandbox",
                            "demo",
                            "import",
                            "vectors",
                            "verify",
                            "docs",
                            "lsp",
                            "mcp",
                            "help")
                        .contains(command));
  }

  private static List<String> commands() {
    String help = CommandResult.run("--help").out();
    return help.substring(help.indexOf("Commands:"), help.indexOf("Exit status"))
        .lines()
        .skip(1)
        .filter(line -> line.matches("  [a-z].*"))
        .map(line -> line.strip().replaceFirst(" .*", ""))
        .toList();
  }

  /** Both outputs of a command, one after the other. */
  private static String run(
      boolean isTerminal, Map<String, String> environment, List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Callsheet.run(
        new Console(
            InputStream.nullInputStream(),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            false,
            isTerminal,
            isTerminal,
            CommandResult.withState(environment)),
        arguments.toArray(String[]::new));
    return out.toString() + err;
  }
}
