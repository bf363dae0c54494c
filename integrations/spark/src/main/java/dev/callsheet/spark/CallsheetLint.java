package dev.callsheet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import dev.callsheet.linter.record.RecordLintOptions;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Which requests are linted, and how. Like a dataset it is a plan: nothing is read before a table
 * of the {@link LintedRequests} is.
 *
 * <pre>{@code
 * CallsheetLint.requests(spark.read().parquet("logs"))
 *     .record("request")
 *     .key("id")
 *     .lint()
 *     .findings()
 *     .show();
 * }</pre>
 */
public final class CallsheetLint {
  private final Dataset<Row> dataset;
  private final String record;
  private final List<String> keys;
  private final RecordLintOptions options;

  private CallsheetLint(
      Dataset<Row> dataset, String record, List<String> keys, RecordLintOptions options) {
    this.dataset = dataset;
    this.record = record;
    this.keys = keys;
    this.options = options;
  }

  /**
   * The requests in a column of a dataset: each of its values is a request, a list of requests, or
   * one of either in an envelope, as JSON. The column is {@code value} unless {@link #record} says
   * another; {@link #key} has to be said.
   */
  public static CallsheetLint requests(Dataset<Row> dataset) {
    return new CallsheetLint(dataset, "value", List.of(), RecordLintOptions.defaults());
  }

  /**
   * The column that holds the requests, of type string or binary.
   *
   * @throws IllegalArgumentException when there is none of that name and type
   */
  public CallsheetLint record(String column) {
    requireColumn(column);
    DataType type = dataset.schema().apply(column).dataType();
    if (!type.equals(DataTypes.StringType) && !type.equals(DataTypes.BinaryType)) {
      throw new IllegalArgumentException(
          "the column `"
              + column
              + "` is of type "
              + type.simpleString()
              + "; requests are read from string or binary");
    }
    return new CallsheetLint(dataset, column, keys, options);
  }

  /**
   * The columns that together name a record. No two records may have the same key; it is what
   * findings have of their record, and its order is that of the records: of two tasks with one
   * UUID, that in the record with the larger key is the one at fault.
   *
   * @throws IllegalArgumentException when there is no such column
   */
  public CallsheetLint key(String... columns) {
    if (columns.length == 0) {
      throw new IllegalArgumentException("a key has at least one column");
    }
    Arrays.stream(columns).forEach(this::requireColumn);
    return new CallsheetLint(dataset, record, List.of(columns), options);
  }

  /** By what the requests are linted: {@link RecordLintOptions#defaults()} unless said. */
  public CallsheetLint options(RecordLintOptions chosen) {
    return new CallsheetLint(dataset, record, keys, chosen);
  }

  /**
   * The plan.
   *
   * @throws IllegalArgumentException when there is no key, or no column to read requests from
   */
  public LintedRequests lint() {
    return lint(new RecordLintFunction(options));
  }

  /** The same with a function of one's own for the rows with keys and records. */
  LintedRequests lint(RecordLintFunction function) {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(
          "say which columns name a record: key(\"id\"); there are " + names(dataset.schema()));
    }
    record(record);
    Dataset<Row> keyed =
        dataset.select(
            key().as(RecordLintFunction.KEY),
            col(quoted(record)).cast(DataTypes.BinaryType).as(RecordLintFunction.RECORD));
    StructType schema = PartRow.schema(keyed.schema().apply(RecordLintFunction.KEY).dataType());
    return new LintedRequests(
        keyed.mapPartitions(function, Encoders.row(schema)), col(PartRow.FINDING_KEY));
  }

  private Column key() {
    return keys.size() == 1
        ? col(quoted(keys.get(0)))
        : struct(keys.stream().map(each -> col(quoted(each))).toArray(Column[]::new));
  }

  private void requireColumn(String column) {
    if (!List.of(dataset.schema().fieldNames()).contains(column)) {
      throw new IllegalArgumentException(
          "there is no column `" + column + "`; there are " + names(dataset.schema()));
    }
  }

  private static String names(StructType schema) {
    return "`" + String.join("`, `", schema.fieldNames()) + "`";
  }

  /** A column's name as it is, whatever stands in it. */
  private static String quoted(String column) {
    return "`" + column.replace("`", "``") + "`";
  }
}
