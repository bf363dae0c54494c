package dev.callsheet.spec.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.report.CoverageJson;
import dev.callsheet.spec.report.CoverageText;
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
  void saysWhatIsExercisedAndWhatNever() throws IOException {
    Coverage coverage = coverage();
    StringWriter text = new StringWriter();
    CoverageText.write(coverage, text);
    compare(text, FILES.resolve("expected.txt"));
    StringWriter json = new StringWriter();
    CoverageJson.write(coverage, json);
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
    assertThat(coverage().passedOver()).isEqualTo(1);
  }

  private static Coverage coverage() throws IOException {
    Coverage coverage = new Coverage(Catalogue.bundled(), Reading.ENFORCED);
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
