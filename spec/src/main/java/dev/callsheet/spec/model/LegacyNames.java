package dev.callsheet.spec.model;

import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names of earlier days that a platform still takes, since clients send them.
 *
 * @param tasks the kinds of tasks by their old names
 * @param parameters those with another name, in the order in which they are renamed
 */
public record LegacyNames(Map<String, String> tasks, List<Renaming> parameters) {
  /** Every name is one of today. */
  public static final LegacyNames NONE = new LegacyNames(Map.of(), List.of());

  /**
   * A parameter with another name, or in another place.
   *
   * @param from its old path
   * @param to its path of today, in the same item of a list where there are any
   */
  public record Renaming(ParameterPath from, ParameterPath to) {}

  /** Copies the collections, so that names never change. */
  public LegacyNames {
    tasks = Map.copyOf(tasks);
    parameters = List.copyOf(parameters);
  }

  /** Those of a model's platform that are old names in that model. */
  public static LegacyNames of(ModelSpec model) {
    Platform platform = model.metadata().platform();
    if (platform == null || platform.legacy().equals(NONE)) {
      return NONE;
    }
    return new LegacyNames(
        platform.legacy().tasks(),
        platform.legacy().parameters().stream()
            .filter(renaming -> model.parameter(renaming.to()).isPresent())
            .filter(renaming -> model.parameter(renaming.from()).isEmpty())
            .toList());
  }

  /** What a kind of task is called today; empty where that is its name already. */
  public Optional<String> task(JsonNode name) {
    return Optional.ofNullable(tasks.get(name.asString("")));
  }

  /** The request with its kind of task as it is called today. */
  public JsonNode renameTask(JsonNode request, RequestIdentity identity) {
    String member = identity.task();
    JsonNode kind = member == null ? null : request.get(member);
    Optional<String> now = kind == null ? Optional.empty() : task(kind);
    return now.isPresent() && request instanceof ObjectNode given
        ? given.deepCopy().put(member, now.get())
        : request;
  }
}
