package dev.callsheet.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecException;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Specs that are legal and made to hurt are analysed all the same, soon and within memory. */
class HostileAnalysisTest {
  @Test
  void analyzesAGroupOfVeryManyAlternatives() {
    assertThat(
            findings(
                lines(500, i -> "  p" + i + ": {type: string}")
                    + "rules:\n  - {id: one, description: One., exactlyOneOf: ["
                    + words(500, i -> "p" + i)
                    + "]}\n"))
        .isZero();
  }

  @Test
  void analyzesAChoiceOfVeryManyValues() {
    assertThat(findings("  p: {enum: [" + words(2000, i -> "v" + i) + "]}\n")).isZero();
  }

  @Test
  void distinguishesVeryManyBounds() {
    assertThat(
            findings(
                "  p: {type: integer}\n  q: {type: string}\nrules:\n"
                    + lines(
                        500,
                        i ->
                            "  - {id: r%d, description: No., when: {p: {const: %d}}, forbid: q}"
                                .formatted(i, 3 * i))))
        .isZero();
  }

  @Test
  void analyzesVeryManyPrices() {
    assertThat(
            findings(
                "  p: {enum: ["
                    + words(400, i -> "v" + i)
                    + "]}\nrequired: [p]\npricing:\n  currency: USD\n"
                    + "  charges:\n    - id: output\n      rates:\n"
                    + lines(
                        400,
                        i ->
                            "        - {label: l%d, price: 1, when: {p: {const: v%d}}}"
                                .formatted(i, i))))
        .isZero();
  }

  @Test
  void analyzesALongChainOfRules() {
    assertThat(
            findings(
                lines(60, i -> "  p" + i + ": {type: string}")
                    + "rules:\n"
                    + lines(
                        59,
                        i ->
                            "  - {id: r%d, description: Next., when: p%d, require: p%d}"
                                .formatted(i, i, i + 1))
                    + "  - {id: last, description: No., forbid: p59}\n"))
        .isEqualTo(60);
  }

  private static int findings(String parameters) {
    String text =
        "callsheet: 1\nmodel: {id: a, name: A, status: live}\nresponse: {properties: {}}\n"
            + "parameters:\n"
            + parameters;
    return Assertions.assertTimeout(Duration.ofSeconds(30), () -> analysed(text));
  }

  private static int analysed(String text) throws SpecException {
    return SpecAnalyzer.analyze(LargeSpecs.read(text), RuleInterpretation.ENFORCED)
        .findings()
        .size();
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String words(int count, IntFunction<String> word) {
    return IntStream.range(0, count).mapToObj(word).collect(Collectors.joining(", "));
  }
}
