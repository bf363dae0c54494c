package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.sandbox.internal.ledger.TaskKey;
import dev.callsheet.sandbox.internal.limit.Retention;
import dev.callsheet.sandbox.internal.render.AcceptedTaskJson;
import dev.callsheet.sandbox.internal.state.SandboxState;
import dev.callsheet.sandbox.internal.state.SandboxState.Section;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tasks that were taken and are not forgotten, in their order.
 *
 * <p>One is taken at a time; what is forgotten meanwhile does not wait for that.
 */
final class TaskRegistry {
  /** What the state has of a task, and of its end by a caller. */
  private static final String TASK = "task";

  private static final String END = "end";

  private final Retention retention;
  private final SandboxState state;
  private final Object taking = new Object();
  private final Map<String, PlatformTask> byId = new LinkedHashMap<>();
  private final Map<String, PlatformTask> byKey = new HashMap<>();

  /**
   * A task, and whether a repetition was recognized, so that it was there before.
   *
   * @param task the task
   */
  record Registration(PlatformTask task, boolean isRepetition) {}

  /** Makes a task of what the state has of it. */
  @FunctionalInterface
  interface Reader {
    PlatformTask read(String model, ObjectNode body, JsonNode render, PlatformTask.End end);
  }

  /** The tasks of the state; one is dropped when it is forgotten. */
  TaskRegistry(Retention retention, SandboxState state, Reader reader) {
    this.retention = retention;
    this.state = state;
    Map<String, PlatformTask.End> ends = new HashMap<>();
    state.restore(
        Section.TASKS,
        (taskKey, name, value) -> {
          if (name.equals(END)) {
            ends.put(taskKey, end(value));
          }
        });
    state.restore(
        Section.TASKS,
        (taskKey, name, value) -> {
          if (name.equals(TASK)) {
            restore(value, ends.getOrDefault(taskKey, PlatformTask.End.NONE), reader);
          }
        });
    retention.onForget(this::forget);
  }

  private void restore(JsonNode kept, PlatformTask.End end, Reader reader) {
    PlatformTask task =
        reader.read(
            kept.path("model").asString(),
            (ObjectNode) kept.path("body"),
            kept.path("render"),
            end);
    retention.restore(
        TaskKey.of(task.id()), task.render().finishedAt(), kept.path("weight").asLong());
    add(kept.path("key").stringValueOpt().orElse(null), task);
  }

  private static PlatformTask.End end(JsonNode kept) {
    return new PlatformTask.End(
        kept.path("cancelled").asBoolean(), kept.path("deleted").asBoolean());
  }

  /** Keeps how a caller has ended a task, unless that is forgotten meanwhile. */
  synchronized void keepEnd(PlatformTask task) {
    String taskKey = TaskKey.of(task.id());
    PlatformTask.End end = task.end();
    if (byId.get(taskKey) == task && !end.equals(PlatformTask.End.NONE)) {
      state.put(
          Section.TASKS,
          taskKey,
          END,
          () ->
              JsonNodeFactory.instance
                  .objectNode()
                  .put("cancelled", end.isCancelled())
                  .put("deleted", end.isDeleted()));
    }
  }

  private static ObjectNode toJson(PlatformTask task, @Nullable String key, long weight) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("model", task.model())
            .put("key", key)
            .put("weight", weight);
    json.set("body", task.body());
    json.set("render", AcceptedTaskJson.write(task.render()));
    return json;
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
      state.put(Section.TASKS, TaskKey.of(task.id()), TASK, () -> toJson(task, key, weight));
      add(key, task); // what could not be written was not taken
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
    state.forget(Section.TASKS, taskKey);
  }

  synchronized List<PlatformTask> all() {
    return List.copyOf(byId.values());
  }
}
