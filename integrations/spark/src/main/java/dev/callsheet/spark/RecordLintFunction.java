package dev.callsheet.spark;

import dev.callsheet.linter.internal.taskuuid.UuidHash;
import dev.callsheet.linter.record.LintedRecord;
import dev.callsheet.linter.record.PricedRequest;
import dev.callsheet.linter.record.RecordFinding;
import dev.callsheet.linter.record.RecordLintOptions;
import dev.callsheet.linter.record.RecordLinter;
import dev.callsheet.linter.record.RecordPrice;
import dev.callsheet.linter.record.TaskUuid;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Lints the records of a partition, each as it is asked for. */
final class RecordLintFunction implements MapPartitionsFunction<Row, Row> {
  static final String KEY = "key";
  static final String RECORD = "record";

  private static final long serialVersionUID = 1L;

  private final RecordLinter linter;
  private final UuidHash hash = UuidHash.random();
  private final int maxUuids;

  RecordLintFunction(RecordLintOptions options) {
    this(options, CollectedUuids.MAX_COUNT);
  }

  /** The same with another number of UUIDs that are collected before they become chunks. */
  RecordLintFunction(RecordLintOptions options, int maxUuids) {
    this.linter = new RecordLinter(options);
    this.maxUuids = maxUuids;
  }

  /** Lints rows with a key and the bytes of a record. */
  @Override
  public Iterator<Row> call(Iterator<Row> records) {
    return lint(null, new ColumnRecords(records));
  }

  /** The same for other records, which share a place. */
  Iterator<Row> lint(@Nullable String place, Records records) {
    return new PartRows(place, records);
  }

  /** Records in a column of bytes, behind one of keys. */
  private static final class ColumnRecords implements Records {
    private final Iterator<Row> rows;
    private @Nullable Object key;
    private byte[] record = {};

    ColumnRecords(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean next() {
      if (!rows.hasNext()) {
        return false;
      }
      Row row = rows.next();
      key = row.get(0);
      record = row.isNullAt(1) ? new byte[0] : row.getAs(1);
      return true;
    }

    @Override
    public @Nullable Object key() {
      return key;
    }

    @Override
    public byte[] buffer() {
      return record;
    }

    @Override
    public int length() {
      return record.length;
    }
  }

  /** A model and the currency of its prices; null where these are not known. */
  private record PricedModel(String model, @Nullable String currency) {}

  /** The rows that a partition makes; of what is found, that of one record is in memory. */
  private final class PartRows implements Iterator<Row> {
    private final @Nullable String place;
    private final Records records;
    private final CollectedUuids uuids = new CollectedUuids(hash, maxUuids);
    private final Deque<Row> ready = new ArrayDeque<>();
    private final Map<PricedModel, PriceSum> prices = new HashMap<>();
    private long recordCount;
    private long requestCount;
    private boolean isCounted;

    PartRows(@Nullable String place, Records records) {
      this.place = place;
      this.records = records;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && records.next()) {
        add(records.key(), linter.lint(records.buffer(), records.length()));
      }
      if (ready.isEmpty() && !isCounted) {
        isCounted = true;
        addChunks();
        ready.add(PartRow.ofCounts(recordCount, requestCount));
        prices.forEach(
            (each, sum) -> ready.add(PartRow.ofPrices(each.model(), each.currency(), sum)));
      }
      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void add(@Nullable Object key, LintedRecord linted) {
      recordCount++;
      requestCount += linted.requests();
      for (RecordFinding finding : linted.findings()) {
        ready.add(PartRow.ofFinding(place, key, finding));
      }
      for (TaskUuid uuid : linted.uuids()) {
        uuids.add(key, uuid);
      }
      if (uuids.isFull()) {
        addChunks();
      }
      for (PricedRequest request : linted.prices()) {
        RecordPrice price = request.price();
        PricedModel model =
            new PricedModel(request.model(), price == null ? null : price.currency());
        prices.put(model, prices.getOrDefault(model, PriceSum.NONE).plus(price));
      }
    }

    private void addChunks() {
      uuids.drain().forEach(chunk -> ready.add(PartRow.ofUuids(place, chunk)));
    }
  }
}
