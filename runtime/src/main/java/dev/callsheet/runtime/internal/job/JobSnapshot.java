package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.job.Outcome;
import java.util.List;
import java.util.stream.Stream;

/**
 * A job at one moment, with its results read. Immutable: any thread may have it.
 *
 * @param outcomes the outcomes known, delivered results first
 */
record JobSnapshot<R extends ModelResult>(JobState state, List<Outcome<R>> outcomes) {
  List<Delivery<R>> deliveries() {
    return outcomes.stream().flatMap(JobSnapshot::delivery).toList();
  }

  static <R extends ModelResult> Stream<Delivery<R>> delivery(Outcome<R> outcome) {
    return outcome instanceof Outcome.Delivered<R> delivered
        ? Stream.of(delivered.delivery())
        : Stream.empty();
  }
}
