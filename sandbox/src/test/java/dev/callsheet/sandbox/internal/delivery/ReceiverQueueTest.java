package dev.callsheet.sandbox.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What waits for a receiver that does not answer. */
final class ReceiverQueueTest {
  private static final int AT_A_TIME = 64;

  private final List<CompletableFuture<DeliverySender.Outcome>> begun = new ArrayList<>();
  private final ReceiverQueue queue = new ReceiverQueue();

  private boolean add(CompletableFuture<DeliverySender.Outcome> outcome) {
    return queue.add(
        () -> {
          CompletableFuture<DeliverySender.Outcome> exchange = new CompletableFuture<>();
          synchronized (begun) {
            begun.add(exchange);
          }
          return exchange;
        },
        outcome);
  }

  @Test
  void onlySoManyWaitAndNothingOfThemIsMade() {
    for (int i = 0; i < AT_A_TIME + ReceiverQueue.MOST_WAITING; i++) {
      assertThat(add(new CompletableFuture<>())).isTrue();
    }
    assertThat(add(new CompletableFuture<>())).isFalse();
    assertThat(begun).hasSize(AT_A_TIME);
  }

  @Test
  void anAnswerMakesRoomForTheNext() throws Exception {
    CompletableFuture<DeliverySender.Outcome> first = new CompletableFuture<>();
    add(first);
    for (int i = 1; i < AT_A_TIME + ReceiverQueue.MOST_WAITING; i++) {
      add(new CompletableFuture<>());
    }
    begun.get(0).complete(new DeliverySender.Outcome(true, true, "HTTP 204"));
    assertThat(first.get(20, TimeUnit.SECONDS).isConfirmed()).isTrue();
    assertThat(begun).hasSize(AT_A_TIME + 1);
    assertThat(add(new CompletableFuture<>())).isTrue();
    assertThat(add(new CompletableFuture<>())).isFalse();
  }
}
