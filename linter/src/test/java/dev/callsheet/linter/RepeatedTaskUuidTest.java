package dev.callsheet.linter;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.stream.WorkerPool;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A task is told that has the UUID of an earlier one, wherever in the file the two are. */
class RepeatedTaskUuidTest {
  private static final Linter LINTER =
      new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);
  private static final UUID FIRST = uuid(1);
  private static final UUID SECOND = uuid(2);

  @Test
  void aList_isToldOfTheSecondUse_withThePlaceOfTheFirst() {
    String text = "[" + task(FIRST) + ",\n " + task(SECOND) + ",\n " + task(FIRST) + "]";
    Finding finding = only("a.json", text);
    assertThat(finding.rule()).isEqualTo("duplicate-task-uuid");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.model()).isEqualTo("klingai:kling-video@o3-pro");
    assertThat(finding.pointer()).isEqualTo("/2/taskUUID");
    assertThat(finding.location()).hasToString("a.json:3:42");
    assertThat(finding.message()).contains(FIRST.toString()).contains("its own");
    Finding.Related first = finding.related().get(0);
    assertThat(first.pointer()).isEqualTo("/0/taskUUID");
    assertThat(first.location()).hasToString("a.json:1:42");
    String shown = first.excerpt().text();
    assertThat(shown.substring(first.excerpt().caret())).startsWith("\"" + FIRST + "\"");
    assertThat(finding.fixSuggestions().repairs())
        .extracting(repair -> repair.description())
        .containsExactly("set `taskUUID` to a UUID of its own");
    assertThat(finding.fixSuggestions().unambiguousRepair()).isNull();
  }

  @Test
  void lines_areComparedWithEachOther_andWithListsInLines() {
    String text =
        task(FIRST) + "\r\n\n[" + task(SECOND) + ", " + task(FIRST) + "]\n" + task(SECOND) + "\n";
    List<Finding> findings = lint("a.jsonl", text);
    assertThat(findings)
        .extracting(finding -> finding.location().line() + finding.pointer())
        .containsExactly("3/1/taskUUID", "4/taskUUID");
    assertThat(findings)
        .extracting(finding -> finding.related().get(0).location().toString())
        .containsExactly("a.jsonl:1:41", "a.jsonl:3:42");
    assertThat(LINTER.lint("a.jsonl", text.getBytes(UTF_8)).requests()).isEqualTo(4);
  }

  @Test
  void wrongTasks_countAsWell_andAreToldOnlyWhatIsWrongWithThem() {
    String wrong = task(FIRST).replace("1080", "1081");
    assertThat(rules("a.json", "[" + wrong + "," + task(FIRST) + "," + wrong + "]"))
        .containsExactly(
            rules("a.json", wrong).get(0),
            "duplicate-task-uuid",
            "duplicate-task-uuid",
            rules("a.json", wrong).get(0));
    assertThat(rules("a.jsonl", "{broken " + task(FIRST) + "\n" + task(FIRST)))
        .containsExactly("malformed-json");
  }

  @Test
  void tasksThatNameAnEarlierOne_mayRepeatItsUuid() {
    String poll = "{\"taskType\":\"getResponse\",\"taskUUID\":\"" + FIRST + "\"}";
    String details = poll.replace("getResponse", "getTaskDetails");
    assertThat(lint("a.jsonl", String.join("\n", task(FIRST), poll, poll, details))).isEmpty();
    assertThat(lint("a.json", "[" + String.join(",", poll, poll, task(FIRST)) + "]")).isEmpty();
  }

  @Test
  void onlyTheTasksOwnUuidCounts() {
    String mentions =
        task(SECOND).replace("a whale", "a whale \\\"taskUUID\\\":\\\"" + FIRST + "\\\"");
    assertThat(lint("a.jsonl", task(FIRST) + "\n" + mentions)).isEmpty();
  }

  @Test
  void aUuidIsTheSame_inCapitals_andEscaped() {
    String capitals =
        task(FIRST).replace(FIRST.toString(), FIRST.toString().toUpperCase(java.util.Locale.ROOT));
    String escaped = task(FIRST).replace("\"taskUUID\"", "\"task\\u0055UID\"");
    String digits = task(FIRST).replace(":\"0000", ":\"\\u0030000");
    assertThat(rules("a.jsonl", String.join("\n", task(FIRST), capitals, escaped, digits)))
        .containsExactly("duplicate-task-uuid", "duplicate-task-uuid", "duplicate-task-uuid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.jsonl"})
  void otherEncodings_haveTheSamePlaces(String name) {
    String text =
        name.equals("a.json")
            ? "[" + task(FIRST) + ",\n" + task(FIRST) + "]"
            : task(FIRST) + "\n" + task(FIRST);
    assertThat(LINTER.lint(name, text.getBytes(UTF_16)))
        .isEqualTo(LINTER.lint(name, text.getBytes(UTF_8)));
    assertThat(LINTER.lint(name, ("\uFEFF" + text).getBytes(UTF_8)))
        .isEqualTo(LINTER.lint(name, text.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.jsonl"})
  void aLargeFile_isComparedToItsEnd_whateverPartsItIsReadIn(String name, @TempDir Path directory)
      throws IOException {
    List<String> tasks = new ArrayList<>();
    for (int i = 0; i < 12_000; i++) {
      tasks.add(task(uuid(i)));
    }
    tasks.set(11_998, task(uuid(7)));
    tasks.set(11_999, task(uuid(11_990)).replace("1080", "1081"));
    String text =
        name.equals("a.json")
            ? "[" + String.join(",\n ", tasks) + "]"
            : String.join("\n", tasks) + "\n";
    byte[] content = text.getBytes(UTF_8);
    assertThat(content.length).isGreaterThan(1 << 21); // some chunks
    Path file = Files.write(directory.resolve(name), content);
    List<Finding> found = new ArrayList<>();
    long requests = LINTER.lint(name, file, found::add);
    assertThat(requests).isEqualTo(12_000);
    assertThat(found)
        .filteredOn(finding -> finding.rule().equals("duplicate-task-uuid"))
        .extracting(
            finding ->
                finding.location().line() + " as " + finding.related().get(0).location().line())
        .containsExactly("11999 as 8", "12000 as 11991");
    assertThat(found).isEqualTo(LINTER.lint(name, content).findings());
    List<Finding> streamed = new ArrayList<>();
    try (WorkerPool workers = new WorkerPool(2)) {
      LINTER.lint(name, new ByteArrayInputStream(content), workers, streamed::add);
    }
    assertThat(streamed).isEqualTo(found);
  }

  private static Finding only(String name, String text) {
    List<Finding> findings = lint(name, text);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static List<Finding> lint(String name, String text) {
    return LINTER.lint(name, text.getBytes(UTF_8)).findings();
  }

  private static List<String> rules(String name, String text) {
    return lint(name, text).stream().map(Finding::rule).toList();
  }

  private static UUID uuid(int number) {
    return new UUID(0x4000L | (long) number << 32, 0x8000_0000_0000_0000L);
  }

  private static String task(UUID uuid) {
    return "{\"taskType\":\"videoInference\",\"taskUUID\":\""
        + uuid
        + "\",\"model\":\"klingai:kling-video@o3-pro\",\"positivePrompt\":\"鯨 🐋 and a whale\","
        + "\"width\":1920,\"height\":1080}";
  }
}
