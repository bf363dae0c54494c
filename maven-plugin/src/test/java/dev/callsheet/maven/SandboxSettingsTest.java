package dev.callsheet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.UnknownModelPolicy;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class SandboxSettingsTest {
  private static final ModelCatalogue CATALOGUE = ModelCatalogue.bundled();

  private static SandboxSettings settings(List<String> platforms, int port, boolean passUnknown) {
    return new SandboxSettings(platforms, port, List.of(), "1ms", List.of(), passUnknown);
  }

  @Test
  void withoutPlatformsRunwareIsPlayed() throws Exception {
    List<SandboxOptions> options = settings(List.of(), 0, true).options(CATALOGUE);

    assertThat(options).hasSize(1);
    try (Sandbox sandbox = Sandbox.start(options.get(0))) {
      assertThat(sandbox.platformName()).isEqualTo("runware");
    }
  }

  @Test
  void eachPlatformHasAPortOfItsOwn() throws Exception {
    List<SandboxOptions> options =
        settings(List.of("fal", "runware", "replicate"), 8080, true).options(CATALOGUE);

    assertThat(options).extracting(SandboxOptions::port).containsExactly(8080, 8081, 8082);
    assertThat(options)
        .extracting(one -> one.behavior().unknownModel())
        .containsOnly(UnknownModelPolicy.ACCEPTED);
  }

  @Test
  void aDescribedPlatformIsPlayed() throws Exception {
    List<SandboxOptions> options = settings(List.of("fal"), 0, false).options(CATALOGUE);

    try (Sandbox sandbox = Sandbox.start(options.get(0))) {
      assertThat(sandbox.environment()).containsKeys("CALLSHEET_ENDPOINT_FAL", "FAL_KEY");
    }
  }

  @Test
  void anUnknownPlatformIsNamedWithTheNearest() {
    assertThatThrownBy(() -> settings(List.of("replicat"), 0, false).options(CATALOGUE))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("There is no platform replicat. Did you mean <platform>replicate</platform>?");
    assertThatThrownBy(() -> settings(List.of("x"), 0, false).options(CATALOGUE))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("the specs know fal, openai, replicate, runware, runway");
  }
}
