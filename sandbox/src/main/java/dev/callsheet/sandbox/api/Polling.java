package dev.callsheet.sandbox.api;

import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.ResultOrder;
import dev.callsheet.sandbox.knob.UnknownTask;
import dev.callsheet.sandbox.ledger.Entry;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.render.Outcome;
import dev.callsheet.sandbox.render.Render;
import dev.callsheet.sandbox.render.Renders;
import dev.callsheet.sandbox.render.Result;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Answers {@code getResponse}: the state of all results of a task, finished or not. */
final class Polling {
  private static final int NOT_FOUND = 404;

  private final Knobs knobs;
  private final Renders renders;
  private final Ledger ledger;
  private final InstantSource clock;
  private final ResultItems items;
  private final Map<String, Integer> polls = new ConcurrentHashMap<>();

  Polling(Knobs knobs, Renders renders, Ledger ledger, InstantSource clock) {
    this.knobs = knobs;
    this.renders = renders;
    this.ledger = ledger;
    this.clock = clock;
    this.items = new ResultItems(knobs);
  }

  void answer(String taskUUID, Envelope envelope) {
    renders
        .find(taskUUID)
        .ifPresentOrElse(render -> report(render, envelope), () -> missing(taskUUID, envelope));
  }

  private void report(Render render, Envelope envelope) {
    Instant now = clock.instant();
    envelope.serve();
    for (Result result : ordered(render, now)) {
      items.add(render, result, now, envelope);
      if (result.isReady(now) && result.outcome() instanceof Outcome.Rendered rendered) {
        ledger.record(
            Entry.Kind.POLL, render.taskUUID(), "result " + rendered.media().uuid() + " delivered");
      }
    }
  }

  private void missing(String taskUUID, Envelope envelope) {
    if (knobs.unknownTask() == UnknownTask.ERROR) {
      envelope.reject(
          ApiError.of("taskNotFound", "No task with this UUID was submitted.")
              .about("taskUUID")
              .in("getResponse", taskUUID),
          NOT_FOUND);
    } else {
      envelope.serve();
    }
  }

  private List<Result> ordered(Render render, Instant now) {
    List<Result> results = new ArrayList<>(render.results());
    if (knobs.resultOrder() == ResultOrder.UNFINISHED_FIRST) {
      results.sort(Comparator.comparing(result -> result.isReady(now)));
    } else if (knobs.resultOrder() == ResultOrder.ROTATING) {
      Collections.rotate(results, 1 - polls.merge(render.taskUUID(), 1, Integer::sum));
    } else if (knobs.resultOrder() == ResultOrder.SHUFFLED) {
      results.addAll(results.subList(0, ThreadLocalRandom.current().nextInt(results.size() + 1)));
      Collections.shuffle(results);
    }
    return results;
  }
}
