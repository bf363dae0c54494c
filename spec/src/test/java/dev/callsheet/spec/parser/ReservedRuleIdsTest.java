package dev.callsheet.spec.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.StructuralRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReservedRuleIdsTest {
  @Test
  void areTheIdsOfTheStructuralRules() {
    assertThat(RuleParser.RESERVED_IDS)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(StructuralRule.values()).map(StructuralRule::id).toList());
  }
}
