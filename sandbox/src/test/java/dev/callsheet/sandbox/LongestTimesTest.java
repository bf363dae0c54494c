package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.sandbox.behavior.DurationParser;
import dev.callsheet.sandbox.behavior.WebSocketBehavior;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Times with which no clock could reckon are refused, in words. */
final class LongestTimesTest {
  @Test
  void aSocketKeepsFramesForTenYearsAtMost() {
    assertThatThrownBy(
            () -> WebSocketBehavior.defaults().replayWindow(Duration.ofSeconds(Long.MAX_VALUE)))
        .hasMessageContaining("at most 3650 days");
    assertThatThrownBy(() -> WebSocketBehavior.defaults().idleTimeout(Duration.ofDays(3651)))
        .hasMessageContaining("at most 3650 days");
  }

  @Test
  void aWrittenTimeIsTenYearsAtMost() {
    assertThat(DurationParser.parse("1.5h")).isEqualTo(Duration.ofMinutes(90));
    assertThat(DurationParser.parse("2d")).isEqualTo(Duration.ofDays(2));
    assertThat(DurationParser.parse("3650d")).isEqualTo(Duration.ofDays(3650));
    assertThat(DurationParser.parse("5256000m")).isEqualTo(Duration.ofDays(3650));
    assertThatThrownBy(() -> DurationParser.parse("999999999m"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'999999999m' is too long: write at most 3650d");
  }
}
