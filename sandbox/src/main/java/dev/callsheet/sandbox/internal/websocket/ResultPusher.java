package dev.callsheet.sandbox.internal.websocket;

import dev.callsheet.sandbox.behavior.PushedResults;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.internal.json.ExactDecimalJson;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.RenderOutcome;
import dev.callsheet.sandbox.internal.render.RenderResult;
import dev.callsheet.sandbox.internal.service.DueTime;
import dev.callsheet.sandbox.internal.service.ResponseEnvelope;
import dev.callsheet.sandbox.internal.service.ResultItemWriter;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;

/** Sends each result to a session when it is finished, unless the reply has it. */
final class ResultPusher {
  private final SandboxBehavior behavior;
  private final RecordingLedger ledger;
  private final InstantSource clock;
  private final Scheduler scheduler;

  ResultPusher(
      SandboxBehavior behavior, RecordingLedger ledger, InstantSource clock, Scheduler scheduler) {
    this.behavior = behavior;
    this.ledger = ledger;
    this.clock = clock;
    this.scheduler = scheduler;
  }

  void schedule(AcceptedTask render, ServerSession session) {
    if (behavior.webSocket().pushedResults() == PushedResults.EACH && !render.isSynchronous()) {
      render.results().forEach(result -> schedule(render, result, session));
    }
  }

  private void schedule(AcceptedTask render, RenderResult result, ServerSession session) {
    long nanos = DueTime.until(result.finishedAt(), clock).toNanos();
    scheduler.schedule(() -> push(render, result, session), nanos, TimeUnit.NANOSECONDS);
  }

  private void push(AcceptedTask render, RenderResult result, ServerSession session) {
    ResponseEnvelope envelope = new ResponseEnvelope(behavior);
    new ResultItemWriter(behavior).addState(render, result, result.finishedAt(), envelope);
    session.deliver(
        ExactDecimalJson.MAPPER.writeValueAsString(envelope.toJson()),
        () -> {
          if (result.outcome() instanceof RenderOutcome.Delivered done) {
            ledger.record(LedgerEntry.Kind.PUSH, render.taskUUID(), done.label() + " pushed");
          }
        });
  }
}
