package dev.callsheet.linter.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.LintRunner;
import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.testing.DistinctUuids;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  private static final String TASK =
      """
      {"taskType": "videoInference", "model": "klingai:kling-video@o3-pro",
       "taskUUID": "7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73", "positivePrompt": "At night",
       "width": 1920, "height": 1080, %s}
      """;
  private static final String TOO_LONG = TASK.formatted("\"duration\": 20");
  private static final String TOO_SOON = TASK.formatted("\"ttl\": 5");

  @TempDir private Path scratch;

  @Test
  void isWrittenSortedWithOneFindingPerLine() throws Exception {
    write("b.json", "[" + TOO_LONG + "," + TOO_SOON + "," + TOO_LONG + "]");
    write("requests/a.json", TOO_SOON);
    assertThat(update("b.json", "requests/a.json"))
        .isEqualTo(
            """
            # Findings that are known and not reported. Written by `callsheet lint --baseline FILE --update-baseline`;
            # lines may be taken out by hand.
            callsheet-baseline: 1
            findings:
              - {file: "b.json", rule: out-of-range, pointer: "/*/duration", count: 2, message: "`duration` is 20; it must be at most 15 s"}
              - {file: "b.json", rule: out-of-range, pointer: "/*/ttl", message: "`ttl` is 5; it must be at least 60 s"}
              - {file: "requests/a.json", rule: out-of-range, pointer: "/ttl", message: "`ttl` is 5; it must be at least 60 s"}
            """);
  }

  @Test
  void isUnchangedWhenRewritten() throws Exception {
    write("b.json", "[" + TOO_LONG + "," + TOO_SOON + "]");
    String once = update("b.json");
    assertThat(update("b.json")).isEqualTo(once);
  }

  @Test
  void keepsNamesThatHoldAnythingWithoutHoldingIt() throws Exception {
    String name = "a\u001b[2J\n\u202e\u0085\udb40\udc41\\u0041##[error]\u96ea.json";
    write(name, TASK.formatted("\"\u009b\": 20"));
    assertThat(update(name))
        .contains("a\\u001B[2J\\n\\u202e\\u0085\\udb40\\udc41\\\\u0041#\\u0023[error]\u96ea.json");
    assertThat(lint(name)).isEmpty();
  }

  @Test
  void matchesFindingsAfterLinesAndTasksMove() throws Exception {
    write("a.json", "[" + TOO_LONG + "," + TOO_SOON + "]");
    update("a.json");
    write(
        "a.json",
        "[\n\n" + TASK.formatted("\"duration\": 5") + "," + TOO_SOON + "," + TOO_LONG + "]");
    assertThat(lint("a.json")).isEmpty();
  }

  @Test
  void reportsNewAndMoreFrequentFindings() throws Exception {
    write("a.json", "[" + TOO_LONG + "]");
    update("a.json");
    write("a.json", "[" + TOO_LONG + "," + TOO_LONG + "," + TOO_SOON + "]");
    assertThat(lint("a.json"))
        .containsExactly(
            "a.json:6:45: `duration` is 20; it must be at most 15 s [out-of-range]",
            "a.json:9:40: `ttl` is 5; it must be at least 60 s [out-of-range]");
  }

  @Test
  void reportsStaleEntriesOfCheckedAndDeletedFiles() throws Exception {
    write("a.json", "[" + TOO_LONG + "," + TOO_LONG + "]");
    write("b.json", TOO_SOON);
    write("gone.json", TOO_SOON);
    update("a.json", "b.json", "gone.json");
    write("a.json", TOO_SOON.replace("5}", "60}"));
    Files.delete(scratch.resolve("gone.json"));
    assertThat(lint("a.json"))
        .containsExactly(
            "baseline.yaml:5:5: `out-of-range` is not found any more in a.json;"
                + " `--update-baseline` forgets it [stale-baseline]",
            "baseline.yaml:7:5: `out-of-range` is not found any more in gone.json;"
                + " `--update-baseline` forgets it [stale-baseline]");
  }

  @Test
  void updateKeepsUncheckedFilesAndDropsDeletedOnes() throws Exception {
    write("a.json", TOO_LONG);
    write("b.json", TOO_SOON);
    write("gone.json", TOO_SOON);
    update("a.json", "b.json", "gone.json");
    write("a.json", TASK.formatted("\"ttl\": 70"));
    Files.delete(scratch.resolve("gone.json"));
    assertThat(update("a.json")).contains("b.json").doesNotContain("a.json").doesNotContain("gone");
  }

  @Test
  void neverContainsMalformedFilesOrSecrets() throws Exception {
    write("a.json", TASK.formatted("\"apiKey\": \"0123456789abcdefABCDEF0123456789\""));
    write("b.json", "{");
    assertThat(update("a.json", "b.json")).endsWith("findings: []\n");
    assertThat(lint("a.json", "b.json")).hasSize(2);
  }

  @Test
  void reportsProblemsWithLocations() throws IOException {
    write(
        "baseline.yaml",
        """
        callsheet-baseline: 1
        findings:
          - {file: "a.json", rule: out-of-range, pointre: "", message: "m"}
          - {file: "a.json", rule: out-of-range, message: ""}
          - {file: "a.json", rule: size, message: "m", count: none}
          - {file: "a.json", rule: size, message: "m"}
        """);
    Path file = scratch.resolve("baseline.yaml");
    assertThatThrownBy(() -> Baseline.read(file))
        .isInstanceOf(FilterFileException.class)
        .hasMessage(
            """
            F:3:42: `pointre` is no key here; did you mean `pointer`?
                  - {file: "a.json", rule: out-of-range, pointre: "", message: "m"}
                                                         ^
            F:4:42: `message` must be the message of a finding
                  - {file: "a.json", rule: out-of-range, message: ""}
                                                         ^
            F:5:48: `count` must be a number of findings, from 1
                  - {file: "a.json", rule: size, message: "m", count: none}
                                                               ^
            F:6:5: this finding is there already, in line 5
                  - {file: "a.json", rule: size, message: "m"}
                    ^"""
                .replace("F:", file + ":"));
  }

  private void write(String name, String text) throws IOException {
    Path file = scratch.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, DistinctUuids.in(text));
  }

  /** Writes the baseline anew, and returns its text. */
  private String update(String... names) throws Exception {
    Path file = scratch.resolve("baseline.yaml");
    Baseline before = Files.exists(file) ? Baseline.read(file) : Baseline.empty(file);
    BaselineUpdater update = new BaselineUpdater(before, file, new CollectingSink());
    run(update, names);
    Files.writeString(file, update.text());
    return update.text();
  }

  private List<String> lint(String... names) throws Exception {
    Path file = scratch.resolve("baseline.yaml");
    CollectingSink collected = new CollectingSink();
    BaselineFilter known = new BaselineFilter(Baseline.read(file), file, collected);
    run(known, names);
    known.reportStaleEntries(collected);
    return collected.lines().stream().map(line -> line.replace(scratch + "/", "")).toList();
  }

  private void run(LintSink sink, String... names) {
    List<LintInput.OfFile> inputs =
        List.of(names).stream().map(name -> new LintInput.OfFile(scratch.resolve(name))).toList();
    new LintRunner(new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED), 1)
        .run(inputs, sink);
  }
}
