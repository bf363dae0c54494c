package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.sandbox.internal.ledger.TaskKey;
import dev.callsheet.sandbox.internal.limit.Retention;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that were taken and are not forgotten, in their order.
 *
 * <p>One is taken at a time; what is forgotten meanwhile does not wait for that.
 */
final class TaskRegistry {
  private final Retention retention;
  private final Object taking = new Object();
  private final Map<String, PlatformTask> byId = new LinkedHashMap<>();
  private final Map<String, PlatformTask> byKey = new HashMap<>();

  /**
   * A task, and whether a repetition was recognized, so that it was there before.
   *
   * @param task the task
   */
  record Registration(PlatformTask task, boolean isRepetition) {}

  /** No tasks yet; one is dropped when it is forgotten. */
  TaskRegistry(Retention retention) {
    this.retention = retention;
    retention.onForget(this::forget);
  }

  /**
   * Takes a task, unless one with the same key was taken before.
   *
   * @param key by which a repetition is recognized; null for none
   * @param weight of the task, in bytes
   * @return empty where there is no room for it beside those that run
   */
  Optional<Registration> register(@Nullable String key, long weight, Supplier<PlatformTask> begin) {
    synchronized (taking) {
      Optional<PlatformTask> known = withKey(key);
      if (known.isPresent()) {
        return known.map(task -> new Registration(task, true));
      }
      if (!retention.hasRoom(weight)) {
        return Optional.empty();
      }
      PlatformTask task = begin.get();
      retention.keep(TaskKey.of(task.id()), task.render().finishedAt(), weight);
      add(key, task);
      return Optional.of(new Registration(task, false));
    }
  }

  private synchronized Optional<PlatformTask> withKey(@Nullable String key) {
    return key == null ? Optional.empty() : Optional.ofNullable(byKey.get(key));
  }

  private synchronized void add(@Nullable String key, PlatformTask task) {
    byId.put(TaskKey.of(task.id()), task);
    if (key != null) {
      byKey.put(key, task);
    }
  }

  Optional<PlatformTask> find(@Nullable String id) {
    retention.sweep();
    return id == null ? Optional.empty() : Optional.ofNullable(withId(TaskKey.of(id)));
  }

  private synchronized @Nullable PlatformTask withId(String taskKey) {
    return byId.get(taskKey);
  }

  private synchronized void forget(String taskKey) {
    PlatformTask forgotten = byId.remove(taskKey);
    byKey.values().removeIf(task -> task == forgotten);
  }

  synchronized List<PlatformTask> all() {
    return List.copyOf(byId.values());
  }
}
