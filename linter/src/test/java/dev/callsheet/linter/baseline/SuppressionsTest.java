package dev.callsheet.linter.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.LintRunner;
import dev.callsheet.linter.Linter;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final String TASK =
      """
      {"taskType": "videoInference", "model": "klingai:kling-video@o3-pro",
       "taskUUID": "7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73", "positivePrompt": "At night",
       "width": 1920, "height": 1080, "ttl": 5, "duration": 20}
      """;

  @TempDir private Path scratch;

  @BeforeEach
  void writeRequests() throws IOException {
    Files.createDirectories(scratch.resolve("legacy"));
    Files.writeString(scratch.resolve("legacy/a.json"), TASK);
    Files.writeString(scratch.resolve("b.json"), "[" + TASK + "]");
  }

  @Test
  void suppressFindingsByRuleFileAndPointer() throws Exception {
    assertThat(
            lint(
                """
                callsheet-suppressions: 1
                suppressions:
                  - rule: out-of-range
                    files: legacy/**
                    reason: Recorded before the limits were known.
                  - {rule: out-of-range, pointer: "/*/ttl", reason: The proxy sets it., until: 2026-11-25}
                """))
        .containsExactly("b.json:3:55: `duration` is 20; it must be at most 15 s [out-of-range]");
  }

  @Test
  void areReportedWhenUnusedOrExpired() throws Exception {
    assertThat(
            lint(
                """
                callsheet-suppressions: 1
                suppressions:
                  - {rule: out-of-range, reason: Known.}
                  - {rule: size, files: ["legacy/**", "b.json"], reason: A reason.}
                  - {rule: wrong-type, files: elsewhere/**, reason: Not linted this time.}
                  - {rule: out-of-range, reason: Known., until: 2026-11-24}
                  - {rule: out-of-range, pointer: /durations, files: b.json, reason: Misspelt.}
                  - {rule: size, pointer: /width, reason: A reason.}
                """))
        .containsExactly(
            "s.yaml:4:6: nothing breaks `size` here any more, so take this out"
                + " [unused-suppression]",
            "s.yaml:6:6: this suppression of `out-of-range` ended on 2026-11-24"
                + " [unused-suppression]",
            "s.yaml:7:6: nothing at the pointer '/durations' breaks `out-of-range`, but"
                + " '/0/ttl' in b.json does: correct the pointer, or take this out"
                + " [unused-suppression]",
            "s.yaml:8:6: nothing at the pointer '/width' breaks `size` any more, so take this out"
                + " [unused-suppression]");
  }

  @Test
  void reportProblemsWithLocations() {
    assertThatThrownBy(
            () ->
                lint(
                    """
                    callsheet-suppressions: 1
                    suppressions:
                      - {rule: out-of-rnge, reason: Known.}
                      - {rule: size}
                      - {rule: size, reason: " "}
                      - {rule: malformed-json, reason: It is generated.}
                      - {rule: size, reason: Known., untill: 2026-01-01}
                      - {rule: size, reason: Known., until: soon, files: [7]}
                      - size
                    """))
        .isInstanceOf(FilterFileException.class)
        .hasMessage(
            """
            F:3:12: `out-of-rnge` is no rule of any model; did you mean `out-of-range`?
                  - {rule: out-of-rnge, reason: Known.}
                           ^
            F:4:5: `reason` is missing; it must be a sentence on why the finding is right as it is
                  - {rule: size}
                    ^
            F:5:18: `reason` must be a sentence on why the finding is right as it is
                  - {rule: size, reason: " "}
                                 ^
            F:6:12: `malformed-json` cannot be suppressed; fix the request instead
                  - {rule: malformed-json, reason: It is generated.}
                           ^
            F:7:34: `untill` is no key here; did you mean `until`?
                  - {rule: size, reason: Known., untill: 2026-01-01}
                                                 ^
            F:8:41: `until` must be a day such as 2027-01-31
                  - {rule: size, reason: Known., until: soon, files: [7]}
                                                        ^
            F:8:55: `files` must be a pattern such as `legacy/**/*.json`
                  - {rule: size, reason: Known., until: soon, files: [7]}
                                                                      ^
            F:9:5: this must be a mapping
                  - size
                    ^"""
                .replace("F:", scratch.resolve("s.yaml") + ":"));
  }

  private List<String> lint(String text) throws Exception {
    Path file = scratch.resolve("s.yaml");
    Files.writeString(file, text);
    ModelCatalogue catalogue = ModelCatalogue.bundled();
    CollectingSink collected = new CollectingSink();
    SuppressionFilter sink =
        new SuppressionFilter(Suppressions.read(file, catalogue), file, TODAY, collected);
    List<LintInput.OfFile> inputs =
        List.of("legacy/a.json", "b.json").stream()
            .map(name -> new LintInput.OfFile(scratch.resolve(name)))
            .toList();
    new LintRunner(new Linter(catalogue, RuleInterpretation.ENFORCED), 1).run(inputs, sink);
    sink.reportStaleEntries(collected);
    return collected.lines().stream().map(line -> line.replace(scratch + "/", "")).toList();
  }
}
