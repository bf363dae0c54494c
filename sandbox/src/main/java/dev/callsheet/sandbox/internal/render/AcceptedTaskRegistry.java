package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.behavior.ConflictWindow;
import dev.callsheet.sandbox.internal.ledger.TaskKey;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All accepted tasks, by UUID. */
public final class AcceptedTaskRegistry {
  private final ConflictWindow conflictWindow;
  private final InstantSource clock;
  private final Map<String, AcceptedTask> byTask = new ConcurrentHashMap<>();

  /** An empty registry. */
  public AcceptedTaskRegistry(ConflictWindow window, InstantSource clock) {
    this.conflictWindow = window;
    this.clock = clock;
  }

  /** Starts a render under that UUID; empty, without starting one, when the UUID is taken. */
  public Optional<AcceptedTask> register(String taskUUID, Supplier<AcceptedTask> render) {
    AcceptedTask[] begun = new AcceptedTask[1];
    byTask.compute(
        TaskKey.of(taskUUID),
        (key, current) -> {
          if (current != null && isTaken(current)) {
            return current;
          }
          begun[0] = render.get();
          return begun[0];
        });
    return Optional.ofNullable(begun[0]);
  }

  /** The render under that UUID, the latest one where there were several. */
  public Optional<AcceptedTask> find(String taskUUID) {
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
