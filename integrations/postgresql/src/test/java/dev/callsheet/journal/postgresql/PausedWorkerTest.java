package dev.callsheet.journal.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.journal.postgresql.WorkerProcess.Shared;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.sandbox.Sandbox;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A worker process is stopped for longer than its lease, with jobs that it has written down and is
 * about to send. Another takes them over. Then the first goes on as if nothing had happened.
 */
@Timeout(60)
class PausedWorkerTest {
  private static final int JOBS = 5;
  private static final Duration WINDOW = Duration.ofSeconds(1);

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Test
  void aWorkerThatWasAsleepSendsNothingThatAnotherHasTakenOver() throws Exception {
    try (var sandbox = Sandbox.start(WorkersTest.options(100));
        var platform = new PacedPlatform(sandbox.endpoint(), 100, WINDOW)) {
      var shared =
          new Shared(DATABASE.url(), platform.endpoint(), 100, WINDOW, Duration.ofSeconds(1), 10);
      var queue = WorkersTest.queue(DATABASE.source());
      var budget = new PostgresqlBudget(DATABASE.source(), WorkerProcess.BUDGET, Budget.of("1"));
      try (var sleeper = ChildProcess.start(WorkerProcess.class, shared.arguments())) {
        await("select count(*) from callsheet_pace", 1);
        DATABASE.execute("update callsheet_pace set paused_until = now() + interval '1 hour'");
        queue.enqueue("a", Stream.generate(WorkersTest::request).limit(JOBS));
        await("select count(distinct job) from callsheet_entry", JOBS);

        sleeper.pause();
        await("select count(*) from callsheet_worker where alive_until > now()", 0);
        DATABASE.execute("update callsheet_pace set paused_until = now()");
        try (var client = WorkerProcess.client(DATABASE.source(), shared)) {
          assertThat(WorkerProcess.worker(DATABASE.source(), client, shared).drain())
              .isEqualTo(WorkerEnd.IDLE);
        }
        assertThat(platform.submissions()).hasSize(JOBS);

        sleeper.goOn();
        queue.offer("a", WorkersTest.request());
        await("select count(*) from delivered", JOBS + 1);
        await("select count(*) from callsheet_job", 0);
      }

      assertThat(platform.submissions())
          .hasSize(JOBS + 1)
          .allSatisfy((task, times) -> assertThat(times).isEqualTo(1));
      assertThat(sandbox.ledger().totalCharged()).isEqualByComparingTo("0.06");
      assertThat(budget.spending().committed()).isEqualByComparingTo("0.06");
      assertThat(budget.spending().reserved()).isZero();
      assertThat(DATABASE.query("select count(*) from delivered where times > 1"))
          .containsExactly("0");
      assertThat(queue.groups()).isEmpty();
    }
  }

  private static void await(String count, long wanted) throws SQLException, InterruptedException {
    while (WorkersTest.query(DATABASE.source(), count) != wanted) {
      Thread.sleep(20);
    }
  }
}
