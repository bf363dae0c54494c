package dev.callsheet.sandbox.internal.service;

import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.RenderOutcome;
import dev.callsheet.sandbox.internal.render.RenderResult;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Answers submissions whose results are waited for: with the results, or, when they take longer
 * than the server waits, with a timeout that does nothing to the task.
 */
final class SyncDelivery {
  private static final int GATEWAY_TIMEOUT = 504;

  private final SandboxBehavior behavior;
  private final RecordingLedger ledger;
  private final InstantSource clock;
  private final ResultItemWriter items;

  SyncDelivery(SandboxBehavior behavior, RecordingLedger ledger, InstantSource clock) {
    this.behavior = behavior;
    this.ledger = ledger;
    this.clock = clock;
    this.items = new ResultItemWriter(behavior);
  }

  DelayedEnvelope handle(AcceptedTask render) {
    Instant end = render.startedAt().plus(behavior.syncWindow());
    return render.isFinished(end)
        ? new DelayedEnvelope(DueTime.until(render.finishedAt(), clock), () -> results(render))
        : new DelayedEnvelope(DueTime.until(end, clock), () -> timeoutError(render));
  }

  private ResponseEnvelope results(AcceptedTask render) {
    ResponseEnvelope envelope = new ResponseEnvelope(behavior);
    envelope.addServedTask();
    for (RenderResult result : render.results()) {
      items.addFinished(render, result, envelope);
      if (result.outcome() instanceof RenderOutcome.Delivered done) {
        ledger.record(LedgerEntry.Kind.REPLY, render.taskUUID(), done.label() + " delivered");
      }
    }
    return envelope;
  }

  private ResponseEnvelope timeoutError(AcceptedTask render) {
    ResponseEnvelope envelope = new ResponseEnvelope(behavior);
    envelope.reject(
        ErrorEntry.of(
                "timeout",
                "The task takes longer than a reply is waited for. It goes on: fetch its results"
                    + " with getResponse.")
            .withTask(render.taskType(), render.taskUUID()),
        GATEWAY_TIMEOUT);
    return envelope;
  }
}
