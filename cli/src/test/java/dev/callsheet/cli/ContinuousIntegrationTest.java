package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What continuous integration is given about the command is true of it. */
class ContinuousIntegrationTest {
  @Test
  void theProblemMatcherReadsTheTextReport() throws IOException {
    JsonNode pattern =
        JsonMapper.shared()
            .readTree(Files.readString(Path.of("../docs/ci/problem-matcher.json")))
            .at("/problemMatcher/0/pattern/0");
    Pattern regex = Pattern.compile(pattern.path("regexp").asString());
    String file = RequestFixtures.invalid("video-sets-duration");
    Matcher matcher =
        regex.matcher(CommandResult.run("lint", file).out().lines().findFirst().orElse(""));
    assertThat(matcher.matches()).isTrue();
    assertThat(matcher.group(pattern.path("file").asInt())).isEqualTo(file);
    assertThat(matcher.group(pattern.path("line").asInt())).isEqualTo("9");
    assertThat(matcher.group(pattern.path("column").asInt())).isEqualTo("3");
    assertThat(matcher.group(pattern.path("severity").asInt())).isEqualTo("error");
    assertThat(matcher.group(pattern.path("message").asInt())).startsWith("An edit is as long");
    assertThat(matcher.group(pattern.path("code").asInt())).isEqualTo("video-sets-duration");
  }

  @Test
  void theActionCallsTheCommandByOptionsItHas() throws IOException {
    String action = Files.readString(Path.of("../action.yml"));
    String hooks = Files.readString(Path.of("../.pre-commit-hooks.yaml"));
    Map<String, CommandLine> commands = DocumentedCommandLinesTest.COMMAND_LINE.getSubcommands();
    CommandLine lint = Objects.requireNonNull(commands.get("lint"));
    Matcher options =
        Pattern.compile("(?<![\\w-])--[a-z][a-z-]*")
            .matcher(action.substring(action.indexOf("callsheet\" lint")) + hooks);
    assertThat(options.results().map(found -> found.group()).toList())
        .hasSizeGreaterThan(4)
        .isSubsetOf(lint.getCommandSpec().optionsMap().keySet());
  }

  @Test
  void actionsOfOthersArePinnedByTheirCommit() throws IOException {
    Pattern uses = Pattern.compile("^[- ]*uses: *(.*)$", Pattern.MULTILINE);
    List<String> used = new ArrayList<>();
    for (String directory : List.of("../.github/workflows", "../docs", "../action.yml")) {
      try (Stream<Path> files = Files.walk(Path.of(directory))) {
        for (Path file :
            files.filter(each -> each.toString().matches(".*\\.(ya?ml|md)")).toList()) {
          uses.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
        }
      }
    }
    assertThat(used)
        .hasSizeGreaterThan(8)
        .allMatch(
            action ->
                action.equals("callsheet/callsheet@COMMIT")
                    || action.matches("[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
  }
}
