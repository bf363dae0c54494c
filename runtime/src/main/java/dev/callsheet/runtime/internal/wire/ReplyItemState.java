package dev.callsheet.runtime.internal.wire;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How far the result that an item of a reply stands for has come. */
public enum ReplyItemState {
  /** Accepted, waiting or being made. */
  RUNNING,
  /** Here. */
  DELIVERED,
  /** Not coming. */
  FAILED;

  private static final Set<String> FAILURES = Set.of("error", "failed");
  private static final Set<String> SUCCESSES = Set.of("success", "completed");
  private static final Set<String> STILL_RUNNING =
      Set.of("processing", "pending", "queued", "scheduled", "waiting", "running", "started");

  /**
   * The state that an item reports. A word not known here means running, unless the result is in
   * the item; no word at all means the same (an acknowledgment, or a result delivered at once).
   */
  static ReplyItemState of(JsonNode item) {
    var word = item.path("status").asString("");
    if (FAILURES.contains(word)) {
      return FAILED;
    }
    if (SUCCESSES.contains(word)) {
      return DELIVERED;
    }
    if (STILL_RUNNING.contains(word)) {
      return RUNNING;
    }
    return new MediaFields(item).hasPayload() ? DELIVERED : RUNNING;
  }
}
