package dev.callsheet.spark;

import dev.callsheet.linter.record.TaskUuid;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Tasks with their UUIDs, in one row, all of one bucket: tasks with the same UUID are in the same
 * bucket, wherever they come from.
 *
 * <p>A task has 20 bytes in {@code tasks}: its UUID, and the number of its text. A text is what
 * else a finding tells of the task: its model, its pointer in the record, and how the UUID is
 * written where that is unusual; most tasks of a chunk share a few. {@code keys} has the keys of
 * their records, in the same order.
 */
final class UuidChunk {
  static final String BUCKET = "bucket";

  private static final String TASKS = "tasks";
  private static final String KEYS = "keys";
  private static final String TEXTS = "texts";
  private static final String WRITTEN = "written";
  private static final int TASK_BYTES = 2 * Long.BYTES + Integer.BYTES;

  private final @Nullable String place;
  private final ByteBuffer tasks;
  private final List<Object> keys;
  private final List<Row> texts;

  private UuidChunk(@Nullable String place, ByteBuffer tasks, List<Object> keys, List<Row> texts) {
    this.place = place;
    this.tasks = tasks;
    this.keys = keys;
    this.texts = texts;
  }

  static StructType schema(DataType key) {
    StructType text =
        new StructType()
            .add(PartRow.MODEL, DataTypes.StringType)
            .add(PartRow.POINTER, DataTypes.StringType)
            .add(WRITTEN, DataTypes.StringType);
    return new StructType()
        .add(BUCKET, DataTypes.IntegerType)
        .add(TASKS, DataTypes.BinaryType)
        .add(KEYS, DataTypes.createArrayType(key))
        .add(TEXTS, DataTypes.createArrayType(text));
  }

  /** Of a row with the columns of a chunk and its place. */
  static UuidChunk of(Row row) {
    return new UuidChunk(
        row.getAs(PartRow.PLACE),
        ByteBuffer.wrap(row.getAs(TASKS)),
        row.getList(row.fieldIndex(KEYS)),
        row.getList(row.fieldIndex(TEXTS)));
  }

  /** How many tasks there are. */
  int size() {
    return keys.size();
  }

  /** The first 64 bits of a task's UUID. */
  long high(int task) {
    return tasks.getLong(TASK_BYTES * task);
  }

  /** The last 64 bits. */
  long low(int task) {
    return tasks.getLong(TASK_BYTES * task + Long.BYTES);
  }

  /** The place of the records. */
  @Nullable String place() {
    return place;
  }

  /** The key of a task's record. */
  @Nullable Object key(int task) {
    return keys.get(task);
  }

  /** A task's UUID, with all that a finding tells of the task. */
  TaskUuid uuid(int task) {
    Row text = texts.get(tasks.getInt(TASK_BYTES * task + 2 * Long.BYTES));
    return new TaskUuid(
        high(task),
        low(task),
        text.getAs(WRITTEN),
        text.getAs(PartRow.POINTER),
        text.getAs(PartRow.MODEL));
  }

  /** What a finding tells of a task besides its UUID. */
  record Text(@Nullable String model, String pointer, @Nullable String written) {
    static Text of(TaskUuid uuid) {
      return new Text(uuid.model(), uuid.task(), uuid.written());
    }

    Row row() {
      return RowFactory.create(model, pointer, written);
    }
  }

  /** Makes the row of a chunk, in its schema. */
  static final class Builder {
    private final ByteBuffer tasks;
    private final List<@Nullable Object> keys;
    private final Map<Text, Integer> texts = new LinkedHashMap<>();

    /** For so many tasks. */
    Builder(int tasks) {
      this.tasks = ByteBuffer.allocate(tasks * TASK_BYTES);
      this.keys = new ArrayList<>(tasks);
    }

    void add(@Nullable Object key, long high, long low, Text text) {
      Integer known = texts.putIfAbsent(text, texts.size());
      tasks.putLong(high).putLong(low).putInt(known == null ? texts.size() - 1 : known);
      keys.add(key);
    }

    Row row(int bucket) {
      return RowFactory.create(
          bucket, tasks.array(), keys.toArray(), texts.keySet().stream().map(Text::row).toArray());
    }
  }
}
