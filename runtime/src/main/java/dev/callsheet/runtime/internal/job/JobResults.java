package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import dev.callsheet.runtime.internal.wire.ReplyItemKeys;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The results of a task as far as they are known, merged from updates that repeat, overlap and
 * change order.
 *
 * @param job the job's id
 * @param expected how many results the task was asked for; at least 1
 * @param surplus how many delivered results are kept beyond those
 * @param delivered the delivered items by {@linkplain ReplyItemKeys key}, in the order of arrival
 * @param dropped how many delivered results of the last update were too many to keep
 * @param failures why other results are not coming
 */
record JobResults(
    UUID job,
    int expected,
    int surplus,
    Map<String, ReplyItem> delivered,
    int dropped,
    List<ApiError> failures) {
  JobResults {
    if (expected < 1) {
      throw new IllegalArgumentException("A task has at least one result, not " + expected);
    }
    delivered = Collections.unmodifiableMap(delivered);
    failures = List.copyOf(failures);
  }

  static JobResults none(UUID job, int expected, int surplus) {
    return new JobResults(job, expected, surplus, Map.of(), 0, List.of());
  }

  /**
   * These results and those of an update. Errors have no identity, and each update repeats all of
   * them, so the longer list of failures replaces the shorter.
   */
  JobResults with(TaskUpdate update) {
    var all = new LinkedHashMap<>(delivered);
    var tooMany = 0;
    for (var item : ReplyItemKeys.of(update.delivered()).entrySet()) {
      if (all.containsKey(item.getKey())) {
        continue;
      }
      if (all.size() < (long) expected + surplus) {
        all.put(item.getKey(), item.getValue().withTask(job));
      } else {
        tooMany++;
      }
    }
    var fullest = update.failed().size() > failures.size() ? update.failed() : failures;
    return new JobResults(job, expected, surplus, all, tooMany, fullest);
  }

  JobResults withFailures(List<ApiError> known) {
    return new JobResults(job, expected, surplus, delivered, dropped, known);
  }

  /** The same, with every missing result failed for one reason. */
  JobResults withMissingFailed(ApiError reason) {
    var all = new ArrayList<>(failures);
    while (delivered.size() + all.size() < expected) {
      all.add(reason);
    }
    return withFailures(all);
  }

  boolean isComplete() {
    return delivered.size() + failures.size() >= expected;
  }

  /** Whether more results have been delivered or have failed than in an earlier state. */
  boolean hasMoreThan(JobResults earlier) {
    return delivered.size() > earlier.delivered.size() || failures.size() > earlier.failures.size();
  }

  /** The failures that there is room for beside the delivered results. */
  List<ApiError> missing() {
    return failures.stream().limit(Math.max(0, expected - delivered.size())).toList();
  }
}
