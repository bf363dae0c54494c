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
import java.util.stream.IntStream;
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

  /** But for what lies beside it, what only a build can say, and programs that Windows has. */
  @Test
  void saysTheSameOfWhatIsWrong() {
    Set<String> here = messages("echo callsheet: (.*) 1>&2", cmd);
    Set<String> there = messages("(?:fail|echo) \"(?:callsheet: )?([^\"]*)\"(?: >&2)?", sh);
    assertThat(here)
        .hasSize(10)
        .filteredOn(message -> !message.startsWith("beside"))
        .isSubsetOf(there);
    there.removeAll(here);
    assertThat(there)
        .allMatch(
            message ->
                message.matches(
                    "(?s)|beside.*|.*(mvn|build).*|\\[INFO].*|needs (sha256sum|curl).*"
                        + "|Java reads no jar.*"));
  }

  /** What a script says, without the variables in it. */
  private static Set<String> messages(String pattern, String script) {
    return Pattern.compile(pattern)
        .matcher(script)
        .results()
        .map(
            message ->
                message.group(1).replaceAll("\"?(%\\w+%|%~f0|\\$\\{?[\\w#%*]+.*?}|\\$\\w+)\"?", ""))
        .map(message -> message.replaceAll(" +", " ").strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A path may have an ampersand, behind which another command would begin. */
  @Test
  void whatIsShownOfAPathIsQuoted() {
    List<String> shown =
        cmd.lines()
            .filter(line -> line.startsWith("echo "))
            .map(line -> line.substring(5))
            .toList();
    assertThat(shown)
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line.replaceAll("\"[^\"]*\"", "").replace("%found%", ""))
                    .doesNotContain("%"));
  }

  @Test
  void programsOfTheCurrentDirectoryAreNotRun() {
    List<String> lines = cmd.lines().filter(line -> !line.startsWith("rem ")).toList();
    assertThat(lines.indexOf("set \"NoDefaultCurrentDirectoryInExePath=1\"")).isEqualTo(2);
    assertThat(cmd).doesNotContain("exist \"%java%\"").contains("%%~$PATH:p");
  }

  /** What a release is called, and what pins it, becomes a part of paths and of an address. */
  @Test
  void takesTheSameVersionsAndChecksums() {
    assertThat(charactersOf("version")).isEqualTo(charactersInShell("version"));
    Set<Character> hexadecimal = charactersInShell("sha256");
    hexadecimal.addAll(Set.of('A', 'B', 'C', 'D', 'E', 'F')); // compared without their case
    assertThat(charactersOf("sha256")).isEqualTo(hexadecimal);
    assertThat(cmd).contains("%sha256:~63,1%\"==\"\"", "not \"%sha256:~64%\"==\"\"");
  }

  private Set<Character> charactersOf(String variable) {
    String delimiters =
        all(Pattern.compile("delims=(\\S+)\" %%c in \\(\"%" + variable + "%\""), cmd)
            .iterator()
            .next();
    return delimiters
        .chars()
        .mapToObj(c -> (char) c)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<Character> charactersInShell(String variable) {
    String set =
        all(Pattern.compile("case \\$" + variable + " in\\s+(\\*\\[![^]]*])"), sh)
            .iterator()
            .next();
    Pattern allowed = Pattern.compile("[" + set.substring(3));
    return IntStream.range(0x21, 0x7f)
        .mapToObj(c -> (char) c)
        .filter(c -> allowed.matcher(c.toString()).matches())
        .collect(Collectors.toCollection(TreeSet::new));
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
        .contains("callsheet.cmd text eol=crlf", "/callsheet text eol=lf", "/mvnw text eol=lf");
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
