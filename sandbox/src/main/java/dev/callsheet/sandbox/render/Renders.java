package dev.callsheet.sandbox.render;

import dev.callsheet.sandbox.knob.ConflictWindow;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** All accepted tasks, by UUID. */
public final class Renders {
  private final ConflictWindow window;
  private final InstantSource clock;
  private final Map<String, Render> byTask = new ConcurrentHashMap<>();

  /** No tasks yet. */
  public Renders(ConflictWindow window, InstantSource clock) {
    this.window = window;
    this.clock = clock;
  }

  /** Begins a render under that UUID; empty, and nothing is begun, when the UUID is taken. */
  public Optional<Render> begin(String taskUUID, Supplier<Render> render) {
    Render[] begun = new Render[1];
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
  public Optional<Render> find(String taskUUID) {
    return Optional.ofNullable(byTask.get(key(taskUUID)));
  }

  private boolean isTaken(Render render) {
    return switch (window) {
      case FOREVER -> true;
      case RUNNING -> !render.isOver(clock.instant());
      case OFF -> false;
    };
  }

  private static String key(String taskUUID) {
    return taskUUID.toLowerCase(Locale.ROOT);
  }
}
