package dev.callsheet.linter.record;

import java.io.Serializable;
import java.util.List;

/**
 * What linting one record found.
 *
 * @param findings in the order of their places
 * @param requests how many tasks the record holds; 0 where it is no JSON, or takes too much memory
 * @param uuids of the tasks that start something, each once; of those that are {@code too-large}
 *     none is known
 * @param prices of the requests of at most 32 MB that have no error, or none but a missing {@code
 *     taskUUID}, where {@link RecordLintOptions#pricesAll()}
 */
public record LintedRecord(
    List<RecordFinding> findings, int requests, List<TaskUuid> uuids, List<PricedRequest> prices)
    implements Serializable {
  /** Copies the lists. */
  public LintedRecord {
    findings = List.copyOf(findings);
    uuids = List.copyOf(uuids);
    prices = List.copyOf(prices);
  }
}
