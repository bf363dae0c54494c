package dev.callsheet.linter.record;

import java.util.List;

/**
 * What linting one record found.
 *
 * @param findings in the order of their places
 * @param requests how many tasks the record holds; 0 where it is no JSON
 * @param uuids of the tasks that start something, each once; none of a record of more than 32 MB
 *     that is wrong somewhere
 * @param prices of the requests without an error, where {@link RecordLintOptions#pricesAll()}
 */
public record LintedRecord(
    List<RecordFinding> findings, int requests, List<TaskUuid> uuids, List<PricedRequest> prices) {
  /** Copies the lists. */
  public LintedRecord {
    findings = List.copyOf(findings);
    uuids = List.copyOf(uuids);
    prices = List.copyOf(prices);
  }
}
