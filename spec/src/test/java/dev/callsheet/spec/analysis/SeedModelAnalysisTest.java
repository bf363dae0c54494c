package dev.callsheet.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.analysis.AnalysisFinding.Kind;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The first model's page contradicts itself; what its spec enforces does not. */
class SeedModelAnalysisTest {
  private final ModelSpec spec =
      ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow();

  @Test
  void asDocumented_providerSettingsAreDeadByTwoRules() {
    AnalysisFinding dead =
        SpecAnalyzer.analyze(spec, RuleInterpretation.DOCUMENTED).findings().stream()
            .filter(finding -> finding.kind() == Kind.DEAD_PARAMETER)
            .reduce(
                (one, other) -> {
                  throw new AssertionError("found both " + one + " and " + other);
                })
            .orElseThrow();

    assertThat(dead.subject()).isEqualTo("providerSettings");
    assertThat(dead.message()).contains("nor anything inside it");
    assertThat(dead.causes())
        .extracting(CausingRule::ruleId)
        .containsExactly("video-input-has-no-generated-audio", "original-sound-needs-video");
  }

  @Test
  void asDocumented_soundPriceIsDeadAndPromptIsFalseOptional() {
    assertThat(SpecAnalyzer.analyze(spec, RuleInterpretation.DOCUMENTED).findings())
        .extracting(AnalysisFinding::kind)
        .containsExactly(Kind.DEAD_PARAMETER, Kind.FALSE_OPTIONAL, Kind.DEAD_PRICE);
  }

  @Test
  void asEnforced_hasNoFindings() {
    assertThat(SpecAnalyzer.analyze(spec, RuleInterpretation.ENFORCED).findings()).isEmpty();
  }

  @Test
  void listsLimitations() {
    assertThat(SpecAnalyzer.analyze(spec, RuleInterpretation.ENFORCED).limitations())
        .extracting(AnalysisLimitation::subject)
        .containsExactly("segments-fill-duration", "prompt-names-elements");
  }

  @Test
  void derivesWhatEachModeRequiresAndForbids() {
    Map<String, Map<ParameterPath, Presence>> modes =
        ModeMatrix.of(spec, RuleInterpretation.ENFORCED).byMode();

    assertThat(of(modes, "edit", "duration")).isEqualTo(Presence.FORBIDDEN);
    assertThat(of(modes, "edit", "inputs.elements")).isEqualTo(Presence.FORBIDDEN);
    assertThat(of(modes, "edit", "resolution")).isEqualTo(Presence.OPTIONAL);
    assertThat(of(modes, "text-to-video", "width")).isEqualTo(Presence.REQUIRED);
    assertThat(of(modes, "text-to-video", "resolution")).isEqualTo(Presence.FORBIDDEN);
    assertThat(of(modes, "image-to-video", "inputs")).isEqualTo(Presence.REQUIRED);
    assertThat(of(modes, "image-to-video", "height")).isEqualTo(Presence.FORBIDDEN);
    assertThat(of(modes, "image-to-video", "duration")).isEqualTo(Presence.OPTIONAL);
  }

  private static Presence of(
      Map<String, Map<ParameterPath, Presence>> modes, String mode, String path) {
    return Objects.requireNonNull(
        Objects.requireNonNull(modes.get(mode)).get(ParameterPath.parse(path)), path);
  }
}
