package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.job.Outcome;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import dev.callsheet.runtime.internal.wire.ReplyItemKeys;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gathers what becomes of a task's results, from reports that repeat, overlap and change order. */
final class ResultCollector<R extends ModelResult> {
  /** Reads an item into an outcome; {@code number} counts the task's results from 1. */
  @FunctionalInterface
  interface ItemReader<R extends ModelResult> {
    Outcome<R> read(ReplyItem item, int number);
  }

  private final int expected;
  private final ItemReader<R> reader;
  private final Map<String, Outcome<R>> delivered = new LinkedHashMap<>();
  private List<ApiError> failed = List.of();

  ResultCollector(int expected, ItemReader<R> reader) {
    this.expected = expected;
    this.reader = reader;
  }

  /** Takes a report in; returns the outcomes of the results that have come with it. */
  List<Outcome<R>> add(TaskUpdate report) {
    var news = new ArrayList<Outcome<R>>();
    ReplyItemKeys.of(report.delivered())
        .forEach(
            (key, item) -> {
              if (!delivered.containsKey(key)) {
                var outcome = reader.read(item, delivered.size() + 1);
                delivered.put(key, outcome);
                news.add(outcome);
              }
            });
    // Errors have no identity, and every report repeats all of them: the fullest report counts.
    if (report.failed().size() > failed.size()) {
      failed = report.failed();
    }
    return news;
  }

  /** Declares all results that are still missing failed, for one reason. */
  void failMissing(ApiError reason) {
    var all = new ArrayList<>(failed);
    while (delivered.size() + all.size() < expected) {
      all.add(reason);
    }
    failed = all;
  }

  /** Takes in failures that were known before. */
  void restoreFailures(List<ApiError> known) {
    failed = known;
  }

  boolean isComplete() {
    return delivered.size() + failed.size() >= expected;
  }

  boolean hasFailures() {
    return !failed.isEmpty();
  }

  List<ApiError> failed() {
    return failed;
  }

  /** What has arrived, in that order, then the failures there is still room for. */
  List<Outcome<R>> outcomes() {
    var room = Math.max(0, expected - delivered.size());
    Stream<Outcome<R>> failures = failed.stream().limit(room).map(Outcome.Failed::new);
    return Stream.concat(delivered.values().stream(), failures).toList();
  }
}
