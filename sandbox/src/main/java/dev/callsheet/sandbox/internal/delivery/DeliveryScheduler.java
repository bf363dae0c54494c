package dev.callsheet.sandbox.internal.delivery;

import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WebhookNotice;
import dev.callsheet.sandbox.behavior.WebhookOrder;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.ledger.TaskKey;
import dev.callsheet.sandbox.internal.limit.Retention;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.RenderOutcome;
import dev.callsheet.sandbox.internal.render.RenderResult;
import dev.callsheet.sandbox.internal.service.DeliveryAddress;
import dev.callsheet.sandbox.internal.service.DueTime;
import dev.callsheet.sandbox.internal.state.SandboxState;
import dev.callsheet.sandbox.internal.state.SandboxState.Section;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.JsonNodeFactory;

/** Delivers every result of a task, once it is finished, to the task's webhook and endpoint. */
public final class DeliveryScheduler implements AutoCloseable {
  /** What is behind a result's number in the state, where that part of its delivery has ended. */
  private static final String WEBHOOK = " webhook";

  private static final String UPLOAD = " upload";

  private final SandboxBehavior behavior;
  private final InstantSource clock;
  private final SandboxState state;
  private final WebhookDelivery webhooks;
  private final UploadDelivery uploads;
  private final ScheduledThreadPoolExecutor scheduler =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "callsheet-sandbox-deliveries");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A scheduler without deliveries, which waits by a clock.
   *
   * @param retention of the tasks, with which it is forgotten what was delivered of them
   */
  public DeliveryScheduler(
      SandboxBehavior behavior,
      RecordingLedger ledger,
      InstantSource clock,
      Retention retention,
      SandboxState state) {
    DeliverySender sender = new DeliverySender();
    this.behavior = behavior;
    this.clock = clock;
    this.state = state;
    retention.onForget(task -> state.forget(Section.DELIVERIES, task));
    this.webhooks = new WebhookDelivery(sender, scheduler, behavior, ledger);
    this.uploads = new UploadDelivery(sender, ledger);
  }

  /** Delivers the results of this task as they are finished. */
  public void schedule(AcceptedTask render) {
    state.forget(Section.DELIVERIES, TaskKey.of(render.taskUUID())); // of an earlier one
    if (behavior.webhookNotice() == WebhookNotice.PROCESSING) {
      DeliveryAddress.of(render.request(), DeliveryAddress.WEBHOOK)
          .ifPresent(url -> scheduler.execute(() -> webhooks.sendNotice(url, render)));
    }
    schedule(render, Set.of());
  }

  /**
   * Delivers what another sandbox has not of the tasks that it accepted. What it sent and did not
   * hear of is sent again.
   */
  public void restore(Collection<AcceptedTask> tasks) {
    Map<String, Set<String>> settled = new HashMap<>();
    state.restore(
        Section.DELIVERIES,
        (task, part, value) -> settled.computeIfAbsent(task, key -> new HashSet<>()).add(part));
    for (AcceptedTask task : tasks) {
      schedule(task, settled.getOrDefault(TaskKey.of(task.taskUUID()), Set.of()));
    }
  }

  /**
   * Delivers the results of a task.
   *
   * @param settled the parts of it that are over, as the state has them
   */
  private void schedule(AcceptedTask render, Set<String> settled) {
    Optional<URI> webhook = DeliveryAddress.of(render.request(), DeliveryAddress.WEBHOOK);
    Optional<URI> endpoint = DeliveryAddress.of(render.request(), DeliveryAddress.UPLOAD);
    if (webhook.isPresent() || endpoint.isPresent()) {
      if (behavior.webhookOrder() == WebhookOrder.LAST_FIRST) {
        List<Integer> lastFirst = new ArrayList<>();
        for (int number = render.results().size() - 1; number >= 0; number--) {
          lastFirst.add(number);
        }
        scheduleAt(render.finishedAt(), () -> deliver(render, lastFirst, settled));
      } else {
        for (int i = 0; i < render.results().size(); i++) {
          List<Integer> one = List.of(i);
          scheduleAt(render.results().get(i).finishedAt(), () -> deliver(render, one, settled));
        }
      }
    }
  }

  private void scheduleAt(Instant moment, Runnable delivery) {
    long nanos = DueTime.until(moment, clock).toNanos();
    var unused = scheduler.schedule(delivery, nanos, TimeUnit.NANOSECONDS);
  }

  /**
   * One after the other, in the order observed of the real API: the webhook is called before the
   * upload. What cannot be recorded of one keeps none of the next.
   *
   * @param numbers of the results, from 0
   */
  private void deliver(AcceptedTask render, List<Integer> numbers, Set<String> settled) {
    CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
    for (int number : numbers) {
      RenderResult result = render.results().get(number);
      Optional<URI> webhook =
          DeliveryAddress.of(render.request(), DeliveryAddress.WEBHOOK)
              .filter(url -> !settled.contains(number + WEBHOOK));
      Optional<URI> endpoint =
          DeliveryAddress.of(render.request(), DeliveryAddress.UPLOAD)
              .filter(url -> !settled.contains(number + UPLOAD));
      if (webhook.isPresent()) {
        Runnable onSettled = () -> settle(render, number + WEBHOOK);
        done =
            done.exceptionally(failure -> null)
                .thenCompose(x -> webhooks.send(webhook.get(), render, result, onSettled));
      }
      if (endpoint.isPresent() && result.outcome() instanceof RenderOutcome.Rendered rendered) {
        done =
            done.exceptionally(failure -> null)
                .thenCompose(x -> uploads.upload(endpoint.get(), rendered.media()))
                .thenRun(() -> settle(render, number + UPLOAD));
      }
    }
  }

  private void settle(AcceptedTask render, String part) {
    state.put(
        Section.DELIVERIES,
        TaskKey.of(render.taskUUID()),
        part,
        () -> JsonNodeFactory.instance.booleanNode(true));
  }

  /** Drops deliveries still to come, and what would be tried again. */
  public void reset() {
    scheduler.getQueue().clear();
  }

  /** Stops at once; deliveries still to come are dropped. */
  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
