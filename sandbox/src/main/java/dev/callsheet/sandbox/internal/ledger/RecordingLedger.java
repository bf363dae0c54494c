package dev.callsheet.sandbox.internal.ledger;

import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.sandbox.ledger.TaskAccount;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The ledger as the sandbox writes it, in memory. */
public final class RecordingLedger implements Ledger {
  private final InstantSource clock;
  private final List<LedgerEntry> entries = new ArrayList<>();

  /** An empty ledger that dates its entries by this clock. */
  public RecordingLedger(InstantSource clock) {
    this.clock = clock;
  }

  /** Records what happened to a task. */
  public void record(LedgerEntry.Kind kind, String taskUUID, String note) {
    record(kind, taskUUID, BigDecimal.ZERO, note);
  }

  /** Records a charge, in USD. */
  public void charge(String taskUUID, BigDecimal amount, String note) {
    record(LedgerEntry.Kind.CHARGE, taskUUID, amount, note);
  }

  private synchronized void record(
      LedgerEntry.Kind kind, String taskUUID, BigDecimal amount, String note) {
    entries.add(new LedgerEntry(clock.instant(), kind, TaskKey.of(taskUUID), amount, note));
  }

  @Override
  public synchronized List<LedgerEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public TaskAccount account(UUID taskUUID) {
    return account(taskUUID.toString());
  }

  @Override
  public TaskAccount account(String task) {
    String key = TaskKey.of(task);
    return new TaskAccount(
        entries().stream().filter(entry -> entry.taskUUID().equals(key)).toList());
  }

  @Override
  public Map<String, TaskAccount> accounts() {
    return entries().stream()
        .collect(
            Collectors.groupingBy(
                LedgerEntry::taskUUID,
                LinkedHashMap::new,
                Collectors.collectingAndThen(Collectors.toList(), TaskAccount::new)));
  }

  @Override
  public BigDecimal totalCharged() {
    return new TaskAccount(entries()).totalCharged();
  }
}
