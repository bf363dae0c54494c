package dev.callsheet.sandbox.internal.delivery;

import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WebhookBody;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.RenderResult;
import dev.callsheet.sandbox.internal.service.ResponseEnvelope;
import dev.callsheet.sandbox.internal.service.ResultItemWriter;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends a result to a webhook: once, and again until the receiver confirms with a status of 2xx or
 * the attempts are used up.
 */
final class WebhookDelivery {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
  private static final int MAX_ATTEMPTS = 10;

  private final DeliverySender sender;
  private final ScheduledExecutorService scheduler;
  private final SandboxBehavior behavior;
  private final RecordingLedger ledger;

  WebhookDelivery(
      DeliverySender sender,
      ScheduledExecutorService scheduler,
      SandboxBehavior behavior,
      RecordingLedger ledger) {
    this.sender = sender;
    this.scheduler = scheduler;
    this.behavior = behavior;
    this.ledger = ledger;
  }

  /** One body for one receiver; it is made anew for each attempt. */
  private record Message(URI url, String taskUUID, Supplier<JsonNode> body, Runnable onSettled) {
    HttpRequest request() {
      return HttpRequest.newBuilder(url)
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(body.get().toString()))
          .build();
    }
  }

  /** Sends the notice that no result of a task is finished yet. */
  void sendNotice(URI url, AcceptedTask render) {
    RenderResult first = render.results().get(0);
    var unused = send(url, render, first, first.finishedAt().minusMillis(1), () -> {});
  }

  /**
   * Sends a finished result; completes when all copies of it have been sent once.
   *
   * @param onSettled called when each of them is confirmed or given up, and in the ledger
   */
  CompletableFuture<Void> send(
      URI url, AcceptedTask render, RenderResult result, Runnable onSettled) {
    CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);
    AtomicInteger unsettled = new AtomicInteger(behavior.webhookCopies());
    Runnable onCopySettled =
        () -> {
          if (unsettled.decrementAndGet() == 0) {
            onSettled.run();
          }
        };
    for (int copy = 0; copy < behavior.webhookCopies(); copy++) {
      sent = sent.thenCompose(x -> send(url, render, result, result.finishedAt(), onCopySettled));
    }
    return sent;
  }

  private CompletableFuture<Void> send(
      URI url, AcceptedTask render, RenderResult result, Instant as, Runnable onSettled) {
    return attempt(
        new Message(url, render.taskUUID(), () -> body(render, result, as), onSettled), 1);
  }

  private CompletableFuture<Void> attempt(Message message, int attempt) {
    return sender
        .send(message.url(), message::request, TIMEOUT)
        .thenAccept(
            outcome -> {
              if (outcome.isConfirmed()) {
                ledger.record(
                    LedgerEntry.Kind.WEBHOOK,
                    message.taskUUID(),
                    "webhook confirmed, attempt " + attempt);
                message.onSettled().run();
              } else if (!outcome.isSent()) {
                ledger.record(
                    LedgerEntry.Kind.WEBHOOK_FAILURE,
                    message.taskUUID(),
                    "webhook given up: " + outcome.answer());
                message.onSettled().run();
              } else {
                ledger.record(
                    LedgerEntry.Kind.WEBHOOK_FAILURE,
                    message.taskUUID(),
                    String.format(
                        "webhook not confirmed: %s, attempt %d of %d",
                        outcome.answer(), attempt, MAX_ATTEMPTS));
                retry(message, attempt);
              }
            });
  }

  private void retry(Message message, int attempt) {
    if (attempt == MAX_ATTEMPTS) {
      message.onSettled().run();
    } else if (!scheduler.isShutdown()) {
      var unused =
          scheduler.schedule(
              () -> {
                var unusedOutcome = attempt(message, attempt + 1);
              },
              pauseAfter(attempt),
              TimeUnit.MILLISECONDS);
    }
  }

  /** Doubles with every attempt up to the longest, with up to a fifth of jitter on top. */
  private static long pauseAfter(int attempt) {
    long pause = Math.min(FIRST_PAUSE.toMillis() << (attempt - 1), LONGEST_PAUSE.toMillis());
    return pause + ThreadLocalRandom.current().nextLong(pause / 5 + 1);
  }

  private JsonNode body(AcceptedTask render, RenderResult result, Instant now) {
    ResponseEnvelope envelope = new ResponseEnvelope(behavior);
    new ResultItemWriter(behavior).addState(render, result, now, envelope);
    ObjectNode wrapped = envelope.toJson();
    if (behavior.webhookBody() == WebhookBody.WRAPPED) {
      return wrapped;
    }
    String key = wrapped.path("data").isEmpty() ? "errors" : "data";
    JsonNode item = wrapped.path(key).path(0);
    return behavior.webhookBody() == WebhookBody.FLAT ? item : wrapped.objectNode().set(key, item);
  }
}
