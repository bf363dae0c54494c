package dev.callsheet.sandbox.delivery;

import dev.callsheet.sandbox.api.Envelope;
import dev.callsheet.sandbox.api.ResultItems;
import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.WebhookBody;
import dev.callsheet.sandbox.ledger.Entry;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.render.Render;
import dev.callsheet.sandbox.render.Result;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a webhook of a result: once, and again until the receiver confirms with a status of 2xx or
 * the attempts are used up.
 */
final class Webhooks {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
  private static final int ATTEMPTS = 10;

  private final Courier courier;
  private final Executor executor;
  private final Knobs knobs;
  private final Ledger ledger;

  Webhooks(Courier courier, Executor executor, Knobs knobs, Ledger ledger) {
    this.courier = courier;
    this.executor = executor;
    this.knobs = knobs;
    this.ledger = ledger;
  }

  /** Tells of a task of which no result is finished. */
  void announce(URI url, Render render) {
    Result first = render.results().get(0);
    send(url, render, body(render, first, first.ready().minusMillis(1)));
  }

  /** Tells of a finished result. */
  void send(URI url, Render render, Result result) {
    for (int copy = 0; copy < knobs.webhookCopies(); copy++) {
      send(url, render, body(render, result, result.ready()));
    }
  }

  private void send(URI url, Render render, JsonNode body) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    attempt(request, render.taskUUID(), 1);
  }

  private void attempt(HttpRequest request, String taskUUID, int attempt) {
    if (courier.deliver(request)) {
      ledger.record(Entry.Kind.WEBHOOK, taskUUID, "webhook confirmed, attempt " + attempt);
    } else if (attempt < ATTEMPTS && !Thread.currentThread().isInterrupted()) {
      CompletableFuture.delayedExecutor(pauseAfter(attempt), TimeUnit.MILLISECONDS, executor)
          .execute(() -> attempt(request, taskUUID, attempt + 1));
    }
  }

  /** Doubles with every attempt up to the longest, with up to a fifth of jitter on top. */
  private static long pauseAfter(int attempt) {
    long pause = Math.min(FIRST_PAUSE.toMillis() << (attempt - 1), LONGEST_PAUSE.toMillis());
    return pause + ThreadLocalRandom.current().nextLong(pause / 5 + 1);
  }

  private JsonNode body(Render render, Result result, Instant now) {
    Envelope envelope = new Envelope(knobs);
    new ResultItems(knobs).add(render, result, now, envelope);
    ObjectNode wrapped = envelope.toJson();
    if (knobs.webhookBody() == WebhookBody.WRAPPED) {
      return wrapped;
    }
    String key = wrapped.path("data").isEmpty() ? "errors" : "data";
    JsonNode item = wrapped.path(key).path(0);
    return knobs.webhookBody() == WebhookBody.FLAT ? item : wrapped.objectNode().set(key, item);
  }
}
