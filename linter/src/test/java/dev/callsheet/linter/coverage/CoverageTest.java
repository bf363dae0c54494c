package dev.callsheet.linter.coverage;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.LintRunner;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.report.LintReport;
import dev.callsheet.linter.report.ReportingSink;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the requests in {@code coverage/requests.json} exercise, as {@code coverage/expected.txt}
 * and {@code coverage/expected.report} say. With {@code -Dgolden.write=true} these are written
 * anew, to be read over before they are committed.
 */
class CoverageTest {
  private static final Path FILES = Path.of("src", "test", "resources", "coverage");
  private static final Path REQUESTS = FILES.resolve("requests.json");
  private static final Linter LINTER =
      new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);

  @Test
  void reportsMatchGoldenFiles() throws IOException {
    Coverage coverage = coverage();
    StringWriter text = new StringWriter();
    CoverageTextReport.write(coverage, text);
    compare(text, FILES.resolve("expected.txt"));
    StringWriter json = new StringWriter();
    CoverageJsonReport.write(coverage, json);
    compare(json, FILES.resolve("expected.report"));
  }

  @Test
  void aRuleIsExercisedWhereItsConditionHolds() throws IOException {
    assertThat(coverage().models().iterator().next().counts(ModelCoverage.Kind.RULE))
        .containsEntry("video-sets-duration", 1L)
        .containsEntry("resolution-needs-video", 0L)
        .containsEntry("size", 1L)
        .containsEntry("prompt-names-elements", 0L);
  }

  @Test
  void requestsWithErrorsDoNotCount() throws IOException {
    assertThat(coverage().skippedRequests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.ndjson"})
  void inputsOfAnySizeAndKind_countTheSame(String name, @TempDir Path directory)
      throws IOException {
    int copies = 300;
    String separator = name.endsWith(".ndjson") ? "\n" : ",";
    List<String> tasks = new ArrayList<>();
    for (JsonNode task : JsonMapper.shared().readTree(REQUESTS.toFile())) {
      tasks.add(task.toString());
    }
    String once = String.join(separator, tasks);
    String text = String.join(separator, Collections.nCopies(copies, once));
    byte[] content = (separator.equals(",") ? "[" + text + "]" : text).getBytes(UTF_8);
    Path file = Files.write(directory.resolve(name), content);
    Path utf16 = directory.resolve("utf16-" + name);
    Files.writeString(utf16, "\uFEFF" + new String(content, UTF_8), UTF_16LE);
    String expected = counts(coverage(), copies);
    for (LintInput input :
        List.of(
            new LintInput.OfFile(file),
            new LintInput.OfFile(utf16),
            new LintInput.OfStream("-", new ByteArrayInputStream(content)))) {
      for (int jobs = 1; jobs <= 2; jobs++) {
        if (jobs == 1 || input instanceof LintInput.OfFile) {
          assertThat(counts(coverage(jobs, input), 1)).as(input.name()).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void aFileThatIsLintedAgainInItsTurn_countsOnce(@TempDir Path directory) throws IOException {
    String wrong = "{\"model\": \"klingai:kling-video@o3-pro\"},";
    String right = JsonMapper.shared().readTree(REQUESTS.toFile()).get(0).toString();
    Path file = directory.resolve("a.json");
    Files.writeString(file, "[" + wrong.repeat(6_000) + right + "]");
    Coverage coverage = coverage(2, new LintInput.OfFile(file));
    assertThat(coverage.skippedRequests()).isEqualTo(6_000);
    assertThat(coverage.models()).extracting(ModelCoverage::requests).containsExactly(1L);
  }

  @Test
  void tasksTriedInSearchOfRepairs_doNotCount() throws IOException {
    Coverage coverage = new Coverage();
    LINTER
        .observedBy(coverage)
        .lint("requests.json", Files.readAllBytes(REQUESTS))
        .findings()
        .forEach(finding -> finding.fixSuggestions().repairs());
    assertThat(counts(coverage, 1)).isEqualTo(counts(coverage(), 1));
  }

  private static Coverage coverage() throws IOException {
    return coverage(1, new LintInput.OfFile(REQUESTS));
  }

  private static Coverage coverage(int jobs, LintInput input) {
    Coverage coverage = new Coverage();
    new LintRunner(LINTER, jobs)
        .run(List.of(input), new ReportingSink(List.<LintReport>of()), coverage);
    return coverage;
  }

  /** All counts, each multiplied. */
  private static String counts(Coverage coverage, int factor) {
    StringBuilder text = new StringBuilder();
    for (ModelCoverage model : coverage.models()) {
      text.append(model.spec().id()).append(' ').append(factor * model.requests()).append('\n');
      for (ModelCoverage.Kind kind : ModelCoverage.Kind.values()) {
        model
            .counts(kind)
            .forEach(
                (name, count) -> text.append(name).append(' ').append(factor * count).append('\n'));
      }
    }
    return text.append(factor * coverage.skippedRequests()).toString();
  }

  private static void compare(StringWriter written, Path expected) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, written.toString());
    }
    assertThat(written.toString()).isEqualTo(Files.readString(expected));
  }
}
