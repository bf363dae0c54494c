package dev.callsheet.runtime.client.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PoliciesTest {
  private final Random random = new Random(7);

  @Test
  void retriesComeLaterAndLaterAndThenNoMore() {
    var policy = new RetryPolicy(6, Duration.ofSeconds(1), 2, Duration.ofSeconds(5), 0);

    assertThat(
            IntStream.rangeClosed(1, 6)
                .mapToObj(attempt -> policy.delayAfter(attempt, null, random))
                .map(wait -> wait.map(Duration::toSeconds).orElse(-1L)))
        .containsExactly(1L, 2L, 4L, 5L, 5L, -1L);
  }

  @Test
  void retriesNeverComeBeforeTheServerWantsThem() {
    var policy = new RetryPolicy(3, Duration.ofSeconds(1), 2, Duration.ofSeconds(5), 0.3);

    assertThat(policy.delayAfter(1, Duration.ofSeconds(60), random).orElseThrow())
        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(78));
    assertThat(policy.delayAfter(1, Duration.ZERO, random).orElseThrow())
        .isBetween(Duration.ofSeconds(1), Duration.ofMillis(1300));
  }

  @Test
  void pollsGrowRarerUpToALimit() {
    var policy = PollPolicy.standard();

    assertThat(
            Stream.iterate(policy.initialDelay(), policy::nextDelay)
                .limit(8)
                .map(Duration::toMillis))
        .containsExactly(1000L, 1500L, 2250L, 3375L, 5062L, 7593L, 10000L, 10000L);
  }

  @Test
  void policiesRejectInvalidValues() {
    assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, 1, Duration.ZERO, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, Duration.ZERO, 0.5, Duration.ZERO, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
