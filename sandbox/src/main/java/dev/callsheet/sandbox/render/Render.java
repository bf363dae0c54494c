package dev.callsheet.sandbox.render;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * An accepted task and everything that will become of it.
 *
 * @param taskUUID as the caller wrote it
 * @param taskType such as {@code videoInference}
 * @param request the task as it was submitted
 * @param quote what it costs
 * @param awaited whether its results are the reply to its submission
 * @param results at least one, in the order they are finished
 */
public record Render(
    String taskUUID,
    String taskType,
    ObjectNode request,
    Quote quote,
    boolean awaited,
    List<Result> results) {
  /** Copies the list, so that a render never changes. */
  public Render {
    results = List.copyOf(results);
  }

  /** Whether the last result is finished by then. */
  public boolean isOver(Instant now) {
    return !now.isBefore(over());
  }

  /** When it began. */
  public Instant began() {
    return results.get(0).began();
  }

  /** When the last result is finished. */
  public Instant over() {
    return results.stream().map(Result::ready).max(Comparator.naturalOrder()).orElseThrow();
  }
}
