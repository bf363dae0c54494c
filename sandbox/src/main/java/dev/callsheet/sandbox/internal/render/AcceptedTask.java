package dev.callsheet.sandbox.internal.render;

import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An accepted task and its results, which are known from the start.
 *
 * @param taskUUID as the caller wrote it
 * @param specId of the spec that describes its model; null where none does
 * @param taskType such as {@code videoInference}
 * @param request the task as it was submitted
 * @param quote what it costs
 * @param isSynchronous whether its results are the reply to its submission
 * @param results at least one, in the order they are finished
 */
public record AcceptedTask(
    String taskUUID,
    @Nullable String specId,
    String taskType,
    ObjectNode request,
    TaskQuote quote,
    boolean isSynchronous,
    List<RenderResult> results) {
  /** Copies the list, so that a render never changes. */
  public AcceptedTask {
    results = List.copyOf(results);
  }

  /** Whether the last result is finished by then. */
  public boolean isFinished(Instant now) {
    return !now.isBefore(finishedAt());
  }

  /** Charges what the sandbox that accepted it could not any more. */
  public void restoreCharge(RecordingLedger ledger) {
    ledger.restoreCharge(taskUUID, startedAt(), quote.chargedAmount(), quote.why());
  }

  /** When it began. */
  public Instant startedAt() {
    return results.get(0).startedAt();
  }

  /** When the last result is finished. */
  public Instant finishedAt() {
    return results.stream()
        .map(RenderResult::finishedAt)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
