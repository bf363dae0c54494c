package dev.callsheet.runtime.client;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.price.Price;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the server says that a job cost, beside what it was expected to.
 *
 * @param reported the sum over the results that have a cost
 * @param unpriced how many results have none, those that failed included
 */
record Cost(BigDecimal reported, int unpriced, Price estimate) {
  static <R extends ModelResult> Cost of(List<Outcome<R>> outcomes, int expected, Price estimate) {
    List<BigDecimal> costs =
        outcomes.stream()
            .flatMap(JobState::delivery)
            .flatMap(delivery -> delivery.cost().stream())
            .toList();
    return new Cost(
        costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
        Math.max(0, expected - costs.size()),
        estimate);
  }

  /** A sentence for the log, where the job cost more than it was expected to at most. */
  Optional<String> excess() {
    return estimate
        .most()
        .filter(most -> reported.compareTo(most) > 0)
        .map(
            most ->
                "it cost "
                    + reported.toPlainString()
                    + " USD, and was expected to cost "
                    + estimate);
  }
}
