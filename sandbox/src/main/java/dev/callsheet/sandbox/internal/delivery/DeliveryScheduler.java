package dev.callsheet.sandbox.internal.delivery;

import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WebhookNotice;
import dev.callsheet.sandbox.behavior.WebhookOrder;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.RenderOutcome;
import dev.callsheet.sandbox.internal.render.RenderResult;
import dev.callsheet.sandbox.internal.service.DeliveryAddress;
import dev.callsheet.sandbox.internal.service.DueTime;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Delivers every result of a task, once it is finished, to the task's webhook and endpoint. */
public final class DeliveryScheduler implements AutoCloseable {
  private final SandboxBehavior behavior;
  private final InstantSource clock;
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

  /** A scheduler without deliveries, which waits by a clock. */
  public DeliveryScheduler(SandboxBehavior behavior, RecordingLedger ledger, InstantSource clock) {
    DeliverySender sender = new DeliverySender();
    this.behavior = behavior;
    this.clock = clock;
    this.webhooks = new WebhookDelivery(sender, scheduler, behavior, ledger);
    this.uploads = new UploadDelivery(sender, ledger);
  }

  /** Delivers the results of this task as they are finished. */
  public void schedule(AcceptedTask render) {
    Optional<URI> webhook = DeliveryAddress.of(render.request(), DeliveryAddress.WEBHOOK);
    Optional<URI> endpoint = DeliveryAddress.of(render.request(), DeliveryAddress.UPLOAD);
    if (webhook.isPresent() || endpoint.isPresent()) {
      if (behavior.webhookNotice() == WebhookNotice.PROCESSING) {
        webhook.ifPresent(url -> scheduler.execute(() -> webhooks.sendNotice(url, render)));
      }
      if (behavior.webhookOrder() == WebhookOrder.LAST_FIRST) {
        List<RenderResult> results = new ArrayList<>(render.results());
        Collections.reverse(results);
        scheduleAt(render.finishedAt(), () -> deliver(render, results, webhook, endpoint));
      } else {
        for (RenderResult result : render.results()) {
          scheduleAt(
              result.finishedAt(), () -> deliver(render, List.of(result), webhook, endpoint));
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
   * upload.
   */
  private void deliver(
      AcceptedTask render,
      List<RenderResult> results,
      Optional<URI> webhook,
      Optional<URI> endpoint) {
    CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
    for (RenderResult result : results) {
      if (webhook.isPresent()) {
        done = done.thenCompose(x -> webhooks.send(webhook.get(), render, result));
      }
      if (endpoint.isPresent() && result.outcome() instanceof RenderOutcome.Rendered rendered) {
        done = done.thenCompose(x -> uploads.upload(endpoint.get(), rendered.media()));
      }
    }
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
