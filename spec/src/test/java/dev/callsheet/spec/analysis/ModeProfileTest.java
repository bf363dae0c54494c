package dev.callsheet.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.RepresentativeModels;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModeProfileTest {
  private static final String SEED = "klingai:kling-video@o3-pro";

  @Test
  void choicesAreAlternativesThatARuleRequires() {
    assertThat(profile(SEED, "text-to-video").choices())
        .singleElement()
        .satisfies(
            choice -> {
              assertThat(choice.rule().id()).isEqualTo("prompt-source");
              assertThat(choice.alternatives())
                  .containsExactly(
                      List.of(ParameterPath.parse("positivePrompt")),
                      List.of(ParameterPath.parse("providerSettings.klingai.multiPrompt")));
              assertThat(choice.isExclusive()).isTrue();
            });
  }

  @Test
  void rulesThatTheModeSettlesGiveNoChoice() {
    assertThat(profile(SEED, "edit").choices())
        .extracting(choice -> choice.rule().id())
        .doesNotContain("visual-source", "video-or-reference-videos");
  }

  @Test
  void listsViolableRules() {
    Set<String> inTextToVideo = profile(SEED, "text-to-video").violableRules();
    assertThat(inTextToVideo)
        .contains("prompt-source", "size", "segments-fill-duration", "images-need-frontal-image")
        .doesNotContain("visual-source", "size-pair", "video-sets-duration");
    assertThat(profile(SEED, "edit").violableRules())
        .contains("video-limits-reference-images")
        .doesNotContain("video-sets-duration", "video-excludes-elements", "size");
  }

  @Test
  void findsEveryModeOfEveryBundledModel() {
    for (var spec : RepresentativeModels.list()) {
      assertThat(
              ModeProfile.of(spec).stream()
                  .map(profile -> profile.mode().name())
                  .collect(Collectors.toList()))
          .isEqualTo(spec.modes().stream().map(mode -> mode.name()).toList());
    }
  }

  private static ModeProfile profile(String model, String mode) {
    return ModeProfile.of(ModelCatalogue.bundled().find(model).orElseThrow()).stream()
        .filter(profile -> profile.mode().name().equals(mode))
        .findFirst()
        .orElseThrow();
  }
}
