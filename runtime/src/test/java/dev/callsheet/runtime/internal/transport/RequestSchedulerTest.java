package dev.callsheet.runtime.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.policy.RatePolicy;
import dev.callsheet.runtime.internal.loop.VirtualEventLoop;
import dev.callsheet.runtime.internal.transport.TransportRequest.Purpose;
import dev.callsheet.runtime.internal.wire.ApiReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestSchedulerTest {
  private final VirtualEventLoop loop = new VirtualEventLoop();
  private final List<Purpose> sent = new ArrayList<>();
  private final List<CompletableFuture<ApiReply>> underWay = new ArrayList<>();
  private final List<CompletableFuture<ApiReply>> replies = new ArrayList<>();
  private int width = 1000;
  private Supplier<CompletableFuture<ApiReply>> exchange =
      () -> {
        var reply = new CompletableFuture<ApiReply>();
        underWay.add(reply);
        return reply;
      };
  private final Transport transport =
      new Transport() {
        @Override
        public CompletableFuture<ApiReply> exchange(TransportRequest message) {
          sent.add(message.purpose());
          return exchange.get();
        }

        @Override
        public int maxConcurrency() {
          return width;
        }

        @Override
        public void close() {}
      };

  private RequestScheduler scheduler(RatePolicy rate) {
    return new RequestScheduler(transport, loop, rate);
  }

  private void send(RequestScheduler scheduler, TransportRequest message) {
    replies.add(scheduler.exchange(message));
  }

  private static TaskHandle task() {
    return new TaskHandle(UUID.randomUUID(), "acme:clip@1", Instant.EPOCH, null);
  }

  private static TransportRequest submission() {
    return TransportRequest.submission(task(), new byte[0]);
  }

  private static TransportRequest poll() {
    return TransportRequest.poll(List.of(task()));
  }

  private static ApiReply answer(@Nullable Duration retryAfter) {
    return new ApiReply.ParsedReply(200, retryAfter, List.of(), List.of());
  }

  @Test
  void sendsNextWhenOneCompletes() {
    width = 2;
    var scheduler = scheduler(RatePolicy.unlimited());
    for (var i = 0; i < 3; i++) {
      send(scheduler, submission());
    }
    assertThat(sent).hasSize(2);

    underWay.get(1).complete(answer(null));

    assertThat(sent).hasSize(3);
    assertThat(replies.get(0)).isNotDone();
    assertThat(replies.get(1)).isDone();
  }

  @Test
  void whatMayNotLeaveIsNotSentAndGivesItsPlaceToTheNext() {
    width = 1;
    var scheduler = scheduler(RatePolicy.unlimited());

    var withheld = scheduler.exchange(submission(), () -> false);
    send(scheduler, submission());

    assertThat(withheld).isCancelled();
    assertThat(sent).hasSize(1);
    underWay.get(0).complete(answer(null));
    assertThat(replies.get(0)).isDone();
  }

  /** What a transport must not do, by its contract, and yet may. */
  static Stream<Named<Supplier<CompletableFuture<ApiReply>>>> faults() {
    return Stream.of(
        Named.of(
            "throws",
            () -> {
              throw new IllegalStateException("a fault");
            }),
        Named.of(
            "has no memory",
            () -> {
              throw new OutOfMemoryError("a fault");
            }),
        Named.of(
            "fails", () -> CompletableFuture.failedFuture(new IllegalStateException("a fault"))),
        Named.of(
            "overflows", () -> CompletableFuture.failedFuture(new StackOverflowError("a fault"))));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void goesOnHoweverManyExchangesFail(Supplier<CompletableFuture<ApiReply>> fault) {
    width = 4;
    exchange = fault;
    var scheduler = scheduler(RatePolicy.unlimited());
    for (var i = 0; i < 20; i++) {
      send(scheduler, submission());
      send(scheduler, poll());
    }

    assertThat(sent).hasSize(40);
    assertThat(replies)
        .allSatisfy(
            reply ->
                assertThat(reply.join().firstError().orElseThrow().message()).contains("a fault"));
  }

  @Test
  void goesOnWhenWhoeverWaitsForAReplyFails() {
    width = 1;
    var scheduler = scheduler(RatePolicy.unlimited());
    var unused =
        scheduler
            .exchange(submission())
            .thenAccept(
                reply -> {
                  throw new IllegalStateException("a fault");
                });
    send(scheduler, submission());

    underWay.get(0).complete(answer(null));

    assertThat(sent).hasSize(2);
  }

  @Test
  void staysWithinTheBudgetOfRequestsPerSecond() {
    var scheduler = scheduler(RatePolicy.perSecond(5));
    for (var i = 0; i < 100; i++) {
      send(scheduler, i % 2 == 0 ? submission() : poll());
    }
    assertThat(sent).hasSize(5); // those of a second, at once

    loop.advance(Duration.ofSeconds(1));
    assertThat(sent).hasSize(10);
    loop.advance(Duration.ofSeconds(10));
    assertThat(sent).hasSize(60);
  }

  @Test
  void accumulatesAtMostOneBurst() {
    var scheduler = scheduler(RatePolicy.perSecond(5));
    loop.advance(Duration.ofHours(1));
    for (var i = 0; i < 100; i++) {
      send(scheduler, submission());
    }

    assertThat(sent).hasSize(5);
  }

  @Test
  void sendsOneRequestInTwoSecondsWhenThatIsTheBudget() {
    var scheduler = scheduler(RatePolicy.perSecond(0.5));
    for (var i = 0; i < 10; i++) {
      send(scheduler, submission());
    }
    loop.advance(Duration.ofSeconds(10));

    assertThat(sent).hasSize(6);
  }

  @Test
  void sendsSubmissionsFirstAndStarvesNoPoll() {
    var scheduler = scheduler(new RatePolicy(Duration.ofSeconds(1), 1));
    for (var i = 0; i < 40; i++) {
      send(scheduler, poll());
      send(scheduler, submission());
    }
    sent.clear();
    loop.advance(Duration.ofSeconds(16));

    assertThat(sent).filteredOn(Purpose.SUBMISSION::equals).hasSize(14);
    assertThat(sent).filteredOn(Purpose.POLL::equals).hasSize(2);
  }

  @Test
  void sendsNothingDuringRetryAfter() {
    var scheduler = scheduler(RatePolicy.unlimited());
    send(scheduler, poll());
    underWay.get(0).complete(answer(Duration.ofSeconds(30)));

    send(scheduler, submission());
    send(scheduler, poll());
    loop.advance(Duration.ofMillis(29_999));
    assertThat(sent).hasSize(1);

    loop.advance(Duration.ofMillis(1));
    assertThat(sent).containsExactly(Purpose.POLL, Purpose.SUBMISSION, Purpose.POLL);
  }
}
