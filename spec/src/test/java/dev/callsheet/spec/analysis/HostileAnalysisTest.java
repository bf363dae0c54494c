package dev.callsheet.spec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.model.RuleInterpretation;
import java.time.Duration;
import java.util.List;
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

  /**
   * Each rule follows from the others, since all together have few solutions; which ones are the
   * fewest that it follows from is hard to find.
   */
  @Test
  void explainsByNeededRulesWhatTheFewestAreTooHardToFindFor() {
    List<AnalysisFinding> found =
        analysed(
            lines(45, i -> "  p" + i + ": {type: string}")
                + "rules:\n"
                + lines(
                    45,
                    i ->
                        "  - {id: r%d, description: One., exactlyOneOf: [p%d, p%d, p%d]}"
                            .formatted(i, i, (7 * i + 1) % 45, (13 * i + 5) % 45)));

    assertThat(found)
        .hasSize(45)
        .allSatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(AnalysisFinding.Kind.REDUNDANT_RULE);
              assertThat(finding.message()).endsWith(" Fewer rules may do so, too.");
              assertThat(finding.causes()).hasSizeBetween(15, 40);
            });
  }

  /** Pigeons that have fewer holes: impossible, and no proof that a solver finds is short. */
  @Test
  void saysThatItIsUndecidedWhetherAnyRequestIsValid() {
    assertThat(analysed(pigeons("")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(AnalysisFinding.Kind.UNDECIDED);
              assertThat(finding.message())
                  .isEqualTo(
                      "Undecided: \"A request for a is valid\" takes more than the solver tries"
                          + " (5,000 steps a question, 20,000 a spec).");
            });
  }

  @Test
  void saysWhichQuestionsAreUndecidedAndReportsNoFlawForThem() {
    List<AnalysisFinding> found =
        analysed("  fly: {type: string}\n" + pigeons("when: fly, require: "));

    assertThat(found)
        .allSatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(AnalysisFinding.Kind.UNDECIDED);
              assertThat(finding.kind().severity()).isEqualTo(Severity.WARNING);
            })
        .extracting(AnalysisFinding::message)
        .anyMatch(message -> message.contains("A valid request can provide 'fly'"))
        .noneMatch(message -> message.contains("A valid request can do without 'fly'"));
  }

  /**
   * @param condition when each pigeon is to have a hole; always where it is empty
   */
  private static String pigeons(String condition) {
    int holes = 10;
    String demand = condition.isEmpty() ? "atLeastOneOf: [%s]" : condition + "{anyOf: [%s]}";
    return lines(holes * (holes + 1), i -> "  p" + i + ": {type: string}")
        + "rules:\n"
        + lines(
            holes + 1,
            pigeon ->
                "  - {id: pigeon%d, description: One., ".formatted(pigeon)
                    + demand.formatted(words(holes, hole -> "p" + (holes * pigeon + hole)))
                    + "}")
        + lines(
            holes,
            hole ->
                "  - {id: hole%d, description: One., atMostOneOf: [%s]}"
                    .formatted(hole, words(holes + 1, pigeon -> "p" + (holes * pigeon + hole))));
  }

  private static int findings(String parameters) {
    return analysed(parameters).size();
  }

  private static List<AnalysisFinding> analysed(String parameters) {
    String text =
        "callsheet: 1\nmodel: {id: a, name: A, status: live}\nresponse: {properties: {}}\n"
            + "parameters:\n"
            + parameters;
    return Assertions.assertTimeout(
        Duration.ofSeconds(60),
        () -> SpecAnalyzer.analyze(LargeSpecs.read(text), RuleInterpretation.ENFORCED).findings());
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String words(int count, IntFunction<String> word) {
    return IntStream.range(0, count).mapToObj(word).collect(Collectors.joining(", "));
  }
}
