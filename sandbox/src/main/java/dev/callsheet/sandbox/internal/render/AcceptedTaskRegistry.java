package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.behavior.ConflictWindow;
import dev.callsheet.sandbox.internal.ledger.TaskKey;
import dev.callsheet.sandbox.internal.limit.JsonWeight;
import dev.callsheet.sandbox.internal.limit.Retention;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** All accepted tasks, by UUID. */
public final class AcceptedTaskRegistry {
  private final ConflictWindow conflictWindow;
  private final InstantSource clock;
  private final Retention retention;
  private final Map<String, AcceptedTask> byTask = new ConcurrentHashMap<>();
  private final Set<String> beginning = ConcurrentHashMap.newKeySet();

  /** An empty registry, of which a task is dropped when it is forgotten. */
  public AcceptedTaskRegistry(ConflictWindow window, InstantSource clock, Retention retention) {
    this.conflictWindow = window;
    this.clock = clock;
    this.retention = retention;
    retention.onForget(byTask::remove);
  }

  /** Starts a render under that UUID; empty, without starting one, when the UUID is taken. */
  public Optional<AcceptedTask> register(String taskUUID, Supplier<AcceptedTask> render) {
    String key = TaskKey.of(taskUUID);
    if (!begin(key)) {
      return Optional.empty();
    }
    try {
      // Without the lock: others are rendered at the same time.
      AcceptedTask begun = render.get();
      retention.keep(key, begun.finishedAt(), JsonWeight.of(begun.request()));
      byTask.put(key, begun);
      return Optional.of(begun);
    } finally {
      beginning.remove(key);
    }
  }

  private synchronized boolean begin(String key) {
    AcceptedTask current = byTask.get(key);
    return (current == null || !isTaken(current)) && beginning.add(key);
  }

  /** Whether a task could be kept until it is finished, beside all others that run. */
  public boolean hasRoom(JsonNode task) {
    return retention.hasRoom(JsonWeight.of(task));
  }

  /** The render under that UUID, the latest one where there were several. */
  public Optional<AcceptedTask> find(String taskUUID) {
    retention.sweep();
    return Optional.ofNullable(byTask.get(TaskKey.of(taskUUID)));
  }

  private boolean isTaken(AcceptedTask render) {
    return switch (conflictWindow) {
      case FOREVER -> true;
      case RUNNING -> !render.isFinished(clock.instant());
      case OFF -> false;
    };
  }
}
