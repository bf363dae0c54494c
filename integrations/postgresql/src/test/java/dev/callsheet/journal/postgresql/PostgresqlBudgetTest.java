package dev.callsheet.journal.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.error.BudgetException;
import dev.callsheet.runtime.client.error.JournalException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlBudgetTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static PostgresqlBudget budget(Budget limits) {
    return new PostgresqlBudget(DATABASE.source(), "films", limits);
  }

  private static Price exactly(String amount) {
    return new Price.Exact(new BigDecimal(amount), "USD", "8 s at 0.1");
  }

  @Test
  void whatOneWorkerReservesAnotherCannot() {
    budget(Budget.of("1")).reserve(UUID.randomUUID(), "Clip", exactly("0.8"));

    assertThatThrownBy(
            () -> budget(Budget.of("1")).reserve(UUID.randomUUID(), "Clip", exactly("0.3")))
        .isInstanceOf(BudgetException.class)
        .hasMessage("The request for Clip costs 0.3 USD, and 0.2 USD is left of 1 USD: 8 s at 0.1");
  }

  @Test
  void aJobIsReservedForOnceWhateverWorkerHasIt() {
    var job = UUID.randomUUID();

    assertThat(budget(Budget.of("1")).reserve(job, "Clip", exactly("0.8"))).isTrue();
    assertThat(budget(Budget.of("1")).reserve(job, "Clip", exactly("0.8"))).isFalse();

    assertThat(budget(Budget.of("1")).spending().reserved()).isEqualByComparingTo("0.8");
  }

  @Test
  void whatAJobCostTakesThePlaceOfItsReservationOnce() {
    var job = UUID.randomUUID();
    var budget = budget(Budget.of("5"));
    budget.reserve(job, "Clip", exactly("3"));

    budget.settle(job, new BigDecimal("1.9"), 1, 3);
    budget.settle(job, new BigDecimal("1.9"), 1, 3);

    var spending = budget.spending();
    assertThat(spending.reported()).isEqualByComparingTo("1.9");
    assertThat(spending.assumed()).isEqualByComparingTo("1");
    assertThat(spending.reserved()).isZero();
  }

  /** It was asleep, and does not know what became of the job since. */
  @Test
  void whatAJobCostIsForTheWorkerToSayThatHasIt() throws Exception {
    var job = UUID.randomUUID();
    var budget = budget(Budget.of("5"));
    budget.reserve(job, "Clip", exactly("3"));
    DATABASE.execute("insert into callsheet_worker values (gen_random_uuid(), now() + '1 hour')");
    DATABASE.execute(
        "insert into callsheet_job (job, endpoint, account, owner)"
            + " select '%s', 'e', 'a', worker from callsheet_worker".formatted(job));

    budget.settle(job, BigDecimal.ZERO, 0, 1);
    assertThat(budget.spending().reserved()).isEqualByComparingTo("3");

    DATABASE.execute("update callsheet_worker set alive_until = now()");
    budget.settle(job, new BigDecimal("2"), 0, 1);
    assertThat(budget.spending().reserved()).isZero();
    assertThat(budget.spending().reported()).isEqualByComparingTo("2");
  }

  @Test
  void whatCostsNothingIsFreeAgain() {
    var job = UUID.randomUUID();
    var budget = budget(Budget.of("1"));
    budget.reserve(job, "Clip", exactly("0.8"));

    budget.release(job);

    assertThat(budget.spending().committed()).isZero();
  }

  @Test
  void aBudgetKeepsTheTotalItHasUntilThatIsChanged() {
    budget(Budget.of("1"));
    var other = budget(Budget.of("7"));
    assertThat(other.spending().limit()).isEqualByComparingTo("1");

    other.setTotal(new BigDecimal("2.5"));

    assertThat(budget(Budget.of("1")).spending().limit()).isEqualByComparingTo("2.5");
    other.setTotal(null);
    assertThat(other.spending().remaining()).isEmpty();
  }

  @Test
  void limitsForOneRequestAreTheWorkersOwn() {
    assertThatThrownBy(
            () ->
                budget(Budget.of("9").withPerRequest("0.5"))
                    .reserve(UUID.randomUUID(), "Clip", exactly("0.8")))
        .isInstanceOfSatisfying(
            BudgetException.class, refusal -> assertThat(refusal.isExhausted()).isFalse());
  }

  @Test
  void whatAnotherHasTakenOverIsNotTakenBack() {
    var job = UUID.randomUUID();
    var stalled = budget(Budget.of("1"));
    stalled.reserve(job, "Clip", exactly("0.8"));
    budget(Budget.of("1")).reserve(job, "Clip", exactly("0.8"));

    stalled.release(job);

    assertThat(stalled.spending().reserved()).isEqualByComparingTo("0.8");
  }

  @Test
  void whatTheJournalHasAfterAllStaysReserved() throws Exception {
    var job = UUID.randomUUID();
    var budget = budget(Budget.of("1"));
    budget.reserve(job, "Clip", exactly("0.8"));
    DATABASE.execute(
        "insert into callsheet_job values ('%s', 'https://a.example', 'a', '%s')"
            .formatted(job, UUID.randomUUID()));

    budget.release(job);

    assertThat(budget.spending().reserved()).isEqualByComparingTo("0.8");
  }

  @Test
  void whatAJobCostIsWrittenDownOnceThatIsPossible() throws Exception {
    var job = UUID.randomUUID();
    var budget = budget(Budget.of("1"));
    budget.reserve(job, "Clip", exactly("0.8"));
    DATABASE.execute("alter table callsheet_budget rename to away");
    budget.settle(job, new BigDecimal("0.5"), 0, 1);
    assertThatThrownBy(budget::spending).isInstanceOf(JournalException.class);

    DATABASE.execute("alter table away rename to callsheet_budget");

    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          while (budget.spending().reserved().signum() > 0) {
            Thread.onSpinWait();
          }
        });
    assertThat(budget.spending().reported()).isEqualByComparingTo("0.5");
  }

  @Test
  void whatHasNoKnownPriceIsRefusedWhereOthersHaveSetATotal() {
    budget(Budget.of("1"));

    assertThatThrownBy(
            () ->
                budget(Budget.unlimited())
                    .reserve(UUID.randomUUID(), "Clip", new Price.Unknown("no price list")))
        .isInstanceOfSatisfying(
            BudgetException.class, refusal -> assertThat(refusal.isExhausted()).isFalse());
  }

  /** A law: whatever workers do at the same time, what is committed is never above the total. */
  @Test
  void isNeverExceededWhileManyWorkersReserveReleaseAndSettle() throws Exception {
    var total = new BigDecimal("0.5");
    var observer = budget(Budget.of("0.5"));
    var refusals = new AtomicInteger();
    var isOver = new AtomicBoolean();
    var exceeded =
        CompletableFuture.supplyAsync(
            () -> {
              var most = BigDecimal.ZERO;
              while (!isOver.get()) {
                most = most.max(observer.spending().committed());
              }
              return most;
            });
    var workers =
        IntStream.range(0, 8)
            .mapToObj(seed -> CompletableFuture.runAsync(() -> spend(new Random(seed), refusals)))
            .toArray(CompletableFuture[]::new);

    CompletableFuture.allOf(workers).join();
    isOver.set(true);

    assertThat(exceeded.join()).isLessThanOrEqualTo(total).isGreaterThan(new BigDecimal("0.25"));
    assertThat(refusals).hasPositiveValue();
    assertThat(DATABASE.query("select sum(amount) from callsheet_reservation"))
        .isEqualTo(DATABASE.query("select reserved from callsheet_budget"));
  }

  private static void spend(Random random, AtomicInteger refusals) {
    var budget = budget(Budget.of("0.5"));
    var open = new ArrayList<UUID>();
    for (var i = 0; i < 60; i++) {
      var job = UUID.randomUUID();
      try {
        budget.reserve(job, "Clip", exactly("0.0" + (1 + random.nextInt(9))));
        open.add(job);
      } catch (BudgetException exhausted) {
        refusals.incrementAndGet();
      }
      if (open.size() > 3) {
        var ended = open.remove(random.nextInt(open.size()));
        if (random.nextInt(3) == 0) {
          budget.settle(ended, new BigDecimal("0.001"), 0, 1);
        } else {
          budget.release(ended);
        }
      }
    }
  }
}
