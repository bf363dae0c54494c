package dev.callsheet.sandbox.render;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * An accepted task and everything that will become of it.
 *
 * @param taskUUID as the caller wrote it
 * @param taskType such as {@code videoInference}
 * @param request the task as it was submitted
 * @param quote what it costs
 * @param results at least one, in the order they are finished
 */
public record Render(
    String taskUUID, String taskType, ObjectNode request, Quote quote, List<Result> results) {
  /** Copies the list, so that a render never changes. */
  public Render {
    results = List.copyOf(results);
  }

  /** Whether the last result is finished by then. */
  public boolean isOver(Instant now) {
    return results.stream().allMatch(result -> result.isReady(now));
  }
}
