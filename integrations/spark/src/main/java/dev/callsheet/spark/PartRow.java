package dev.callsheet.spark;

import dev.callsheet.linter.record.RecordFinding;
import dev.callsheet.linter.record.RecordPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The rows that linting a partition makes, so that every record is read once. Each has one of four
 * kinds: a finding, a {@link UuidChunk chunk} of UUIDs, the counts of the partition, or what the
 * requests of a model cost there. A kind is a column with a struct; the others are null.
 *
 * <p>A key here is what names a record within its {@code place}, which all records of a partition
 * share: a file, or nothing.
 */
final class PartRow {
  static final String PLACE = "place";
  static final String FINDING = "finding";
  static final String UUIDS = "uuids";
  static final String COUNTS = "counts";
  static final String PRICES = "prices";

  static final String KEY = "key";
  static final String FINDING_KEY = FINDING + "." + KEY;
  static final String MODEL = "model";
  static final String POINTER = "pointer";
  static final String RULE = "rule";
  static final String SEVERITY = "severity";
  static final String MESSAGE = "message";
  static final String LINE = "line";
  static final String COLUMN = "column";
  static final String PRICE = "price";
  static final String CURRENCY = "currency";
  static final String MINIMUM = "minimum";
  static final String MAXIMUM = "maximum";
  static final String RECORDS = "records";
  static final String REQUESTS = "requests";
  static final String UNBOUNDED = "unbounded";

  private static final int SCALE = 18;

  /** Amounts, to the 18th decimal. */
  private static final DataType AMOUNT = DataTypes.createDecimalType(38, SCALE);

  private static final StructType COUNTS_SCHEMA =
      new StructType().add(RECORDS, DataTypes.LongType).add(REQUESTS, DataTypes.LongType);

  private static final StructType PRICES_SCHEMA =
      new StructType()
          .add(MODEL, DataTypes.StringType)
          .add(CURRENCY, DataTypes.StringType)
          .add(MINIMUM, AMOUNT)
          .add(MAXIMUM, AMOUNT)
          .add(REQUESTS, DataTypes.LongType)
          .add(UNBOUNDED, DataTypes.LongType);

  private PartRow() {}

  static StructType schema(DataType key) {
    return new StructType()
        .add(PLACE, DataTypes.StringType)
        .add(FINDING, findingSchema(key))
        .add(UUIDS, UuidChunk.schema(key))
        .add(COUNTS, COUNTS_SCHEMA)
        .add(PRICES, PRICES_SCHEMA);
  }

  static StructType findingSchema(DataType key) {
    return new StructType()
        .add(KEY, key)
        .add(RULE, DataTypes.StringType)
        .add(SEVERITY, DataTypes.StringType)
        .add(MODEL, DataTypes.StringType)
        .add(POINTER, DataTypes.StringType)
        .add(MESSAGE, DataTypes.StringType)
        .add(LINE, DataTypes.IntegerType)
        .add(COLUMN, DataTypes.IntegerType)
        .add(
            PRICE,
            new StructType()
                .add(MINIMUM, AMOUNT)
                .add(MAXIMUM, AMOUNT)
                .add(CURRENCY, DataTypes.StringType));
  }

  static Row ofFinding(@Nullable String place, @Nullable Object key, RecordFinding finding) {
    return RowFactory.create(place, finding(key, finding), null, null, null);
  }

  static Row ofUuids(@Nullable String place, Row chunk) {
    return RowFactory.create(place, null, chunk, null, null);
  }

  /** How many records and requests a partition has. */
  static Row ofCounts(long records, long requests) {
    return RowFactory.create(null, null, null, RowFactory.create(records, requests), null);
  }

  /** What requests for one model cost that have their prices in one currency, or have none. */
  static Row ofPrices(String model, @Nullable String currency, PriceSum sum) {
    Row prices =
        RowFactory.create(
            model,
            currency,
            currency == null ? null : amount(sum.minimum()),
            currency == null ? null : amount(sum.maximum()),
            sum.requests(),
            sum.unbounded());
    return RowFactory.create(null, null, null, null, prices);
  }

  /** A finding, in its own schema. */
  static Row finding(@Nullable Object key, RecordFinding finding) {
    RecordPrice price = finding.price();
    return RowFactory.create(
        key,
        finding.rule(),
        finding.severity().id(),
        finding.model(),
        finding.pointer(),
        finding.message(),
        finding.line() == 0 ? null : finding.line(),
        finding.column() == 0 ? null : finding.column(),
        price == null
            ? null
            : RowFactory.create(
                amount(price.minimum()), amount(price.maximum()), price.currency()));
  }

  private static @Nullable BigDecimal amount(@Nullable BigDecimal value) {
    return value == null ? null : value.setScale(SCALE, RoundingMode.HALF_UP);
  }
}
