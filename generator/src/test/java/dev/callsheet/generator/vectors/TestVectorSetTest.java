package dev.callsheet.generator.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.RepresentativeModels;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestVectorSetTest {
  static List<ModelSpec> models() {
    return RepresentativeModels.list();
  }

  @ParameterizedTest
  @MethodSource("models")
  void exercisesAndBreaksEveryRuleAndEveryConstraint(ModelSpec model) {
    TestVectorSet set = TestVectorSet.of(model);

    // Settings that a rule needs as well are never missing alone.
    assertThat(set.notFound()).as(model.id()).isSubsetOf("invalid/missing-parameter.settings");
    // Videos come in one output type only, so the rule on another one can never be broken.
    assertThat(set.impossible()).isSubsetOf("invalid/ttl-needs-url-output");
    assertThat(set.vectors())
        .extracting(vector -> (vector.valid() ? "valid/" : "invalid/") + vector.name())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("models")
  void isDeterministic(ModelSpec model) {
    assertThat(TestVectorSet.of(model)).isEqualTo(TestVectorSet.of(model));
  }
}
