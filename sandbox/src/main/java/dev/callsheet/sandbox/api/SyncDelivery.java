package dev.callsheet.sandbox.api;

import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.ledger.Entry;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.render.Outcome;
import dev.callsheet.sandbox.render.Render;
import dev.callsheet.sandbox.render.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Answers submissions whose results are waited for: with the results, or, when they take longer
 * than the server waits, with a timeout that does nothing to the task.
 */
final class SyncDelivery {
  private static final int GATEWAY_TIMEOUT = 504;

  private final Knobs knobs;
  private final Ledger ledger;
  private final InstantSource clock;
  private final ResultItems items;

  SyncDelivery(Knobs knobs, Ledger ledger, InstantSource clock) {
    this.knobs = knobs;
    this.ledger = ledger;
    this.clock = clock;
    this.items = new ResultItems(knobs);
  }

  Answer answer(Render render) {
    Instant end = render.began().plus(knobs.syncWindow());
    return render.isOver(end)
        ? new Answer(until(render.over()), () -> results(render))
        : new Answer(until(end), () -> timeout(render));
  }

  private Duration until(Instant due) {
    Duration left = Duration.between(clock.instant(), due);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Envelope results(Render render) {
    Envelope envelope = new Envelope(knobs);
    envelope.serve();
    for (Result result : render.results()) {
      items.addFinished(render, result, envelope);
      if (result.outcome() instanceof Outcome.Rendered rendered) {
        ledger.record(
            Entry.Kind.REPLY,
            render.taskUUID(),
            "result " + rendered.media().uuid() + " delivered");
      }
    }
    return envelope;
  }

  private Envelope timeout(Render render) {
    Envelope envelope = new Envelope(knobs);
    envelope.reject(
        ApiError.of(
                "timeout",
                "The task takes longer than a reply is waited for. It goes on: fetch its results"
                    + " with getResponse.")
            .in(render.taskType(), render.taskUUID()),
        GATEWAY_TIMEOUT);
    return envelope;
  }
}
