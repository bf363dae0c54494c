package dev.callsheet.spec.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published form of a rule beside the enforced one. */
class ReadingTest {
  private static final ModelSpec MODEL =
      Catalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow();
  private static final JsonNode WITH_SOUND =
      JsonMapper.shared()
          .readTree(
              """
              {"taskType": "videoInference", "model": "klingai:kling-video@o3-pro",
               "taskUUID": "7f6b2a10-9d3c-4e58-8a41-2b6c1d0e9f73",
               "positivePrompt": "A whale", "width": 1920, "height": 1080,
               "providerSettings": {"klingai": {"sound": true}}}
              """);

  @Test
  void breachOfPublishedWordsAloneIsAWarning() {
    assertThat(check(Reading.ENFORCED))
        .extracting(Violation::severity)
        .containsOnly(Severity.WARNING);
  }

  @Test
  void publishedWordsAreTheLawWhereTheyAreReadLiterally() {
    assertThat(check(Reading.DOCUMENTED))
        .extracting(Violation::severity)
        .containsOnly(Severity.ERROR);
  }

  @Test
  void messageNamesTheContradictionAndGivesTheNote() {
    Violation violation = check(Reading.ENFORCED).get(0);
    assertThat(violation.rule()).isEqualTo("original-sound-needs-video");
    assertThat(violation.pointer()).isEqualTo("/providerSettings");
    assertThat(violation.message())
        .contains("only the published wording")
        .contains("video-input-has-no-generated-audio")
        .endsWith(MODEL.rule("original-sound-needs-video").orElseThrow().note());
  }

  private static List<Violation> check(Reading reading) {
    return new TaskChecker(MODEL, reading).check(WITH_SOUND);
  }
}
