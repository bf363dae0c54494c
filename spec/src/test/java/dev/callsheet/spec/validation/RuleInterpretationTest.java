package dev.callsheet.spec.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published form of a rule beside the enforced one. */
class RuleInterpretationTest {
  private static final ModelSpec MODEL =
      ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow();
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
  void violationOfDocumentedFormOnly_isNote() {
    assertThat(check(RuleInterpretation.ENFORCED))
        .extracting(Violation::severity)
        .containsOnly(Severity.NOTE);
  }

  @Test
  void violationOfDocumentedForm_whenInterpretedAsDocumented_isError() {
    assertThat(check(RuleInterpretation.DOCUMENTED))
        .extracting(Violation::severity)
        .containsOnly(Severity.ERROR);
  }

  @Test
  void message_namesContradictedRuleAndEndsWithNote() {
    Violation violation = check(RuleInterpretation.ENFORCED).get(0);
    assertThat(violation.rule()).isEqualTo("original-sound-needs-video");
    assertThat(violation.pointer()).isEqualTo("/providerSettings");
    assertThat(violation.message())
        .contains("only the published wording")
        .contains("video-input-has-no-generated-audio")
        .endsWith(MODEL.rule("original-sound-needs-video").orElseThrow().note());
  }

  private static List<Violation> check(RuleInterpretation reading) {
    return new ModelValidator(MODEL, reading).validate(WITH_SOUND);
  }
}
