package dev.callsheet.sandbox.socket;

import dev.callsheet.sandbox.api.Envelope;
import dev.callsheet.sandbox.api.ResultItems;
import dev.callsheet.sandbox.http.Json;
import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.PushedResults;
import dev.callsheet.sandbox.ledger.Entry;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.render.Outcome;
import dev.callsheet.sandbox.render.Render;
import dev.callsheet.sandbox.render.Result;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;

/** Tells a session of each result when it is finished, unless the reply has it anyway. */
final class Pushes {
  private final Knobs knobs;
  private final Ledger ledger;
  private final InstantSource clock;
  private final Scheduler scheduler;

  Pushes(Knobs knobs, Ledger ledger, InstantSource clock, Scheduler scheduler) {
    this.knobs = knobs;
    this.ledger = ledger;
    this.clock = clock;
    this.scheduler = scheduler;
  }

  void schedule(Render render, Session session) {
    if (knobs.socket().pushedResults() == PushedResults.EACH && !render.awaited()) {
      render.results().forEach(result -> schedule(render, result, session));
    }
  }

  private void schedule(Render render, Result result, Session session) {
    Duration wait = Duration.between(clock.instant(), result.ready());
    scheduler.schedule(
        () -> push(render, result, session), Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
  }

  private void push(Render render, Result result, Session session) {
    Envelope envelope = new Envelope(knobs);
    new ResultItems(knobs).add(render, result, result.ready(), envelope);
    if (result.outcome() instanceof Outcome.Rendered rendered) {
      ledger.record(
          Entry.Kind.PUSH, render.taskUUID(), "result " + rendered.media().uuid() + " pushed");
    }
    session.tell(Json.MAPPER.writeValueAsString(envelope.toJson()));
  }
}
