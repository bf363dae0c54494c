package dev.callsheet.sandbox.internal.delivery;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to their receivers. No thread waits for a receiver; one that does not answer is
 * given up after a time, and holds up nobody but itself.
 */
final class DeliverySender {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final int MOST_BODIES = 4;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  private final Map<String, ReceiverQueue> receivers = new ConcurrentHashMap<>();
  private final Executor bodies = bodyThreads();

  /**
   * What became of a request.
   *
   * @param isConfirmed whether the receiver answered with a status of 2xx
   * @param isSent whether it was tried; not when too many wait for the receiver
   * @param answer such as {@code HTTP 500}, or what went wrong
   */
  record Outcome(boolean isConfirmed, boolean isSent, String answer) {
    private static Outcome failed(String answer) {
      return new Outcome(false, true, answer);
    }
  }

  /**
   * Sends a request when the receiver has room for it.
   *
   * @param uri where it goes
   * @param request makes it when it is its turn: what waits has no body yet
   * @param limit how long the receiver has for its whole answer
   * @return completes with what became of it, never with an exception
   */
  CompletableFuture<Outcome> send(URI uri, Supplier<HttpRequest> request, Duration limit) {
    String receiver = uri.getScheme() + "://" + uri.getRawAuthority();
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    receivers.compute(
        receiver,
        (key, known) -> {
          ReceiverQueue queue = known == null ? new ReceiverQueue() : known;
          if (!queue.add(() -> exchange(request, limit), outcome)) {
            outcome.complete(
                new Outcome(
                    false, false, ReceiverQueue.MOST_WAITING + " others wait for this receiver"));
          }
          return queue;
        });
    return outcome.whenComplete((sent, none) -> forgetIfIdle(receiver));
  }

  private void forgetIfIdle(String receiver) {
    receivers.computeIfPresent(receiver, (key, queue) -> queue.isIdle() ? null : queue);
  }

  /** The body may take a while to make, and is made by no thread that others wait for. */
  private CompletableFuture<Outcome> exchange(Supplier<HttpRequest> request, Duration limit) {
    return CompletableFuture.supplyAsync(request, bodies)
        .thenCompose(made -> exchange(made, limit))
        .exceptionally(failure -> Outcome.failed(reason(failure, limit)));
  }

  private CompletableFuture<Outcome> exchange(HttpRequest request, Duration limit) {
    CompletableFuture<HttpResponse<Void>> exchange =
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    return exchange
        .copy()
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (response, failure) -> {
              if (response != null) {
                int status = response.statusCode();
                return new Outcome(status / 100 == 2, true, "HTTP " + status);
              }
              exchange.cancel(true);
              return Outcome.failed(reason(failure, limit));
            });
  }

  /** Not the common pool: a few files that take long to make would take all of its threads. */
  private static Executor bodyThreads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            MOST_BODIES,
            MOST_BODIES,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "callsheet-sandbox-delivery-bodies");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static String reason(@Nullable Throwable failure, Duration limit) {
    Throwable cause = failure != null && failure.getCause() != null ? failure.getCause() : failure;
    if (cause instanceof TimeoutException) {
      return "no answer within " + limit.toSeconds() + " s";
    }
    return cause == null
        ? "no answer"
        : cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
