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
  private static final CommandLine COMMAND_LINE =
      Callsheet.commandLine(
          new Console(
              InputStream.nullInputStream(),
              new StringWriter(),
              new StringWriter(),
              false,
              false,
              Map.of()));
  private static final Pattern CALL =
      Pattern.compile("(?m)(?:^\\s*(?:\\$ )?|- |sh '|`)(?:\\./)?callsheet ([a-z][^`'\\n]*)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  /** A line of documentation, and the page. */
  record Call(Path page, String line) {}

  static Stream<Call> calls() throws IOException {
    List<Call> calls = new ArrayList<>();
    try (Stream<Path> pages = Files.walk(Path.of("../docs"))) {
      Stream.concat(pages.filter(Files::isRegularFile), Stream.of(Path.of("../README.md")))
          .filter(page -> page.toString().matches(".*(\\.md|\\.yml|Jenkinsfile)"))
          .filter(page -> !page.toString().contains("decisions"))
          .sorted()
          .forEach(page -> calls.addAll(calls(page)));
    }
    return calls.stream();
  }

  private static List<Call> calls(Path page) {
    try {
      return CALL.matcher(Files.readString(page))
          .results()
          .map(call -> new Call(page, call.group(1)))
          .filter(call -> COMMAND_LINE.getSubcommands().containsKey(words(call.line()).get(0)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void theCommandTakesIt(Call call) {
    assertThat(COMMAND_LINE.parseArgs(words(call.line()).toArray(String[]::new))).isNotNull();
  }

  @Test
  void thereAreSuchLines() throws IOException {
    assertThat(calls()).hasSizeGreaterThan(60);
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
    return WORD.matcher(line.replaceFirst("\\s*( [|<>&;]|\\\\$| >|#).*", ""))
        .results()
        .map(
            word ->
                word.group(1) != null
                    ? word.group(1)
                    : word.group(2) != null ? word.group(2) : word.group(3))
        .toList();
  }
}
