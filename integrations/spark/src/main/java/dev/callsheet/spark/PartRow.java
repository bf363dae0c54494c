package dev.callsheet.spark;

import dev.callsheet.linter.record.RecordFinding;
import dev.callsheet.linter.record.RecordPrice;
import dev.callsheet.linter.record.TaskUuid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The rows that linting a partition makes, of three kinds in one schema, so that every record is
 * read once: findings, UUIDs of tasks, and counts. A column that a kind does not have is null.
 */
final class PartRow {
  static final byte FINDING = 0;
  static final byte UUID = 1;
  static final byte COUNT = 2;

  static final String KIND = "kind";
  static final String KEY = "key";
  static final String MODEL = "model";
  static final String POINTER = "pointer";
  static final String RULE = "rule";
  static final String SEVERITY = "severity";
  static final String MESSAGE = "message";
  static final String LINE = "line";
  static final String COLUMN = "column";
  static final String CURRENCY = "currency";
  static final String MINIMUM = "minimum";
  static final String MAXIMUM = "maximum";
  static final String HIGH = "high";
  static final String LOW = "low";
  static final String WRITTEN = "written";
  static final String RECORDS = "records";
  static final String REQUESTS = "requests";
  static final String UNBOUNDED = "unbounded";

  /** Amounts, to the 18th decimal. */
  static final DataType AMOUNT = DataTypes.createDecimalType(38, 18);

  private static final int SCALE = 18;

  private PartRow() {}

  static StructType schema(DataType key) {
    return new StructType(
        new StructField[] {
          required(KIND, DataTypes.ByteType),
          optional(KEY, key),
          optional(MODEL, DataTypes.StringType),
          optional(POINTER, DataTypes.StringType),
          optional(RULE, DataTypes.StringType),
          optional(SEVERITY, DataTypes.StringType),
          optional(MESSAGE, DataTypes.StringType),
          optional(LINE, DataTypes.IntegerType),
          optional(COLUMN, DataTypes.IntegerType),
          optional(CURRENCY, DataTypes.StringType),
          optional(MINIMUM, AMOUNT),
          optional(MAXIMUM, AMOUNT),
          optional(HIGH, DataTypes.LongType),
          optional(LOW, DataTypes.LongType),
          optional(WRITTEN, DataTypes.StringType),
          optional(RECORDS, DataTypes.LongType),
          optional(REQUESTS, DataTypes.LongType),
          optional(UNBOUNDED, DataTypes.LongType),
        });
  }

  static Row finding(@Nullable Object key, RecordFinding finding) {
    RecordPrice price = finding.price();
    return RowFactory.create(
        FINDING,
        key,
        finding.model(),
        finding.pointer(),
        finding.rule(),
        finding.severity().id(),
        finding.message(),
        finding.line() == 0 ? null : finding.line(),
        finding.column() == 0 ? null : finding.column(),
        price == null ? null : price.currency(),
        price == null ? null : amount(price.minimum()),
        price == null ? null : amount(price.maximum()),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static Row uuid(@Nullable Object key, TaskUuid uuid) {
    return RowFactory.create(
        UUID,
        key,
        uuid.model(),
        uuid.task(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        uuid.high(),
        uuid.low(),
        uuid.written(),
        null,
        null,
        null);
  }

  /** How many records and requests a partition has. */
  static Row count(long records, long requests) {
    return RowFactory.create(
        COUNT, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        records, requests, null);
  }

  /** What requests for one model cost that have their prices in one currency, or have none. */
  static Row prices(String model, @Nullable String currency, PriceSum sum) {
    return RowFactory.create(
        COUNT,
        null,
        model,
        null,
        null,
        null,
        null,
        null,
        null,
        currency,
        currency == null ? null : amount(sum.minimum()),
        currency == null ? null : amount(sum.maximum()),
        null,
        null,
        null,
        null,
        sum.requests(),
        sum.unbounded());
  }

  private static @Nullable BigDecimal amount(@Nullable BigDecimal value) {
    return value == null ? null : value.setScale(SCALE, RoundingMode.HALF_UP);
  }

  private static StructField required(String name, DataType type) {
    return DataTypes.createStructField(name, type, false);
  }

  private static StructField optional(String name, DataType type) {
    return DataTypes.createStructField(name, type, true);
  }
}
