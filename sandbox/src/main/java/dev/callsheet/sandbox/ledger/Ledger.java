package dev.callsheet.sandbox.ledger;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every submit, charge and delivery since the sandbox was started. Safe to read at any time. */
public final class Ledger {
  private final InstantSource clock;
  private final List<LedgerEntry> entries = new ArrayList<>();

  /** An empty ledger that dates its entries by this clock. */
  public Ledger(InstantSource clock) {
    this.clock = clock;
  }

  /** Writes down what happened to a task. */
  public void record(LedgerEntry.Kind kind, String taskUUID, String note) {
    record(kind, taskUUID, BigDecimal.ZERO, note);
  }

  /** Writes down a charge, in USD. */
  public void charge(String taskUUID, BigDecimal amount, String note) {
    record(LedgerEntry.Kind.CHARGE, taskUUID, amount, note);
  }

  private synchronized void record(
      LedgerEntry.Kind kind, String taskUUID, BigDecimal amount, String note) {
    entries.add(new LedgerEntry(clock.instant(), kind, key(taskUUID), amount, note));
  }

  /** Everything that happened, in order. */
  public synchronized List<LedgerEntry> entries() {
    return List.copyOf(entries);
  }

  /** What happened to that task; an account without entries when nothing did. */
  public TaskAccount account(UUID taskUUID) {
    String key = taskUUID.toString();
    return new TaskAccount(
        entries().stream().filter(entry -> entry.taskUUID().equals(key)).toList());
  }

  /** The accounts of all tasks that ever arrived, by UUID, in the order of their arrival. */
  public Map<String, TaskAccount> accounts() {
    Map<String, List<LedgerEntry>> byTask =
        entries().stream()
            .collect(
                Collectors.groupingBy(
                    LedgerEntry::taskUUID, LinkedHashMap::new, Collectors.toList()));
    Map<String, TaskAccount> accounts = new LinkedHashMap<>();
    byTask.forEach((task, own) -> accounts.put(task, new TaskAccount(own)));
    return accounts;
  }

  /** What was charged in all, in USD, exact. */
  public BigDecimal totalCharged() {
    return new TaskAccount(entries()).totalCharged();
  }

  private static String key(String taskUUID) {
    return taskUUID.toLowerCase(Locale.ROOT);
  }
}
