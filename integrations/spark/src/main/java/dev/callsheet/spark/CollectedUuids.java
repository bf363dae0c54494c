package dev.callsheet.spark;

import dev.callsheet.linter.internal.taskuuid.UuidHash;
import dev.callsheet.linter.record.TaskUuid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The UUIDs of a partition's tasks until they are enough to be {@link UuidChunk chunks}: a row for
 * each task would cost several times what validating the task does. Of a task, numbers and a key
 * are kept, no objects of its own, which a garbage collector would have to follow.
 */
final class CollectedUuids {
  /** How many chunks tasks are spread over; one of so many parts of all has to fit in memory. */
  static final int BUCKETS = 1 << 10;

  /** How many tasks make chunks, some 256 of each bucket: kept with their keys until then. */
  static final int MAX_COUNT = 1 << 18;

  private static final int FIRST_CAPACITY = 1 << 8;

  private final UuidHash hash;
  private final int max;
  private final Map<UuidChunk.Text, UuidChunk.Text> knownTexts = new HashMap<>();
  private int count;
  private long[] highs = new long[FIRST_CAPACITY];
  private long[] lows = new long[FIRST_CAPACITY];
  private UuidChunk.Text[] texts = new UuidChunk.Text[FIRST_CAPACITY];
  private @Nullable Object[] keys = new @Nullable Object[FIRST_CAPACITY];

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
    if (count == highs.length) {
      grow(2 * count);
    }
    highs[count] = uuid.high();
    lows[count] = uuid.low();
    texts[count] = knownTexts.computeIfAbsent(UuidChunk.Text.of(uuid), text -> text);
    keys[count] = key;
    count++;
  }

  private void grow(int capacity) {
    highs = Arrays.copyOf(highs, capacity);
    lows = Arrays.copyOf(lows, capacity);
    texts = Arrays.copyOf(texts, capacity);
    keys = Arrays.copyOf(keys, capacity);
  }

  boolean isFull() {
    return count >= max;
  }

  /** Takes all out, as rows of chunks: sorted by bucket, by counting. */
  List<Row> drain() {
    int[] ends = new int[BUCKETS];
    for (int task = 0; task < count; task++) {
      ends[bucket(task)]++;
    }
    for (int bucket = 1; bucket < BUCKETS; bucket++) {
      ends[bucket] += ends[bucket - 1];
    }
    int[] tasks = new int[count];
    for (int task = count - 1; task >= 0; task--) {
      tasks[--ends[bucket(task)]] = task;
    }
    List<Row> rows = new ArrayList<>();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int from = ends[bucket];
      int to = bucket + 1 < BUCKETS ? ends[bucket + 1] : count;
      if (from < to) {
        rows.add(chunk(bucket, tasks, from, to));
      }
    }
    Arrays.fill(keys, 0, count, null);
    knownTexts.clear();
    count = 0;
    return rows;
  }

  private Row chunk(int bucket, int[] tasks, int from, int to) {
    UuidChunk.Builder chunk = new UuidChunk.Builder(to - from);
    for (int i = from; i < to; i++) {
      int task = tasks[i];
      chunk.add(keys[task], highs[task], lows[task], texts[task]);
    }
    return chunk.row(bucket);
  }

  private int bucket(int task) {
    return hash.of(highs[task], lows[task]) & (BUCKETS - 1);
  }
}
