package dev.callsheet.linter.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.report.CoverageJsonReport;
import dev.callsheet.linter.report.CoverageTextReport;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the requests in {@code coverage/requests.json} exercise, as {@code coverage/expected.txt}
 * and {@code coverage/expected.report} say. With {@code -Dgolden.write=true} these are written
 * anew, to be read over before they are committed.
 */
class CoverageTest {
  private static final Path FILES = Path.of("src", "test", "resources", "coverage");

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

  private static Coverage coverage() throws IOException {
    Coverage coverage = new Coverage(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);
    JsonNode tasks = JsonMapper.shared().readTree(Files.readString(FILES.resolve("requests.json")));
    tasks.forEach(coverage::add);
    return coverage;
  }

  private static void compare(StringWriter written, Path expected) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, written.toString());
    }
    assertThat(written.toString()).isEqualTo(Files.readString(expected));
  }
}
