package dev.callsheet.sandbox.ledger;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the ledger says of one task.
 *
 * @param entries in the order they happened
 */
public record Account(List<Entry> entries) {
  /** Copies the list, so that an account never changes. */
  public Account {
    entries = List.copyOf(entries);
  }

  /** How often that happened. */
  public int count(Entry.Kind kind) {
    return (int) entries.stream().filter(entry -> entry.kind() == kind).count();
  }

  /** How often the task arrived, whatever became of it. */
  public int submits() {
    return count(Entry.Kind.SUBMIT);
  }

  /** How often it was charged; more than once is a double bill. */
  public int charges() {
    return count(Entry.Kind.CHARGE);
  }

  /** What it cost in all, in USD, exact. */
  public BigDecimal charged() {
    return entries.stream().map(Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
