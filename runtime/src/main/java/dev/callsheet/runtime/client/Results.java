package dev.callsheet.runtime.client;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.wire.Item;
import dev.callsheet.runtime.client.wire.ItemKeys;
import dev.callsheet.runtime.client.wire.TaskReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gathers what becomes of a task's results, from reports that repeat, overlap and change order. */
final class Results<R extends ModelResult> {
  /** Reads an item into an outcome; {@code number} counts the task's results from 1. */
  @FunctionalInterface
  interface Reader<R extends ModelResult> {
    Outcome<R> read(Item item, int number);
  }

  private final int expected;
  private final Reader<R> reader;
  private final Map<String, Outcome<R>> arrived = new LinkedHashMap<>();
  private List<ApiError> failed = List.of();

  Results(int expected, Reader<R> reader) {
    this.expected = expected;
    this.reader = reader;
  }

  /** Takes a report in; returns the outcomes of the results that have come with it. */
  List<Outcome<R>> add(TaskReport report) {
    var news = new ArrayList<Outcome<R>>();
    ItemKeys.of(report.delivered())
        .forEach(
            (key, item) -> {
              if (!arrived.containsKey(key)) {
                var outcome = reader.read(item, arrived.size() + 1);
                arrived.put(key, outcome);
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
  void giveUp(ApiError reason) {
    var all = new ArrayList<>(failed);
    while (arrived.size() + all.size() < expected) {
      all.add(reason);
    }
    failed = all;
  }

  /** Takes in failures that were known before. */
  void restoreFailures(List<ApiError> known) {
    failed = known;
  }

  boolean isComplete() {
    return arrived.size() + failed.size() >= expected;
  }

  boolean hasFailures() {
    return !failed.isEmpty();
  }

  List<ApiError> failed() {
    return failed;
  }

  /** What has arrived, in that order, then the failures there is still room for. */
  List<Outcome<R>> outcomes() {
    var room = Math.max(0, expected - arrived.size());
    Stream<Outcome<R>> failures = failed.stream().limit(room).map(Outcome.Failed::new);
    return Stream.concat(arrived.values().stream(), failures).toList();
  }
}
