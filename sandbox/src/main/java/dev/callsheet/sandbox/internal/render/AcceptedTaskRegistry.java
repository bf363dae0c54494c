package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.behavior.ConflictWindow;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All accepted tasks, by UUID. */
public final class AcceptedTaskRegistry {
  private final ConflictWindow conflictWindow;
  private final InstantSource clock;
  private final Map<String, AcceptedTask> byTask = new ConcurrentHashMap<>();

  /** No tasks yet. */
  public AcceptedTaskRegistry(ConflictWindow window, InstantSource clock) {
    this.conflictWindow = window;
    this.clock = clock;
  }

  /** Begins a render under that UUID; empty, and nothing is begun, when the UUID is taken. */
  public Optional<AcceptedTask> register(String taskUUID, Supplier<AcceptedTask> render) {
    AcceptedTask[] begun = new AcceptedTask[1];
    byTask.compute(
        key(taskUUID),
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
    return Optional.ofNullable(byTask.get(key(taskUUID)));
  }

  private boolean isTaken(AcceptedTask render) {
    return switch (conflictWindow) {
      case FOREVER -> true;
      case RUNNING -> !render.isFinished(clock.instant());
      case OFF -> false;
    };
  }

  private static String key(String taskUUID) {
    return taskUUID.toLowerCase(Locale.ROOT);
  }
}
