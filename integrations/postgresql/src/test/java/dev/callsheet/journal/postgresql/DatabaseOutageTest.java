package dev.callsheet.journal.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.callsheet.journal.postgresql.WorkerProcess.Shared;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.sandbox.Sandbox;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The database goes away under workers: all connections are cut, and the server is stopped as by a
 * crash, is away for some time, and is started again. {@code tests/workers/run away} does it with
 * more jobs.
 */
@Timeout(120)
class DatabaseOutageTest {
  private static final int JOBS = Integer.getInteger("callsheet.workers.jobs", 60);
  private static final int WORKERS = 2;
  private static final int PACE = 60;
  private static final Duration WINDOW = Duration.ofSeconds(1);
  private static final Duration AWAY = Duration.ofSeconds(3);

  /**
   * The database goes away three times, each worker has two leases, and a pool may have one more
   * connection that is cut after one that is not. What repeats with jobs or polls comes to more.
   */
  private static final int MOST_TRACES = 3 * WORKERS * 2 * 2;

  private static final Logger LOGGER = Logger.getLogger("dev.callsheet");

  /** A worker of an application, with connections of its own. */
  private static final class Worker implements AutoCloseable {
    private final HikariDataSource pool;
    private final CallsheetClient client;
    private final JobWorker worker;
    private final Thread thread = new Thread(this::run, "worker");

    Worker(Shared shared) {
      pool = WorkerProcess.pool(shared.database(), 4);
      client = WorkerProcess.client(pool, shared);
      worker = WorkerProcess.worker(pool, client, shared);
      thread.start();
    }

    private void run() {
      try {
        worker.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void stop() throws InterruptedException {
      worker.stop();
      thread.join();
    }

    @Override
    public void close() {
      thread.interrupt();
      client.close();
      pool.close();
    }
  }

  /** What is logged with a stack trace. */
  private static final class Traces extends Handler {
    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord entry) {
      if (entry.getThrown() != null) {
        messages.add(entry.getLoggerName() + ": " + entry.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void workersGoOnByThemselvesAndNothingIsLostOrPaidTwice() throws Exception {
    var traces = new Traces();
    LOGGER.addHandler(traces);
    var workers = new ArrayList<Worker>();
    try (var database = StoppableDatabase.create();
        var sandbox = Sandbox.start(WorkersTest.options(JOBS));
        var platform = new PacedPlatform(sandbox.endpoint(), PACE, WINDOW)) {
      var shared =
          new Shared(database.url(), platform.endpoint(), PACE, WINDOW, Duration.ofSeconds(2), 20);
      try (var pool = WorkerProcess.pool(database.url(), 2)) {
        var queue = WorkersTest.queue(pool);
        var all = WorkersTest.PRICE.multiply(BigDecimal.valueOf(JOBS));
        var budget = new PostgresqlBudget(pool, WorkerProcess.BUDGET, Budget.of(all.toString()));
        queue.enqueue("a", Stream.generate(WorkersTest::request).limit(JOBS));
        for (var i = 0; i < WORKERS; i++) {
          workers.add(new Worker(shared));
        }
        awaitDelivered(pool, JOBS / 5);
        database.cutConnections();
        awaitDelivered(pool, JOBS / 4);
        database.stop();
        Thread.sleep(AWAY.toMillis());
        database.startAgain();
        awaitDelivered(pool, JOBS / 2);
        database.stop();
        database.startAgain();
        awaitDelivered(pool, JOBS);
        while (!queue.groups().isEmpty()) {
          Thread.sleep(50); // what was delivered though its reply was lost is delivered again
        }
        for (var worker : workers) {
          worker.stop();
        }

        assertThat(budget.spending().reserved()).isZero();
        assertThat(budget.spending().committed()).isEqualByComparingTo(all);
        assertThat(sandbox.ledger().totalCharged()).isEqualByComparingTo(all);
        assertThat(sandbox.ledger().accounts().values())
            .hasSize(JOBS)
            .allSatisfy(account -> assertThat(account.chargeCount()).isEqualTo(1));
        assertThat(PaceWindows.most(platform.arrivals(), WINDOW)).isLessThanOrEqualTo(PACE);
      } finally {
        workers.forEach(Worker::close);
      }
    } finally {
      LOGGER.removeHandler(traces);
    }
    assertThat(
            traces.messages.stream()
                .collect(Collectors.groupingBy(text -> text, Collectors.counting())))
        .allSatisfy(
            (message, count) -> assertThat(count).as(message).isLessThanOrEqualTo(MOST_TRACES));
  }

  private static void awaitDelivered(DataSource database, int jobs) throws Exception {
    while (delivered(database) < jobs) {
      Thread.sleep(50);
    }
  }

  /** None while the database is away. */
  private static long delivered(DataSource database) {
    try {
      return WorkersTest.query(database, "select count(*) from delivered");
    } catch (SQLException away) {
      return 0;
    }
  }
}
