package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every line that calls the command in documentation, and every word of its help, is understood.
 */
class DocumentedCommandLinesTest {
  /** All of the command, on no terminal. */
  static final CommandLine COMMAND_LINE =
      Callsheet.commandLine(
          new Console(
              InputStream.nullInputStream(),
              new StringWriter(),
              new StringWriter(),
              false,
              false,
              Map.of()));

  /** In the text of a page, in a session or a script, in a pipeline of Jenkins. */
  private static final Pattern CALL =
      Pattern.compile(
          "`callsheet ([a-z][^`]*)`"
              + "|(?m:^\\s*(?:\\$ |- )?(?:\\./)?callsheet ([a-z].*)$)"
              + "|sh '(?:\\./)?callsheet ([^']*)'");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  /** A line of documentation, or what a sentence of it mentions, and the page. */
  record Call(Path page, String line, boolean isInSentence) {}

  static Stream<Call> calls() throws IOException {
    List<Call> calls = new ArrayList<>();
    try (Stream<Path> pages = Files.walk(Path.of("../docs"))) {
      Stream.concat(pages.filter(Files::isRegularFile), Stream.of(Path.of("../README.md")))
          .filter(page -> page.toString().matches(".*(\\.md|\\.yml|Jenkinsfile)"))
          // What contributors add, and what was decided against, is not there to be called.
          .filter(page -> !page.toString().matches(".*(decisions|contributing).*"))
          .sorted()
          .forEach(page -> calls.addAll(calls(page)));
    }
    return calls.stream();
  }

  private static List<Call> calls(Path page) {
    try {
      return CALL.matcher(Files.readString(page))
          .results()
          .map(call -> new Call(page, firstGroup(call), call.group(1) != null))
          .filter(call -> isWholeLine(words(call.line())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String firstGroup(MatchResult call) {
    return Stream.of(1, 2, 3).map(call::group).filter(Objects::nonNull).findFirst().orElseThrow();
  }

  /** Not the mention of a command, and not the option that a page shows to be misspelt. */
  private static boolean isWholeLine(List<String> words) {
    return COMMAND_LINE.getSubcommands().containsKey(words.get(0))
        && words.size() > 1
        && !words.contains("--fromat=json");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void theCommandTakesIt(Call call) {
    try {
      COMMAND_LINE.parseArgs(words(call.line()).toArray(String[]::new));
    } catch (CommandLine.MissingParameterException incomplete) {
      // In a sentence, what a command is about may be left out.
      assertThat(call.isInSentence()).as(incomplete.getMessage()).isTrue();
    }
  }

  @Test
  void thereAreSuchLines() throws IOException {
    assertThat(calls()).hasSizeGreaterThan(80);
  }

  /** What an option can be is what its help says, no more and no less. */
  @Test
  void helpNamesEveryWordThatAnOptionTakes() {
    List<OptionSpec> chosen = new ArrayList<>();
    for (CommandLine command : COMMAND_LINE.getSubcommands().values()) {
      command.getCommandSpec().options().stream()
          .filter(option -> option.auxiliaryTypes()[0].isEnum())
          .forEach(chosen::add);
    }
    assertThat(chosen)
        .hasSizeGreaterThan(4)
        .allSatisfy(
            option ->
                assertThat(String.join(" ", option.description()).toLowerCase(Locale.ROOT))
                    .as(option.longestName())
                    .contains(
                        Stream.of(option.auxiliaryTypes()[0].getEnumConstants())
                            .map(word -> word.toString().toLowerCase(Locale.ROOT))
                            .toList()));
  }

  /** The words of a line up to where a shell's own begin. */
  private static List<String> words(String line) {
    return WORD.matcher(
            line.replaceFirst("\\s*( [|<>&;]|\\\\$| >|#).*", "").replace("DATE", "2026-01-31"))
        .results()
        .map(
            word ->
                word.group(1) != null
                    ? word.group(1)
                    : word.group(2) != null ? word.group(2) : word.group(3))
        .toList();
  }
}
