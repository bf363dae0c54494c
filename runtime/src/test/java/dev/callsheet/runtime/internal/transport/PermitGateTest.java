package dev.callsheet.runtime.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.policy.RatePolicy;
import dev.callsheet.runtime.client.policy.SharedPace.Grant;
import dev.callsheet.runtime.client.policy.SharedPace.Permits;
import dev.callsheet.runtime.internal.loop.VirtualEventLoop;
import dev.callsheet.runtime.internal.wire.ApiReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermitGateTest {
  private final VirtualEventLoop loop = new VirtualEventLoop();
  private final List<CompletableFuture<ApiReply>> underWay = new ArrayList<>();
  private final FakePermits permits = new FakePermits();
  private int requestsEach = 1;
  private final RequestScheduler scheduler =
      new RequestScheduler(
          new Transport() {
            @Override
            public CompletableFuture<ApiReply> exchange(TransportRequest message) {
              var reply = new CompletableFuture<ApiReply>();
              underWay.add(reply);
              return reply;
            }

            @Override
            public int requests(TransportRequest message) {
              return requestsEach;
            }

            @Override
            public int maxConcurrency() {
              return 100;
            }

            @Override
            public void close() {}
          },
          loop,
          RatePolicy.unlimited(),
          permits);

  private static final class FakePermits implements Permits {
    private final List<CompletableFuture<Grant>> asked = new ArrayList<>();
    private final List<Integer> wanted = new ArrayList<>();
    private final List<Integer> ended = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private boolean isValid = true;

    @Override
    public CompletableFuture<Grant> acquire(int least, int most) {
      wanted.add(most);
      var grant = new CompletableFuture<Grant>();
      asked.add(grant);
      return grant;
    }

    private void grant(int permits) {
      asked
          .remove(0)
          .complete(
              new Grant() {
                @Override
                public int permits() {
                  return permits;
                }

                @Override
                public boolean isValid() {
                  return isValid;
                }

                @Override
                public void end(int used) {
                  ended.add(used);
                }
              });
    }

    @Override
    public int limit() {
      return 10;
    }

    @Override
    public void pause(Duration wait) {
      pauses.add(wait);
    }

    @Override
    public void close() {}
  }

  private void submit(int count) {
    for (var i = 0; i < count; i++) {
      var task = new TaskHandle(UUID.randomUUID(), "acme:clip@1", Instant.EPOCH, null);
      var unused = scheduler.exchange(TransportRequest.submission(task, new byte[0]));
    }
  }

  private void grant(int count) {
    permits.grant(count);
    loop.advance(Duration.ZERO);
  }

  private void reply(int number, @Nullable Duration retryAfter) {
    underWay.get(number).complete(new ApiReply.ParsedReply(200, retryAfter, List.of(), List.of()));
    loop.advance(Duration.ZERO);
  }

  @Test
  void nothingIsSentBeforeThereIsLeave() {
    submit(3);
    assertThat(underWay).isEmpty();

    grant(2);

    assertThat(underWay).hasSize(2);
    grant(1);
    assertThat(underWay).hasSize(3);
  }

  @Test
  void aGrantEndsWithTheLastReplyToWhatWasSentWithIt() {
    submit(2);
    grant(2);
    assertThat(permits.ended).isEmpty();

    reply(1, null);
    assertThat(permits.ended).isEmpty();
    reply(0, null);

    assertThat(permits.ended).containsExactly(2);
  }

  @Test
  void whatNobodyWantsGoesBackWhenTheRestHasEnded() {
    submit(1);
    grant(5);
    reply(0, null);

    assertThat(permits.ended).containsExactly(1);
  }

  @Test
  void anExchangeOfSeveralRequestsTakesLeaveForAll() {
    requestsEach = 2;
    submit(3);
    grant(5);

    assertThat(underWay).hasSize(2);
    assertThat(permits.asked).hasSize(1);
  }

  @Test
  void noMoreIsAskedForThanIsEverGranted() {
    requestsEach = 20;
    submit(30);

    assertThat(permits.wanted).containsExactly(10);
    grant(10);
    assertThat(underWay).hasSize(1);
  }

  @Test
  void leaveThatHasRunOutIsNotUsed() {
    submit(1);
    permits.isValid = false;
    grant(1);

    assertThat(underWay).isEmpty();
    assertThat(permits.ended).containsExactly(0);
    permits.isValid = true;
    grant(1);
    assertThat(underWay).hasSize(1);
  }

  @Test
  void whatCannotBeAskedIsAskedAgain() {
    submit(1);
    permits.asked.remove(0).completeExceptionally(new IllegalStateException("no database"));
    loop.advance(Duration.ZERO);
    assertThat(permits.asked).isEmpty();

    loop.advance(Duration.ofSeconds(1));
    grant(1);

    assertThat(underWay).hasSize(1);
  }

  @Test
  void aPauseThatTheServerAsksForIsToldToAll() {
    submit(1);
    grant(1);
    reply(0, Duration.ofSeconds(7));

    assertThat(permits.pauses).containsExactly(Duration.ofSeconds(7));
  }
}
