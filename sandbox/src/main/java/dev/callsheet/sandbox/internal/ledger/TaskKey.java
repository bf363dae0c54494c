package dev.callsheet.sandbox.internal.ledger;

import java.util.Locale;

/** The form of a task's UUID that tasks are found by: UUIDs are the same in either case. */
public final class TaskKey {
  private TaskKey() {}

  /** The UUID in lower case. */
  public static String of(String taskUUID) {
    return taskUUID.toLowerCase(Locale.ROOT);
  }
}
