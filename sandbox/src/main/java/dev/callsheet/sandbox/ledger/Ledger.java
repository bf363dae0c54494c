package dev.callsheet.sandbox.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Every submission, charge and delivery of the tasks that the sandbox has not forgotten. Only the
 * sandbox writes it; it may be read at any time, by any thread.
 */
public interface Ledger {
  /** Everything that happened, in order. */
  List<LedgerEntry> entries();

  /** What happened to that task; an account without entries when nothing did. */
  TaskAccount account(UUID taskUUID);

  /** The same for a task that is not named by a UUID, where the sandbox takes such. */
  TaskAccount account(String task);

  /** The accounts of all these tasks, by UUID, in the order of their arrival. */
  Map<String, TaskAccount> accounts();

  /** What was charged since the start, forgotten tasks included, in USD, exact. */
  BigDecimal totalCharged();
}
