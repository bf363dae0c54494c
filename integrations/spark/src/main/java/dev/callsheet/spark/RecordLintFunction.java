package dev.callsheet.spark;

import dev.callsheet.linter.record.LintedRecord;
import dev.callsheet.linter.record.PricedRequest;
import dev.callsheet.linter.record.RecordFinding;
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

  RecordLintFunction(RecordLinter linter) {
    this.linter = linter;
  }

  /** Lints rows with a key and the bytes of a record. */
  @Override
  public Iterator<Row> call(Iterator<Row> records) {
    return new PartRows(linter, records);
  }

  /** A model and the currency of its prices; null where these are not known. */
  private record PricedModel(String model, @Nullable String currency) {}

  /** The rows that a partition makes; those of one record are in memory at a time. */
  private static final class PartRows implements Iterator<Row> {
    private final RecordLinter linter;
    private final Iterator<Row> records;
    private final Deque<Row> ready = new ArrayDeque<>();
    private final Map<PricedModel, PriceSum> prices = new HashMap<>();
    private long recordCount;
    private long requestCount;
    private boolean isCounted;

    PartRows(RecordLinter linter, Iterator<Row> records) {
      this.linter = linter;
      this.records = records;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && records.hasNext()) {
        add(records.next());
      }
      if (ready.isEmpty() && !isCounted) {
        isCounted = true;
        ready.add(PartRow.count(recordCount, requestCount));
        prices.forEach(
            (each, sum) -> ready.add(PartRow.prices(each.model(), each.currency(), sum)));
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

    private void add(Row record) {
      Object key = record.get(0);
      LintedRecord linted = linter.lint(record.getAs(1));
      recordCount++;
      requestCount += linted.requests();
      for (RecordFinding finding : linted.findings()) {
        ready.add(PartRow.finding(key, finding));
      }
      for (TaskUuid uuid : linted.uuids()) {
        ready.add(PartRow.uuid(key, uuid));
      }
      for (PricedRequest request : linted.prices()) {
        RecordPrice price = request.price();
        PricedModel model =
            new PricedModel(request.model(), price == null ? null : price.currency());
        prices.put(model, prices.getOrDefault(model, PriceSum.NONE).plus(price));
      }
    }
  }
}
