package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What shells and manual pages say is what the help says. */
class CompletionCommandTest {
  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+) {2,}\\S");
  private static final Pattern OPTION = Pattern.compile("(?m)^ {2,6}(?:-\\w, )?(--[a-z-]+)");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void scriptsKnowEveryCommandAndOption(String shell) {
    String script = CommandResult.run("completion", shell).out();
    for (String command : commands()) {
      int start = script.indexOf("\n    " + command + ")\n");
      assertThat(start).as(command).isPositive();
      String part = script.substring(start, (script + "\n    )").indexOf(";;\n", start));
      assertThat(options(command)).allSatisfy(option -> assertThat(part).contains(option));
    }
  }

  @Test
  void fishKnowsEveryCommandAndOption() {
    String script = CommandResult.run("completion", "fish").out();
    for (String command : commands()) {
      assertThat(script).contains("-n __fish_use_subcommand -a " + command + " -d ");
      assertThat(options(command))
          .allSatisfy(
              option ->
                  assertThat(script.lines())
                      .anyMatch(
                          line ->
                              line.contains("__fish_seen_subcommand_from " + command + "'")
                                  && line.contains(" -l " + option.substring(2) + " ")));
    }
  }

  @Test
  void manualPagesSayWhatTheHelpSays() throws Exception {
    assertThat(CommandResult.run("man", "--out", directory.toString()).status())
        .isEqualTo(ExitStatus.DONE);
    for (String command : commands()) {
      String page =
          Files.readString(directory.resolve("callsheet-" + command + ".1")).replace("\\-", "-");
      assertThat(options(command)).allSatisfy(option -> assertThat(page).contains(option));
      String help = CommandResult.run(command, "--help").out();
      assertThat(words(page)).as(command).contains(words(help.substring(help.indexOf("\nExit"))));
      assertThat(CommandResult.run("man", command).out().replace("\\-", "-")).isEqualTo(page);
    }
    assertThat(Files.readString(directory.resolve("callsheet.1")))
        .contains("callsheet\\-lint")
        .doesNotContain("%n");
  }

  @Test
  void candidatesAreWhatTheCursorStandsOn() {
    assertThat(complete("describe", "")).contains("klingai:kling-video@o3-pro");
    assertThat(complete("describe", "klingai:kling-video@o3-pro", "d"))
        .contains("duration", "providerSettings.klingai.multiPrompt[].prompt");
    assertThat(complete("lint", "--model=klingai:kling-video@o3-pro", "--explain", ""))
        .contains("segments-fill-duration", "missing-parameter")
        .doesNotContain("edit-keeps-duration");
    assertThat(complete("lint", "--explain=")).contains("edit-keeps-duration");
    assertThat(complete("sandbox", "--platform", "f")).contains("fal", "runware");
    assertThat(complete("lint", "--fail-on", "")).containsExactly("error", "warning", "note");
    assertThat(complete("describe", "klingai:kling-video@o3-pro", "duration", "")).isEmpty();
    assertThat(complete("run", "--timeout", "")).isEmpty();
    assertThat(complete("nothing", "")).isEmpty();
    assertThat(complete("describe")).isEmpty();
    assertThat(complete()).isEmpty();
  }

  @Test
  void ownModelsAreCandidatesAndBrokenSpecsAreNone() throws Exception {
    Path spec = directory.resolve("still.yaml");
    Files.writeString(
        spec,
        """
        callsheet: 1
        model: {id: "acme:still@1", name: Still, status: live}
        parameters: {}
        response: {properties: {}}
        """);
    assertThat(complete("describe", "--spec", directory.toString(), "")).contains("acme:still@1");
    assertThat(complete("describe", "--spec=" + directory, "")).contains("acme:still@1");
    Files.writeString(spec, "callsheet: [");
    assertThat(complete("lint", "--spec=" + directory, "--explain", "")).isEmpty();
    Files.writeString(spec, "callsheet: 1\nmodel: {id: \"acme:still@1\"}\nparameters: 7\n");
    assertThat(complete("lint", "--spec=" + directory, "--explain", "")).isEmpty();
  }

  private static List<String> complete(String... words) {
    String[] arguments =
        Stream.concat(Stream.of("complete", "--"), Stream.of(words)).toArray(String[]::new);
    CommandResult result = CommandResult.run(arguments);
    assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.DONE);
    return result.out().lines().toList();
  }

  private static List<String> commands() {
    List<String> commands =
        COMMAND
            .matcher(CommandResult.run("help").out())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(commands).contains("lint", "help").doesNotContain("complete");
    return commands.stream().filter(command -> !command.equals("help")).toList();
  }

  private static List<String> options(String command) {
    List<String> options =
        OPTION
            .matcher(CommandResult.run("help", command).out())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(options).contains("--help");
    return options;
  }

  private static String words(String text) {
    return text.replaceAll("Exit status:?", " ").replaceAll("\\s+", " ").strip();
  }
}
