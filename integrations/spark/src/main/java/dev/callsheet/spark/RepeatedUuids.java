package dev.callsheet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import dev.callsheet.linter.record.TaskUuid;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Finds the tasks that have the UUID of a task in a record before theirs.
 *
 * <p>Counting comes first, by the two halves of a UUID alone: that is an aggregation of fixed-width
 * numbers, which Spark does in a hash table and in parts. Only the tasks of UUIDs that are there
 * more than once, mostly few or none, are then put in the order of their keys.
 */
final class RepeatedUuids {
  private static final String USES = "uses";

  private RepeatedUuids() {}

  /** Finding rows, in the schema of {@link PartRow}, of rows of all kinds in it. */
  static Dataset<Row> findings(Dataset<Row> parts) {
    Dataset<Row> tasks = parts.filter(col(PartRow.KIND).equalTo(lit(PartRow.UUID)));
    Dataset<Row> repeated =
        tasks
            .groupBy(col(PartRow.HIGH), col(PartRow.LOW))
            .agg(count(lit(1)).as(USES))
            .filter(col(USES).gt(1))
            .select(col(PartRow.HIGH).as("repeatedHigh"), col(PartRow.LOW).as("repeatedLow"));
    Column isRepeated =
        col(PartRow.HIGH)
            .equalTo(col("repeatedHigh"))
            .and(col(PartRow.LOW).equalTo(col("repeatedLow")));
    Column use =
        row_number()
            .over(
                Window.partitionBy(col(PartRow.HIGH), col(PartRow.LOW))
                    .orderBy(col(PartRow.KEY), col(PartRow.POINTER)));
    return tasks
        .join(repeated, isRepeated, "left_semi")
        .withColumn(USES, use)
        .filter(col(USES).gt(1))
        .drop(USES)
        .map(new ToFinding(), Encoders.row(parts.schema()));
  }

  private static final class ToFinding implements MapFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    @Override
    public Row call(Row task) {
      TaskUuid uuid =
          new TaskUuid(
              task.getAs(PartRow.HIGH),
              task.getAs(PartRow.LOW),
              task.getAs(PartRow.WRITTEN),
              task.getAs(PartRow.POINTER),
              task.getAs(PartRow.MODEL));
      return PartRow.finding(task.getAs(PartRow.KEY), uuid.repeated());
    }
  }
}
