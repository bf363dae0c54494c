package dev.callsheet.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * What is found in requests, as tables. Each table that is read lints the requests anew, and {@link
 * #findings} twice, unless {@link #persist} keeps what linting them once has made.
 */
public final class LintedRequests {
  private final Dataset<Row> parts;
  private final Column key;

  /**
   * Of what linting makes.
   *
   * @param parts rows of {@link PartRow}
   * @param key names a record by {@code place} and {@code finding.key}
   */
  LintedRequests(Dataset<Row> parts, Column key) {
    this.parts = parts;
    this.key = key;
  }

  /**
   * Keeps what linting makes when a table is first read, in memory and where that is full on disk.
   * What is lost with a machine is made again.
   */
  public LintedRequests persist() {
    parts.persist(StorageLevel.MEMORY_AND_DISK());
    return this;
  }

  /** Gives up what was kept. */
  public void unpersist() {
    parts.unpersist();
  }

  /**
   * The findings, in no order, those of tasks that repeat the UUID of another record among them.
   * Columns:
   *
   * <ul>
   *   <li>{@code key}: of the record
   *   <li>{@code rule}, {@code severity} ({@code error}, {@code warning} or {@code note}), {@code
   *       model} (null where it is not known)
   *   <li>{@code pointer}: JSON pointer from the record's outermost value
   *   <li>{@code message}
   *   <li>{@code line}, {@code column}: of the place in the record, from 1; null of a UUID that
   *       another record has
   *   <li>{@code price}: {@code struct<minimum, maximum, currency>}, amounts as decimal(38,18);
   *       what the request costs, null where that is not known and of a request with an error
   *       besides a missing {@code taskUUID}; its maximum is null where it depends on what the
   *       request does not show
   * </ul>
   */
  public Dataset<Row> findings() {
    return parts
        .filter(col(PartRow.FINDING).isNotNull())
        .select(PartRow.PLACE, PartRow.FINDING)
        .unionByName(RepeatedUuids.findings(parts, key))
        .select(col(PartRow.FINDING).withField(PartRow.KEY, key).as(PartRow.FINDING))
        .select(col(PartRow.FINDING + ".*"));
  }

  /**
   * How many findings there are by rule, model and severity, and in how many records: columns
   * {@code rule}, {@code model}, {@code severity}, {@code findings}, {@code records}; the most
   * frequent first.
   *
   * @param findings {@link #findings}, or some of them, or such a table that was written
   */
  public static Dataset<Row> summary(Dataset<Row> findings) {
    return findings
        .groupBy(col(PartRow.RULE), col(PartRow.MODEL), col(PartRow.SEVERITY))
        .agg(count(lit(1)).as("findings"), countDistinct(col(PartRow.KEY)).as(PartRow.RECORDS))
        .orderBy(col("findings").desc(), col(PartRow.RULE), col(PartRow.MODEL));
  }

  /** How many records and requests there are, valid or not: one row. */
  public Dataset<Row> counts() {
    return only(PartRow.COUNTS)
        .agg(
            coalesce(sum(col(PartRow.RECORDS)), lit(0L)).as(PartRow.RECORDS),
            coalesce(sum(col(PartRow.REQUESTS)), lit(0L)).as(PartRow.REQUESTS));
  }

  /**
   * What the requests without an error cost, by model and currency; empty unless {@link
   * dev.callsheet.linter.record.RecordLintOptions#pricesAll()}. Columns: {@code model}, {@code
   * currency} (null in the row of requests whose prices are not known), {@code requests}, {@code
   * minimum} and {@code maximum} (null where one of them has no bound). That a request repeats the
   * UUID of another record is not looked at.
   */
  public Dataset<Row> prices() {
    return only(PartRow.PRICES)
        .groupBy(col(PartRow.MODEL), col(PartRow.CURRENCY))
        .agg(
            sum(col(PartRow.REQUESTS)).as(PartRow.REQUESTS),
            sum(col(PartRow.MINIMUM)).as(PartRow.MINIMUM),
            when(sum(col(PartRow.UNBOUNDED)).equalTo(0), sum(col(PartRow.MAXIMUM)))
                .as(PartRow.MAXIMUM))
        .orderBy(col(PartRow.MODEL), col(PartRow.CURRENCY));
  }

  /** The rows of one kind. */
  private Dataset<Row> only(String kind) {
    return parts.filter(col(kind).isNotNull()).select(col(kind + ".*"));
  }
}
