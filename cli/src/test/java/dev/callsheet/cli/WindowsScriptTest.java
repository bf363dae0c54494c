package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What can be known of callsheet.cmd without Windows: that it says and takes what the script for
 * other systems does, and that its jumps lead somewhere.
 */
class WindowsScriptTest {
  private static final Pattern VARIABLE = Pattern.compile("CALLSHEET_[A-Z0-9]+");
  private static final Set<String> OF_WINDOWS = Set.of("RANDOM", "ERRORLEVEL", "LOCALAPPDATA");

  private final String cmd;
  private final String sh;

  WindowsScriptTest() throws IOException {
    cmd = Files.readString(Path.of("../callsheet.cmd"));
    sh = Files.readString(Path.of("../callsheet"));
  }

  @Test
  void takesTheSameVariables() {
    assertThat(all(VARIABLE, cmd)).isEqualTo(all(VARIABLE, sh));
  }

  @Test
  void runsJavaWithTheSameOptions() {
    String options = all(Pattern.compile("options=.(.*)."), sh).iterator().next();
    assertThat(cmd).contains("\"%java%\" " + options.replaceAll("options='|'$", "") + " -jar");
  }

  /** But for what stands beside it, and what only a build can say. */
  @Test
  void saysTheSameOfWhatIsWrong() {
    List<String> messages =
        Pattern.compile("echo callsheet: (.*) 1>&2")
            .matcher(cmd)
            .results()
            .map(message -> message.group(1).replaceAll("%\\w+%|%~f0", "").replaceAll(" +", " "))
            .toList();
    String said = sh.replaceAll("\\$\\{?\\w+}?", "").replaceAll(" +", " ");
    assertThat(messages)
        .hasSize(10)
        .filteredOn(message -> !message.startsWith("beside"))
        .allSatisfy(message -> assertThat(said).contains(message));
  }

  @Test
  void everyJumpLeadsToALabelAndNoLabelIsUnused() {
    Set<String> labels = all(Pattern.compile("(?m)^:(\\w+)"), cmd);
    Set<String> jumps = all(Pattern.compile("(?:goto |call :)(\\w+)"), cmd);
    assertThat(jumps).isEqualTo(labels);
  }

  /** Lines that fall through to a message would show it at every call. */
  @Test
  void noLabelOfAMessageIsReachedFromAbove() {
    List<String> lines = cmd.lines().filter(line -> !line.isBlank()).toList();
    for (int line = lines.indexOf(":checksum"); line < lines.size(); line++) {
      if (lines.get(line).startsWith(":")) {
        assertThat(lines.get(line - 1)).startsWith("exit /b ");
      }
    }
  }

  @Test
  void everyVariableIsSetOrGiven() {
    Set<String> used = all(Pattern.compile("%(\\w+)(?:: =)?%"), cmd);
    Set<String> set = all(Pattern.compile("set \"(\\w+)="), cmd);
    used.removeAll(set);
    used.removeAll(OF_WINDOWS);
    used.removeIf(name -> VARIABLE.matcher(name).matches() || name.equals("JAVA_HOME"));
    assertThat(used).isEmpty();
  }

  /** cmd.exe loses labels in a file whose lines end otherwise, and expands blocks too early. */
  @Test
  void hasTheFormThatWindowsReads() throws IOException {
    assertThat(cmd.replace("\r\n", "")).doesNotContain("\n", "\r").matches("\\p{ASCII}+");
    assertThat(Files.readString(Path.of("../.gitattributes")))
        .contains("callsheet.cmd text eol=crlf");
    assertThat(cmd.lines().filter(line -> !line.startsWith("rem ") && !line.startsWith("echo ")))
        .noneMatch(line -> line.endsWith("("));
  }

  private static Set<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.groupCount() == 0 ? found.group() : found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
