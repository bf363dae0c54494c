package dev.callsheet.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The completion scripts in the shells that they are for, and the manual pages in a formatter. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ShellsIT {
  private static final Path JAR = Path.of(System.getProperty("callsheet.jar"));

  @TempDir private Path directory;

  @Test
  void bashCompletesWhatIsTyped() throws Exception {
    String typed =
        """
        source <(callsheet completion bash)
        completed() {
          COMP_LINE=$1 COMP_POINT=${#1}
          _callsheet
          echo "$1 -> ${COMPREPLY[*]}"
        }
        completed "callsheet li"
        completed "callsheet lint --fo"
        completed "callsheet lint --format=j"
        completed "callsheet lint --fail-on w"
        completed "callsheet describe klingai:kling-video@o3-"
        completed "callsheet describe klingai:kling-video@o3-pro --spec=x --verbose dura"
        completed "callsheet lint requ"
        """;
    assertThat(run("bash", "-c", typed))
        .containsExactly(
            "callsheet li -> lint",
            "callsheet lint --fo -> --format=",
            "callsheet lint --format=j -> json junit",
            "callsheet lint --fail-on w -> warning",
            // Bash has broken the word at its colon and at its @.
            "callsheet describe klingai:kling-video@o3- -> o3-pro",
            // The directory does not exist, so there are no models.
            "callsheet describe klingai:kling-video@o3-pro --spec=x --verbose dura -> ",
            // Left to Bash, which completes files.
            "callsheet lint requ -> ");
  }

  @Test
  void bashRunsNothingThatASpecSays() throws Exception {
    Files.createDirectories(directory.resolve("specs"));
    Files.writeString(
        directory.resolve("specs/still.yaml"),
        """
        callsheet: 1
        model: {id: 'acme:$(touch${IFS}broken)@1', name: Still, status: live}
        parameters: {}
        response: {properties: {}}
        """);
    String typed =
        """
        cd "$HOME"
        source <(callsheet completion bash)
        COMP_LINE="callsheet describe --spec specs acme:" COMP_POINT=${#COMP_LINE}
        COMP_POINT=${#COMP_LINE}
        _callsheet
        echo "${COMPREPLY[*]}"
        """;
    List<String> printed = run("bash", "-c", typed);
    assertThat(directory.resolve("broken")).doesNotExist();
    assertThat(printed).containsExactly("\\$\\(touch\\$\\{IFS\\}broken\\)@1");
  }

  @Test
  void zshCompletesWhatIsTyped() throws Exception {
    Path terminal =
        Files.writeString(
            directory.resolve("terminal.zsh"),
            """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell 'PS1=; autoload -U compinit; compinit -u -D; source <(callsheet completion zsh)'
            zpty -w shell 'show() { print -r -- "<<$BUFFER>>"; BUFFER= }; zle -N show; bindkey "^X" show; print READY'
            zpty -r shell output '*READY*READY*'
            for line in "callsheet mode" "callsheet lint --expl" "callsheet lint --fail-on=w" \\
                "callsheet describe klingai:kling-video@o3" \\
                "callsheet describe klingai:kling-video@o3-pro dura"; do
              zpty -n -w shell "$line"$'\\t\\x18'
              zpty -r shell output '*<<*>>*'
              print -r -- "${${output#*<<}%%>>*}"
            done
            zpty -d shell
            """);
    assertThat(run("zsh", "-f", terminal.toString()))
        .containsExactly(
            "callsheet models ",
            "callsheet lint --explain=",
            "callsheet lint --fail-on=warning ",
            "callsheet describe klingai:kling-video@o3-pro ",
            "callsheet describe klingai:kling-video@o3-pro duration ");
  }

  @Test
  void fishCompletesWhatIsTyped() throws Exception {
    String typed =
        """
        callsheet completion fish | source
        for line in "callsheet mod" "callsheet lint --expl" "callsheet lint --fail-on w" \\
            "callsheet describe klingai:kling-video@o3" \\
            "callsheet describe klingai:kling-video@o3-pro dura"
          complete -C $line
        end
        """;
    assertThat(run("fish", "--no-config", "-c", typed))
        .extracting(line -> line.replaceFirst("\\t.*", ""))
        .containsExactly(
            "models", "--explain", "warning", "klingai:kling-video@o3-pro", "duration");
  }

  @Test
  void aFormatterFindsNothingWrongWithTheManualPages() throws Exception {
    assumeThat(isOnPath("mandoc", System.getenv("PATH"))).as("mandoc on the PATH").isTrue();
    String lint =
        """
        cd "$HOME"
        callsheet man --out man
        test -f man/callsheet-lint.1 || echo 'no page'
        mandoc -T lint -W warning man/*.1 | grep -v 'missing date' || true
        """;
    assertThat(run("sh", "-c", lint)).isEmpty();
  }

  /** Runs a program that finds the command on its path, and returns the lines it prints. */
  private List<String> run(String... command) throws Exception {
    Path bin = Files.createDirectories(directory.resolve("bin"));
    Path callsheet = bin.resolve("callsheet");
    Files.writeString(
        callsheet,
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -jar '%s' \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"), JAR.toAbsolutePath()));
    assertThat(callsheet.toFile().setExecutable(true)).isTrue();
    String path = bin + File.pathSeparator + System.getenv("PATH");
    assumeThat(isOnPath(command[0], path)).as(command[0] + " on the PATH").isTrue();
    Path output = directory.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("PATH", path);
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("TERM", "dumb");
    assertThat(builder.start().waitFor()).as(Arrays.toString(command)).isZero();
    return Files.readString(output, StandardCharsets.UTF_8).lines().toList();
  }

  private static boolean isOnPath(String program, String path) {
    return Arrays.stream(path.split(File.pathSeparator))
        .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
  }
}
