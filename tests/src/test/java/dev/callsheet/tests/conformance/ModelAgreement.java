package dev.callsheet.tests.conformance;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What became of the requests for one model, or of some of them.
 *
 * @param valid how many the linter accepts; it refuses the others
 * @param unreadable how many no generated class can hold
 * @param notExpressed how many are refused for nothing but what the exported schema says that it
 *     does not see
 * @param sandboxed how many were sent to a sandbox as well
 * @param disagreements on how many somebody says something else than the others
 * @param examples smallest requests for some of these, with what everybody says
 * @param time processor time that judging took, the sandbox apart
 */
record ModelAgreement(
    String model,
    long requests,
    long valid,
    long unreadable,
    long notExpressed,
    long sandboxed,
    long disagreements,
    Set<String> examples,
    Duration time) {

  /** The head of a table in Markdown. */
  static final String HEAD =
      """
      | model | requests | valid | refused | of these not by the schema | not typeable \
      | in the sandbox | seconds | disagreements |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      """;

  static ModelAgreement none(String model) {
    return new ModelAgreement(model, 0, 0, 0, 0, 0, 0, Set.of(), Duration.ZERO);
  }

  /** Both together, under the name of this one. */
  ModelAgreement plus(ModelAgreement other) {
    Set<String> all = new LinkedHashSet<>(examples);
    all.addAll(other.examples);
    return new ModelAgreement(
        model,
        requests + other.requests,
        valid + other.valid,
        unreadable + other.unreadable,
        notExpressed + other.notExpressed,
        sandboxed + other.sandboxed,
        disagreements + other.disagreements,
        all,
        time.plus(other.time));
  }

  /** Its row in the table. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,d | %,d | %,d | %,d | %,d | %.1f | %,d |",
        model,
        requests,
        valid,
        requests - valid,
        notExpressed,
        unreadable,
        sandboxed,
        time.toMillis() / 1000.0,
        disagreements);
  }

  /** The sum of all. */
  static ModelAgreement sum(List<ModelAgreement> models) {
    return models.stream().reduce(none("all " + models.size()), ModelAgreement::plus);
  }
}
