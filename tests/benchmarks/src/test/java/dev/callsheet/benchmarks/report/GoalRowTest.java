package dev.callsheet.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalRowTest {
  @Test
  void saysHowMuchBetterThanWantedAFigureIs() {
    assertThat(PerformanceGoal.atLeast("speed", 5, 7.5, " x").row("P3").timesAsGood())
        .isEqualTo(1.5);
    assertThat(PerformanceGoal.atMost("memory", 300, 600, " MB").row("P3").timesAsGood())
        .isEqualTo(0.5);
  }

  @Test
  void lessThanNothingIsBetterWithoutEnd() {
    GoalRow fewer = PerformanceGoal.atMost("more threads", 2, -1, "").row("P6");
    assertThat(fewer.timesAsGood()).isInfinite();
    assertThat(fewer.isReached()).isTrue();
    assertThat(PerformanceGoal.atMost("bytes", 0, 0, " B").row("P1").timesAsGood()).isEqualTo(1);
  }

  @Test
  void isReadFromThePageAsItWasWritten() {
    GoalRow missed = PerformanceGoal.atMost("a check", 1000, 1234, " ns").row("P1");
    String line = "| " + String.join(" | ", missed.cells()) + " |";
    assertThat(GoalRow.of("P1", line)).isEqualTo(List.of(missed));
  }
}
