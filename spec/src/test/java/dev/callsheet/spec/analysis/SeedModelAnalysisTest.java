package dev.callsheet.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.analysis.SpecFinding.Kind;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.ModelSpec;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The first model's page contradicts itself; what its spec enforces does not. */
class SeedModelAnalysisTest {
  private final ModelSpec spec =
      Catalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow();

  @Test
  void asPublishedTheProviderSettingsAreDeadByExactlyTwoRules() {
    SpecFinding dead =
        Analysis.of(spec, Reading.DOCUMENTED).findings().stream()
            .filter(finding -> finding.kind() == Kind.DEAD_PARAMETER)
            .reduce(
                (one, other) -> {
                  throw new AssertionError("found both " + one + " and " + other);
                })
            .orElseThrow();

    assertThat(dead.subject()).isEqualTo("providerSettings");
    assertThat(dead.message()).contains("nor anything inside it");
    assertThat(dead.causes())
        .extracting(Cause::rule)
        .containsExactly("video-input-has-no-generated-audio", "original-sound-needs-video");
  }

  @Test
  void asPublishedNobodyCouldPayForSoundOrLeaveThePromptOut() {
    assertThat(Analysis.of(spec, Reading.DOCUMENTED).findings())
        .extracting(SpecFinding::kind)
        .containsExactly(Kind.DEAD_PARAMETER, Kind.FALSE_OPTIONAL, Kind.DEAD_PRICE);
  }

  @Test
  void asEnforcedNothingIsWrong() {
    assertThat(Analysis.of(spec, Reading.ENFORCED).findings()).isEmpty();
  }

  @Test
  void namesWhatItCannotDecide() {
    assertThat(Analysis.of(spec, Reading.ENFORCED).notAnalysed())
        .extracting(NotAnalysed::subject)
        .containsExactly("segments-fill-duration", "prompt-names-elements");
  }

  @Test
  void derivesWhatEachModeRequiresAndForbids() {
    Map<String, Map<Path, Presence>> modes = ModeMatrix.of(spec, Reading.ENFORCED).byMode();

    assertThat(of(modes, "edit", "duration")).isEqualTo(Presence.FORBIDDEN);
    assertThat(of(modes, "edit", "inputs.elements")).isEqualTo(Presence.FORBIDDEN);
    assertThat(of(modes, "edit", "resolution")).isEqualTo(Presence.OPTIONAL);
    assertThat(of(modes, "text-to-video", "width")).isEqualTo(Presence.REQUIRED);
    assertThat(of(modes, "text-to-video", "resolution")).isEqualTo(Presence.FORBIDDEN);
    assertThat(of(modes, "image-to-video", "inputs")).isEqualTo(Presence.REQUIRED);
    assertThat(of(modes, "image-to-video", "height")).isEqualTo(Presence.FORBIDDEN);
    assertThat(of(modes, "image-to-video", "duration")).isEqualTo(Presence.OPTIONAL);
  }

  private static Presence of(Map<String, Map<Path, Presence>> modes, String mode, String path) {
    return Objects.requireNonNull(
        Objects.requireNonNull(modes.get(mode)).get(Path.parse(path)), path);
  }
}
