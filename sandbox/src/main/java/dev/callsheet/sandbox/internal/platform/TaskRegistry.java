package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.sandbox.internal.ledger.TaskKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tasks that were taken, in their order. */
final class TaskRegistry {
  private final Map<String, PlatformTask> byId = new LinkedHashMap<>();
  private final Map<String, PlatformTask> byKey = new HashMap<>();

  /**
   * A task, and whether a repetition was recognized, so that it was there before.
   *
   * @param task the task
   */
  record Registration(PlatformTask task, boolean isRepetition) {}

  /**
   * Takes a task, unless one with the same key was taken before.
   *
   * @param key by which a repetition is recognized; null for none
   */
  synchronized Registration register(@Nullable String key, Supplier<PlatformTask> begin) {
    PlatformTask known = key == null ? null : byKey.get(key);
    if (known != null) {
      return new Registration(known, true);
    }
    PlatformTask task = begin.get();
    byId.put(TaskKey.of(task.id()), task);
    if (key != null) {
      byKey.put(key, task);
    }
    return new Registration(task, false);
  }

  synchronized Optional<PlatformTask> find(@Nullable String id) {
    return id == null ? Optional.empty() : Optional.ofNullable(byId.get(TaskKey.of(id)));
  }

  /** Drops a task by the key under which the ledger has it. */
  synchronized void forget(String taskKey) {
    PlatformTask forgotten = byId.remove(taskKey);
    byKey.values().removeIf(task -> task == forgotten);
  }

  synchronized List<PlatformTask> all() {
    return List.copyOf(byId.values());
  }
}
