package dev.callsheet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceMethodTest {
  private static final String SOURCE =
      """
      final class Sample {
        private final int other = first(1);

        /** Doubles. */
        private static int first(
            int number) {
          if (number > 0) {
            return 2 * number;
          }
          return 0;
        }
      }
      """;

  @Test
  void findsTheDeclarationWithItsJavadoc() {
    assertThat(SourceMethod.named("first", SOURCE).lines())
        .startsWith("/** Doubles. */", "private static int first(")
        .endsWith("  return 0;", "}");
  }

  @Test
  void bodyIsWhatStandsBetweenTheBraces() {
    assertThat(SourceMethod.named("first", SOURCE).body())
        .containsExactly("if (number > 0) {", "  return 2 * number;", "}", "return 0;");
  }

  @Test
  void refusesAMethodThatIsNotThere() {
    assertThatThrownBy(() -> SourceMethod.named("second", SOURCE)).hasMessageContaining("second");
  }
}
