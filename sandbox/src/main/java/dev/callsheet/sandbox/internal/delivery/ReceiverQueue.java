package dev.callsheet.sandbox.internal.delivery;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The requests to one receiver: so many at a time as it can be expected to take, the others after
 * them, as long as there are not too many.
 */
final class ReceiverQueue {
  private static final int AT_A_TIME = 64;

  /** More do not wait for a receiver that does not answer. */
  static final int MOST_WAITING = 1000;

  private record Waiting(
      Supplier<CompletableFuture<DeliverySender.Outcome>> exchange,
      CompletableFuture<DeliverySender.Outcome> outcome) {}

  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private int running;

  /**
   * Sends a request now or later; completes the outcome with what became of it.
   *
   * @param exchange makes the request and sends it, when it is its turn
   * @return whether it is sent; not when too many wait already
   */
  boolean add(
      Supplier<CompletableFuture<DeliverySender.Outcome>> exchange,
      CompletableFuture<DeliverySender.Outcome> outcome) {
    synchronized (this) {
      if (running == AT_A_TIME) {
        return waiting.size() < MOST_WAITING && waiting.add(new Waiting(exchange, outcome));
      }
      running++;
    }
    start(new Waiting(exchange, outcome));
    return true;
  }

  private void start(Waiting request) {
    var unused =
        request
            .exchange()
            .get()
            .whenCompleteAsync(
                (outcome, none) -> {
                  next();
                  request.outcome().complete(outcome);
                });
  }

  private void next() {
    Waiting following;
    synchronized (this) {
      following = waiting.poll();
      if (following == null) {
        running--;
        return;
      }
    }
    start(following);
  }

  /** Whether nothing is sent to the receiver, or waits for it. */
  synchronized boolean isIdle() {
    return running == 0;
  }
}
