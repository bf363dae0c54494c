package dev.callsheet.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.RepresentativeModels;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that is bundled contradicts itself, and what is not proved is known by name. */
class BundledModelsAnalysisTest {
  private static final Map<String, List<String>> NOT_ANALYSED =
      Map.of(
          "klingai:kling-video@o3-pro", List.of("segments-fill-duration", "prompt-names-elements"),
          "klingai:kling-video@2.6-pro", List.of("frame-image-to-begin-with"),
          "bfl:flux@3-image", List.of("boxes-refer-to-images", "boxes-have-a-target"),
          "openai:gpt-image@2.5-flare", List.of("area", "proportions"));

  @ParameterizedTest
  @MethodSource("models")
  void hasNoFindingsAsEnforced(ModelSpec model) {
    assertThat(SpecAnalyzer.analyze(model, RuleInterpretation.ENFORCED).findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void limitationsAreTheKnownOnes(ModelSpec model) {
    assertThat(SpecAnalyzer.analyze(model, RuleInterpretation.ENFORCED).limitations())
        .extracting(AnalysisLimitation::subject)
        .containsExactlyElementsOf(NOT_ANALYSED.getOrDefault(model.id(), List.of()));
  }

  @Test
  void requestHasTheMostSpecificMode() {
    ModelSpec flux = ModelCatalogue.bundled().find("runware:101@1").orElseThrow();
    Map<String, Map<ParameterPath, Presence>> modes =
        ModeMatrix.of(flux, RuleInterpretation.ENFORCED).byMode();

    assertThat(modes.keySet()).containsExactly("text-to-image", "image-to-image", "inpainting");
    assertThat(of(modes, "text-to-image", "inputs.seedImage")).isEqualTo(Presence.FORBIDDEN);
    assertThat(of(modes, "text-to-image", "strength")).isEqualTo(Presence.FORBIDDEN);
    assertThat(of(modes, "image-to-image", "inputs.maskImage")).isEqualTo(Presence.FORBIDDEN);
    assertThat(of(modes, "image-to-image", "strength")).isEqualTo(Presence.OPTIONAL);
    assertThat(of(modes, "inpainting", "inputs.maskImage")).isEqualTo(Presence.REQUIRED);
  }

  static List<ModelSpec> models() {
    return RepresentativeModels.list();
  }

  private static Presence of(
      Map<String, Map<ParameterPath, Presence>> modes, String mode, String path) {
    return Objects.requireNonNull(
        Objects.requireNonNull(modes.get(mode)).get(ParameterPath.parse(path)), path);
  }
}
