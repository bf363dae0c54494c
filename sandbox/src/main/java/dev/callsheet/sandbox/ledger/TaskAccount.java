package dev.callsheet.sandbox.ledger;

import java.math.BigDecimal;
import java.util.List;

/**
 * The ledger entries of one task.
 *
 * @param entries in the order they happened
 */
public record TaskAccount(List<LedgerEntry> entries) {
  /** Copies the list. */
  public TaskAccount {
    entries = List.copyOf(entries);
  }

  /** How often that happened. */
  public int count(LedgerEntry.Kind kind) {
    return (int) entries.stream().filter(entry -> entry.kind() == kind).count();
  }

  /** How often the task arrived, whatever became of it. */
  public int submissionCount() {
    return count(LedgerEntry.Kind.SUBMIT);
  }

  /** How often it was charged; more than once is a double bill. */
  public int chargeCount() {
    return count(LedgerEntry.Kind.CHARGE);
  }

  /** What it cost in all, in USD, exact. */
  public BigDecimal totalCharged() {
    return entries.stream().map(LedgerEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
