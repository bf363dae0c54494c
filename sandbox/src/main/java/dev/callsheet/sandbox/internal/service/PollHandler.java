package dev.callsheet.sandbox.internal.service;

import dev.callsheet.sandbox.behavior.ResultOrder;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.UnknownTaskPolicy;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.ledger.TaskKey;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.AcceptedTaskRegistry;
import dev.callsheet.sandbox.internal.render.RenderOutcome;
import dev.callsheet.sandbox.internal.render.RenderResult;
import dev.callsheet.sandbox.ledger.LedgerEntry;
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
final class PollHandler {
  private static final int NOT_FOUND = 404;

  private final SandboxBehavior behavior;
  private final AcceptedTaskRegistry renders;
  private final RecordingLedger ledger;
  private final InstantSource clock;
  private final ResultItemWriter items;
  private final Map<String, Integer> polls = new ConcurrentHashMap<>();

  PollHandler(
      SandboxBehavior behavior,
      AcceptedTaskRegistry renders,
      RecordingLedger ledger,
      InstantSource clock) {
    this.behavior = behavior;
    this.renders = renders;
    this.ledger = ledger;
    this.clock = clock;
    this.items = new ResultItemWriter(behavior);
  }

  void handle(String taskUUID, RequestContext context, ResponseEnvelope envelope) {
    renders
        .find(taskUUID)
        .ifPresentOrElse(
            render -> addResults(render, envelope),
            () -> handleUnknownTask(taskUUID, context, envelope));
  }

  /** Drops what is known of a task, by its key. */
  void forget(String task) {
    polls.remove(task);
  }

  private void addResults(AcceptedTask render, ResponseEnvelope envelope) {
    Instant now = clock.instant();
    envelope.addServedTask();
    for (RenderResult result : ordered(render, now)) {
      items.addState(render, result, now, envelope);
      if (result.isFinished(now) && result.outcome() instanceof RenderOutcome.Delivered done) {
        ledger.record(LedgerEntry.Kind.POLL, render.taskUUID(), done.label() + " delivered");
      }
    }
  }

  /** Nothing at all, unless a caller could not know what that is the reply to. */
  private void handleUnknownTask(
      String taskUUID, RequestContext context, ResponseEnvelope envelope) {
    if (behavior.unknownTask() == UnknownTaskPolicy.ERROR || context.isReplyNamed()) {
      envelope.reject(
          ErrorEntry.of("taskNotFound", "No task with this UUID was submitted.")
              .withParameter("taskUUID")
              .withTask("getResponse", taskUUID),
          NOT_FOUND);
    } else {
      envelope.addServedTask();
    }
  }

  private List<RenderResult> ordered(AcceptedTask render, Instant now) {
    List<RenderResult> results = new ArrayList<>(render.results());
    if (behavior.resultOrder() == ResultOrder.UNFINISHED_FIRST) {
      results.sort(Comparator.comparing(result -> result.isFinished(now)));
    } else if (behavior.resultOrder() == ResultOrder.ROTATING) {
      Collections.rotate(results, 1 - polls.merge(TaskKey.of(render.taskUUID()), 1, Integer::sum));
    } else if (behavior.resultOrder() == ResultOrder.SHUFFLED) {
      results.addAll(results.subList(0, ThreadLocalRandom.current().nextInt(results.size() + 1)));
      Collections.shuffle(results);
    }
    return results;
  }
}
