package dev.callsheet.sandbox.delivery;

import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.WebhookNotice;
import dev.callsheet.sandbox.knob.WebhookOrder;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.render.Outcome;
import dev.callsheet.sandbox.render.Render;
import dev.callsheet.sandbox.render.Result;
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
public final class Deliveries implements AutoCloseable {
  private final Knobs knobs;
  private final InstantSource clock;
  private final Webhooks webhooks;
  private final Uploads uploads;
  private final ExecutorService executor =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "callsheet-sandbox-deliveries");
            thread.setDaemon(true);
            return thread;
          });

  /** Nothing to deliver yet. */
  public Deliveries(Knobs knobs, Ledger ledger, InstantSource clock) {
    Courier courier = new Courier();
    this.knobs = knobs;
    this.clock = clock;
    this.webhooks = new Webhooks(courier, executor, knobs, ledger);
    this.uploads = new Uploads(courier, ledger);
  }

  /** Delivers the results of this task as they are finished. */
  public void schedule(Render render) {
    Optional<URI> webhook = target(render, "webhookURL");
    Optional<URI> endpoint = target(render, "uploadEndpoint");
    if (webhook.isPresent() || endpoint.isPresent()) {
      if (knobs.webhookNotice() == WebhookNotice.PROCESSING) {
        webhook.ifPresent(url -> executor.execute(() -> webhooks.announce(url, render)));
      }
      if (knobs.webhookOrder() == WebhookOrder.LAST_FIRST) {
        List<Result> results = new ArrayList<>(render.results());
        Collections.reverse(results);
        at(
            render.over(),
            () -> results.forEach(result -> deliver(render, result, webhook, endpoint)));
      } else {
        for (Result result : render.results()) {
          at(result.ready(), () -> deliver(render, result, webhook, endpoint));
        }
      }
    }
  }

  private void at(Instant moment, Runnable delivery) {
    Duration wait = Duration.between(clock.instant(), moment);
    CompletableFuture.delayedExecutor(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS, executor)
        .execute(delivery);
  }

  /** As the real API was seen to do: the news goes out before the upload. */
  private void deliver(
      Render render, Result result, Optional<URI> webhook, Optional<URI> endpoint) {
    webhook.ifPresent(url -> webhooks.send(url, render, result));
    if (result.outcome() instanceof Outcome.Rendered rendered) {
      endpoint.ifPresent(url -> uploads.put(url, rendered.media()));
    }
  }

  /** Stops at once; what was not delivered yet never will be. */
  @Override
  public void close() {
    executor.shutdownNow();
  }

  private static Optional<URI> target(Render render, String parameter) {
    return Optional.of(render.request().path(parameter).asString(""))
        .filter(text -> text.startsWith("http://") || text.startsWith("https://"))
        .map(URI::create);
  }
}
