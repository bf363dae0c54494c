package dev.callsheet.sandbox.internal.delivery;

import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WebhookNotice;
import dev.callsheet.sandbox.behavior.WebhookOrder;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.RenderOutcome;
import dev.callsheet.sandbox.internal.render.RenderResult;
import dev.callsheet.sandbox.ledger.Ledger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Waits for every result of a task, then brings it where the task says. */
public final class DeliveryScheduler implements AutoCloseable {
  private final SandboxBehavior behavior;
  private final InstantSource clock;
  private final WebhookDelivery webhooks;
  private final UploadDelivery uploads;
  private final ExecutorService executor =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "callsheet-sandbox-deliveries");
            thread.setDaemon(true);
            return thread;
          });

  /** Nothing to deliver yet. */
  public DeliveryScheduler(SandboxBehavior knobs, Ledger ledger, InstantSource clock) {
    DeliverySender courier = new DeliverySender();
    this.behavior = knobs;
    this.clock = clock;
    this.webhooks = new WebhookDelivery(courier, executor, knobs, ledger);
    this.uploads = new UploadDelivery(courier, ledger);
  }

  /** Delivers the results of this task as they are finished. */
  public void schedule(AcceptedTask render) {
    Optional<URI> webhook = target(render, "webhookURL");
    Optional<URI> endpoint = target(render, "uploadEndpoint");
    if (webhook.isPresent() || endpoint.isPresent()) {
      if (behavior.webhookNotice() == WebhookNotice.PROCESSING) {
        webhook.ifPresent(url -> executor.execute(() -> webhooks.sendNotice(url, render)));
      }
      if (behavior.webhookOrder() == WebhookOrder.LAST_FIRST) {
        List<RenderResult> results = new ArrayList<>(render.results());
        Collections.reverse(results);
        scheduleAt(
            render.finishedAt(),
            () -> results.forEach(result -> deliver(render, result, webhook, endpoint)));
      } else {
        for (RenderResult result : render.results()) {
          scheduleAt(result.finishedAt(), () -> deliver(render, result, webhook, endpoint));
        }
      }
    }
  }

  private void scheduleAt(Instant moment, Runnable delivery) {
    Duration wait = Duration.between(clock.instant(), moment);
    CompletableFuture.delayedExecutor(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS, executor)
        .execute(delivery);
  }

  /** As the real API was seen to do: the news goes out before the upload. */
  private void deliver(
      AcceptedTask render, RenderResult result, Optional<URI> webhook, Optional<URI> endpoint) {
    webhook.ifPresent(url -> webhooks.send(url, render, result));
    if (result.outcome() instanceof RenderOutcome.Rendered rendered) {
      endpoint.ifPresent(url -> uploads.upload(url, rendered.media()));
    }
  }

  /** Stops at once; what was not delivered yet never will be. */
  @Override
  public void close() {
    executor.shutdownNow();
  }

  private static Optional<URI> target(AcceptedTask render, String parameter) {
    return Optional.of(render.request().path(parameter).asString(""))
        .filter(text -> text.startsWith("http://") || text.startsWith("https://"))
        .map(URI::create);
  }
}
