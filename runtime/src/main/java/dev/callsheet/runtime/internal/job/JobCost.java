package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.job.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a job cost by the server's account, beside what it was expected to cost.
 *
 * @param reported the sum over the results that have a cost
 * @param unpriced how many results have none, those that failed included
 */
record JobCost(BigDecimal reported, int unpriced) {
  /** Of what was refused or never sent, or is paid already. */
  static final JobCost NONE = new JobCost(BigDecimal.ZERO, 0);

  static <R extends ModelResult> JobCost of(List<Outcome<R>> outcomes, int expected) {
    List<BigDecimal> costs =
        outcomes.stream()
            .flatMap(JobSnapshot::delivery)
            .flatMap(delivery -> delivery.cost().stream())
            .toList();
    return new JobCost(
        costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
        Math.max(0, expected - costs.size()));
  }

  /** A sentence for the log, where the job cost more than it was expected to at most. */
  Optional<String> overrunMessage(Price estimate) {
    return estimate
        .upperBound()
        .filter(most -> reported.compareTo(most) > 0)
        .map(
            most ->
                "it cost "
                    + reported.toPlainString()
                    + " USD, and was expected to cost "
                    + estimate);
  }
}
