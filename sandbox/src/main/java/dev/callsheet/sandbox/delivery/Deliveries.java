package dev.callsheet.sandbox.delivery;

import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.render.Outcome;
import dev.callsheet.sandbox.render.Render;
import dev.callsheet.sandbox.render.Result;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Waits for every result of a task, then brings it where the task says. */
public final class Deliveries implements AutoCloseable {
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
    this.clock = clock;
    this.webhooks = new Webhooks(courier, executor, knobs, ledger);
    this.uploads = new Uploads(courier, ledger);
  }

  /** Delivers the results of this task as they are finished. */
  public void schedule(Render render) {
    Optional<URI> webhook = target(render, "webhookURL");
    Optional<URI> endpoint = target(render, "uploadEndpoint");
    if (webhook.isPresent() || endpoint.isPresent()) {
      render.results().forEach(result -> schedule(render, result, webhook, endpoint));
    }
  }

  private void schedule(
      Render render, Result result, Optional<URI> webhook, Optional<URI> endpoint) {
    Duration wait = Duration.between(clock.instant(), result.ready());
    CompletableFuture.delayedExecutor(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS, executor)
        .execute(() -> deliver(render, result, webhook, endpoint));
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
