package dev.callsheet.linter.internal.taskuuid;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For each task that has the UUID of an earlier one: where that was used first. */
public final class FirstUses {
  /** No task has the UUID of another. */
  public static final FirstUses NONE = new FirstUses(Map.of());

  private final Map<Long, FirstUse> byTask;

  /** By the {@linkplain #key keys} of the tasks that repeat a UUID. */
  FirstUses(Map<Long, FirstUse> byTask) {
    this.byTask = byTask;
  }

  /**
   * Which task of a file.
   *
   * @param line its line, where lines are documents; 0 in a file that is one document
   * @param item which task of a list; -1 where there is no list
   */
  static long key(int line, int item) {
    return ((long) line << 32) | (item & 0xFFFFFFFFL);
  }

  /** Whether no task has the UUID of another. */
  public boolean isEmpty() {
    return byTask.isEmpty();
  }

  /**
   * Where the UUID of a task was used first; null when nowhere before.
   *
   * @param line of the task, where lines are documents; 0 in a file that is one document
   * @param pointer to the task, from the outermost value of its document
   */
  public @Nullable FirstUse of(int line, String pointer) {
    return byTask.isEmpty()
        ? null
        : byTask.get(key(line, pointer.isEmpty() ? -1 : Integer.parseInt(pointer.substring(1))));
  }
}
