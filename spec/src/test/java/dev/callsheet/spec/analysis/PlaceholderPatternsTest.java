package dev.callsheet.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceholderPatternsTest {
  private static final String PATTERN = "<<<element_(\\d+)>>>";

  private static final Formula PLACEHOLDERS =
      new Formula.PlaceholdersWithin(
          List.of(ParameterPath.parse("prompt")), PATTERN, ParameterPath.parse("elements"));

  private static final Formula OTHER = new Formula.Provided(ParameterPath.parse("seed"));

  static Stream<Formula> combinations() {
    return Stream.of(
        PLACEHOLDERS,
        new Formula.All(List.of(OTHER, PLACEHOLDERS)),
        new Formula.Any(List.of(OTHER, PLACEHOLDERS)),
        new Formula.Not(PLACEHOLDERS),
        new Formula.Implies(OTHER, PLACEHOLDERS),
        new Formula.Implies(PLACEHOLDERS, OTHER),
        new Formula.Count(0, 1, List.of(OTHER, PLACEHOLDERS)));
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void findsPatternsWhereverTheyStandInAFormula(Formula formula) {
    assertThat(PlaceholderPatterns.of(formula)).containsExactly(PATTERN);
  }
}
