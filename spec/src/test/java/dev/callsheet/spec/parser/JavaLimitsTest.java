package dev.callsheet.spec.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What no Java class could hold is refused where it stands. That the rest compiles:
 * LargestSpecTest.
 */
class JavaLimitsTest {
  private static final String HEAD =
      "callsheet: 1\nmodel: {id: a, name: A, status: live}\nresponse: {properties: {}}\n";

  @Test
  void anEnumHasAtMost2000Values() {
    assertRefused(
        HEAD
            + "parameters:\n  e: {type: string, description: E., enum: ["
            + lines(2001, "v%d, ")
            + "]}",
        "f.yaml:5:",
        "`enum` takes at most 2000 items");
  }

  @Test
  void aTextHasAtMost10000Characters() {
    String text = "x".repeat(10_001);
    assertRefused(
        HEAD + "parameters: {e: {type: string, description: E., enum: [" + text + "]}}",
        "f.yaml:4:",
        "takes at most 10000 characters");
    assertRefused(
        HEAD + "parameters: {e: {type: string, description: E., pattern: " + text + "}}",
        "f.yaml:4:",
        "`pattern` takes at most 10000 characters");
  }

  @Test
  void aRuleHasAtMost500Rows() {
    assertRefused(
        HEAD
            + "parameters: {w: {type: integer, description: W.}}\n"
            + "rules:\n  - id: c\n    description: C.\n    combinations:\n      of: [w]\n      rows:\n"
            + lines(501, "        - {values: [%d]}\n"),
        "f.yaml:",
        "`rows` takes at most 500 items");
  }

  @Test
  void aParametersNameHasAtMost100Characters() {
    assertRefused(
        HEAD + "parameters:\n  " + "n".repeat(101) + ": {type: string, description: N.}",
        "f.yaml:5:3",
        "at most 100 of them");
  }

  private static String lines(int count, String form) {
    return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining());
  }

  private static void assertRefused(String text, String place, String reason) {
    assertThatThrownBy(() -> new SpecParser(IncludeResolver.NONE).parse("f.yaml", text))
        .isInstanceOfSatisfying(
            SpecException.class,
            refused ->
                assertThat(refused.problems())
                    .anySatisfy(
                        problem -> {
                          assertThat(problem.location().toString()).startsWith(place);
                          assertThat(problem.message()).contains(reason);
                        }));
  }
}
