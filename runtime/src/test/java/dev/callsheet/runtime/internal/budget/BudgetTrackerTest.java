package dev.callsheet.runtime.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.error.BudgetException;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BudgetTrackerTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  @Test
  void setsAsideTheMostThatATaskMayCost() {
    BudgetTracker tracker = new BudgetTracker(Budget.of("5"));
    tracker.reserve(
        ONE, "Clip", new Price.Between(new BigDecimal("1"), new BigDecimal("3"), "USD", "auto"));
    assertThat(tracker.spending().reserved()).isEqualByComparingTo("3");
    assertThat(tracker.spending().remaining().orElseThrow()).isEqualByComparingTo("2");
  }

  @Test
  void refusesWhatIsMoreThanIsLeft() {
    BudgetTracker tracker = new BudgetTracker(Budget.of("1.5"));
    tracker.reserve(ONE, "Clip", exactly("1"));
    assertThatThrownBy(() -> tracker.reserve(TWO, "Clip", exactly("0.896")))
        .isInstanceOf(BudgetException.class)
        .hasMessage(
            "The request for Clip costs 0.896 USD, and 0.5 USD is left of 1.5 USD: 8 s at 0.112");
    assertThat(tracker.spending().reserved()).isEqualByComparingTo("1");
  }

  @Test
  void allowsSpendingTheExactRemainder() {
    BudgetTracker tracker = new BudgetTracker(Budget.of("1.00"));
    tracker.reserve(ONE, "Clip", exactly("1"));
    assertThat(tracker.spending().remaining().orElseThrow()).isZero();
  }

  @Test
  void refusesRequestAbovePerRequestLimit() {
    BudgetTracker tracker = new BudgetTracker(Budget.unlimited().withPerRequest("0.5"));
    assertThatThrownBy(() -> tracker.reserve(ONE, "Clip", exactly("0.896")))
        .isInstanceOf(BudgetException.class)
        .hasMessageContaining("a request may cost 0.5 USD");
  }

  @Test
  void refusesAPriceThatNobodyKnowsUnlessSomethingIsSetAside() {
    Price unknown = new Price.Unknown("no price is published for Clip");
    assertThatThrownBy(() -> new BudgetTracker(Budget.of("5")).reserve(ONE, "Clip", unknown))
        .isInstanceOf(BudgetException.class)
        .hasMessage(
            "The request for Clip costs an unknown amount, and the budget sets nothing aside for"
                + " unknown prices: no price is published for Clip");
    BudgetTracker tracker = new BudgetTracker(Budget.of("5").withUnknownPriceAllowance("0.6"));
    tracker.reserve(ONE, "Clip", unknown);
    assertThat(tracker.spending().reserved()).isEqualByComparingTo("0.6");
    new BudgetTracker(Budget.unlimited()).reserve(ONE, "Clip", unknown);
  }

  @Test
  void replacesTheEstimateByWhatTheServerSays() {
    BudgetTracker tracker = new BudgetTracker(Budget.of("5"));
    tracker.reserve(ONE, "Clip", exactly("3"));
    tracker.settle(ONE, new BigDecimal("2.5"), 0, 3);
    assertThat(tracker.spending().reported()).isEqualByComparingTo("2.5");
    assertThat(tracker.spending().committed()).isEqualByComparingTo("2.5");
  }

  @Test
  void keepsTheShareOfResultsThatTheServerSaysNothingOf() {
    BudgetTracker tracker = new BudgetTracker(Budget.of("5"));
    tracker.reserve(ONE, "Clip", exactly("3"));
    tracker.settle(ONE, new BigDecimal("1.9"), 1, 3);
    assertThat(tracker.spending().reported()).isEqualByComparingTo("1.9");
    assertThat(tracker.spending().assumed()).isEqualByComparingTo("1");
  }

  @Test
  void releasesReservationOfUnsentTask() {
    BudgetTracker tracker = new BudgetTracker(Budget.of("1"));
    tracker.reserve(ONE, "Clip", exactly("1"));
    tracker.release(ONE);
    tracker.settle(ONE, new BigDecimal("7"), 0, 1);
    assertThat(tracker.spending().committed()).isZero();
  }

  @Test
  void countsATaskOnceHoweverOftenItIsSent() {
    BudgetTracker tracker = new BudgetTracker(Budget.of("1"));
    tracker.reserve(ONE, "Clip", exactly("1"));
    tracker.reserve(ONE, "Clip", exactly("1"));
    assertThat(tracker.spending().reserved()).isEqualByComparingTo("1");
  }

  @Test
  void neverSpendsMoreThanItsTotalFromManyThreads() {
    BudgetTracker tracker = new BudgetTracker(Budget.of("10"));
    long accepted =
        IntStream.range(0, 100)
            .parallel()
            .filter(
                i -> {
                  try {
                    tracker.reserve(new UUID(1, i), "Clip", exactly("0.3"));
                    return true;
                  } catch (BudgetException refused) {
                    return false;
                  }
                })
            .count();
    assertThat(accepted).isEqualTo(33);
  }

  private static Price exactly(String amount) {
    return new Price.Exact(new BigDecimal(amount), "USD", "8 s at 0.112");
  }
}
