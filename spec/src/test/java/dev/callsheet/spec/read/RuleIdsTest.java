package dev.callsheet.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.lint.StructuralRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleIdsTest {
  @Test
  void areNeverThoseOfMistakesThatNeedNoRule() {
    assertThat(RuleReader.STRUCTURAL)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(StructuralRule.values()).map(StructuralRule::id).toList());
  }
}
