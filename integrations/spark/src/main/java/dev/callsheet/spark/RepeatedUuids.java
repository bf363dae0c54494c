package dev.callsheet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import dev.callsheet.linter.internal.taskuuid.FirstUseTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Finds the tasks that have the UUID of a task in a record before theirs.
 *
 * <p>{@link UuidChunk Chunks} of one bucket are brought together, and their UUIDs compared in a
 * hash table of numbers. Only the tasks of UUIDs that are there more than once, mostly few or none,
 * become rows, which Spark puts in the order of their keys. Memory is needed for the different
 * UUIDs of one bucket at a time, some 60 bytes each and their keys, however often they are
 * repeated.
 */
final class RepeatedUuids {
  private static final String HIGH = "high";
  private static final String LOW = "low";
  private static final String USE = "use";

  private RepeatedUuids() {}

  /**
   * Places and findings.
   *
   * @param parts rows of {@link PartRow}
   * @param key names a record by {@code place} and {@code finding.key}
   */
  static Dataset<Row> findings(Dataset<Row> parts, Column key) {
    StructType finding = (StructType) parts.schema().apply(PartRow.FINDING).dataType();
    Dataset<Row> chunks =
        parts.filter(col(PartRow.UUIDS).isNotNull()).select(PartRow.PLACE, PartRow.UUIDS + ".*");
    Column use =
        row_number().over(Window.partitionBy(HIGH, LOW).orderBy(key, col("finding.pointer")));
    return chunks
        .groupBy(col(UuidChunk.BUCKET))
        .as(Encoders.INT(), Encoders.row(chunks.schema()))
        .flatMapGroups(
            new Compare(),
            Encoders.row(
                new StructType()
                    .add(PartRow.PLACE, DataTypes.StringType)
                    .add(PartRow.FINDING, finding)
                    .add(HIGH, DataTypes.LongType)
                    .add(LOW, DataTypes.LongType)))
        .withColumn(USE, use)
        .filter(col(USE).gt(1))
        .select(PartRow.PLACE, PartRow.FINDING);
  }

  /** Makes findings of all tasks of a bucket that share their UUID with another, the first too. */
  private static final class Compare implements FlatMapGroupsFunction<Integer, Row, Row> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<Row> call(Integer bucket, Iterator<Row> chunks) {
      Bucket compared = new Bucket();
      Iterable<Row> once = () -> chunks;
      return StreamSupport.stream(once.spliterator(), false)
          .flatMap(chunk -> compared.add(UuidChunk.of(chunk)).stream())
          .iterator();
    }
  }

  /** The first task that was seen of each UUID of a bucket, whatever its key. */
  private static final class Bucket {
    private final FirstUseTable firstTasks = new FirstUseTable(Integer.MAX_VALUE);
    private final BitSet told = new BitSet();
    private final List<UuidChunk> chunks = new ArrayList<>();

    /** Returns the tasks that share their UUID with another one, as far as is known now. */
    List<Row> add(UuidChunk chunk) {
      List<Row> sharing = new ArrayList<>();
      boolean hasFirst = false;
      chunks.add(chunk);
      for (int task = 0; task < chunk.size(); task++) {
        int first =
            firstTasks.findOrAdd(chunk.high(task), chunk.low(task), chunks.size() - 1L, task);
        hasFirst |= first < 0;
        if (first >= 0) {
          if (!told.get(first)) {
            told.set(first);
            sharing.add(row(chunks.get((int) firstTasks.place(first)), firstTasks.item(first)));
          }
          sharing.add(row(chunk, task));
        }
      }
      if (!hasFirst) {
        chunks.remove(chunks.size() - 1); // a UUID that everyone has takes no memory
      }
      return sharing;
    }

    private static Row row(UuidChunk chunk, int task) {
      Row finding = PartRow.finding(chunk.key(task), chunk.uuid(task).repeated());
      return RowFactory.create(chunk.place(), finding, chunk.high(task), chunk.low(task));
    }
  }
}
