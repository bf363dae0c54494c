package dev.callsheet.spark;

import dev.callsheet.linter.internal.taskuuid.UuidHash;
import dev.callsheet.linter.record.TaskUuid;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The UUIDs of a partition's tasks until they are enough to be {@link UuidChunk chunks}: a row for
 * each task would cost several times what validating the task does.
 */
final class CollectedUuids {
  /** How many chunks tasks are spread over; one of so many parts of all has to fit in memory. */
  static final int BUCKETS = 1 << 10;

  /** How many tasks make chunks, some 128 of each bucket: kept with their keys until then. */
  static final int MAX_COUNT = 1 << 17;

  private final UuidHash hash;
  private final int max;
  private final List<TaskUuid> uuids = new ArrayList<>();
  private final List<@Nullable Object> keys = new ArrayList<>();

  /**
   * Has none yet.
   *
   * @param hash decides on the bucket of a UUID; the same for all partitions
   * @param max how many it collects until it is full
   */
  CollectedUuids(UuidHash hash, int max) {
    this.hash = hash;
    this.max = max;
  }

  void add(@Nullable Object key, TaskUuid uuid) {
    uuids.add(uuid);
    keys.add(key);
  }

  boolean isFull() {
    return uuids.size() >= max;
  }

  /** Takes all out, as rows of chunks: sorted by bucket, by counting. */
  List<Row> drain() {
    int[] ends = new int[BUCKETS];
    uuids.forEach(uuid -> ends[bucket(uuid)]++);
    for (int bucket = 1; bucket < BUCKETS; bucket++) {
      ends[bucket] += ends[bucket - 1];
    }
    int[] tasks = new int[uuids.size()];
    for (int task = tasks.length - 1; task >= 0; task--) {
      tasks[--ends[bucket(uuids.get(task))]] = task;
    }
    List<Row> rows = new ArrayList<>();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int from = ends[bucket];
      int to = bucket + 1 < BUCKETS ? ends[bucket + 1] : tasks.length;
      if (from < to) {
        rows.add(chunk(bucket, tasks, from, to));
      }
    }
    uuids.clear();
    keys.clear();
    return rows;
  }

  private Row chunk(int bucket, int[] tasks, int from, int to) {
    UuidChunk.Builder chunk = new UuidChunk.Builder(to - from);
    for (int i = from; i < to; i++) {
      chunk.add(keys.get(tasks[i]), uuids.get(tasks[i]));
    }
    return chunk.row(bucket);
  }

  private int bucket(TaskUuid uuid) {
    return hash.of(uuid.high(), uuid.low()) & (BUCKETS - 1);
  }
}
