package dev.callsheet.generator.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.model.ModelSpec;
import org.junit.jupiter.api.Test;

class VectorSetTest {
  private final ModelSpec seed =
      Catalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow();

  @Test
  void exercisesAndBreaksEveryRuleAndEveryConstraint() {
    // This model has one output type, so its rule on another one can never be broken alone.
    assertThat(VectorSet.of(seed).notFound()).containsExactly("invalid/ttl-needs-url-output");
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(VectorSet.of(seed)).isEqualTo(VectorSet.of(seed));
  }

  @Test
  void namesEachRequestDifferently() {
    assertThat(VectorSet.of(seed).vectors())
        .extracting(vector -> (vector.valid() ? "valid/" : "invalid/") + vector.name())
        .doesNotHaveDuplicates();
  }
}
