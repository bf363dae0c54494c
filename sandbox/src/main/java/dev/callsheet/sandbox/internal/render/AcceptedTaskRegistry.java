package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.behavior.ConflictWindow;
import dev.callsheet.sandbox.internal.ledger.TaskKey;
import dev.callsheet.sandbox.internal.limit.JsonWeight;
import dev.callsheet.sandbox.internal.limit.Retention;
import dev.callsheet.sandbox.internal.state.SandboxState;
import dev.callsheet.sandbox.internal.state.SandboxState.Section;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** All accepted tasks, by UUID. */
public final class AcceptedTaskRegistry {
  /** What a task is called in the state. */
  private static final String TASK = "task";

  private final ConflictWindow conflictWindow;
  private final InstantSource clock;
  private final Retention retention;
  private final SandboxState state;
  private final Map<String, AcceptedTask> byTask = new ConcurrentHashMap<>();
  private final Set<String> beginning = ConcurrentHashMap.newKeySet();

  /**
   * A registry of which a task is dropped when it is forgotten.
   *
   * @param state has the tasks that it begins with
   * @param reader makes a task of what is in the state
   */
  public AcceptedTaskRegistry(
      ConflictWindow window,
      InstantSource clock,
      Retention retention,
      SandboxState state,
      Function<JsonNode, AcceptedTask> reader) {
    this.conflictWindow = window;
    this.clock = clock;
    this.retention = retention;
    this.state = state;
    state.restore(Section.TASKS, (key, name, value) -> restore(key, reader.apply(value)));
    retention.onForget(this::forget);
  }

  private void restore(String key, AcceptedTask task) {
    retention.restore(key, task.finishedAt(), JsonWeight.of(task.request()));
    byTask.put(key, task);
  }

  private void forget(String key) {
    byTask.remove(key);
    state.forget(Section.TASKS, key);
  }

  /** All of them, in no order. */
  public Collection<AcceptedTask> all() {
    return List.copyOf(byTask.values());
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
      state.put(Section.TASKS, key, TASK, () -> AcceptedTaskJson.write(begun));
      byTask.put(key, begun); // what could not be written was not accepted
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
