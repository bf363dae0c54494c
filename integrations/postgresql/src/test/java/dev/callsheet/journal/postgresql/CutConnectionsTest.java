package dev.callsheet.journal.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.journal.postgresql.CutConnections.Moment;
import dev.callsheet.journal.postgresql.WorkerProcess.Shared;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.sandbox.Sandbox;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A worker with one job loses the connection of one transaction: of each one on the job's way, once
 * before it is committed and once after. Many such workers are at it at a time, each with tables of
 * its own. {@code tests/workers/run away} takes each transaction, the build every third.
 */
@Timeout(120)
class CutConnectionsTest {
  private static final int STRIDE = Integer.getInteger("callsheet.workers.stride", 3);
  private static final int AT_A_TIME = 30;

  /**
   * What a job has of transactions at least; how often its worker asks for more depends on time.
   */
  private static final int LEAST_STEPS = 15;

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
  private Sandbox platform;

  @BeforeEach
  void startPlatform() throws Exception {
    platform = Sandbox.start(WorkersTest.options(1000, Duration.ZERO));
  }

  @AfterEach
  void closePlatform() throws IOException {
    threads.shutdownNow();
    platform.close();
  }

  /** One worker, and its job. */
  private record Run(String name, int commits, List<String> faults) {}

  @Test
  void aConnectionThatIsCutAtAnyStepLosesNothingAndPaysNothingTwice() throws Exception {
    var whole = run("whole", 0, Moment.BEFORE_COMMIT);
    assertThat(whole.faults()).isEmpty();
    assertThat(whole.commits()).isGreaterThan(LEAST_STEPS);

    var runs = new ArrayList<CompletableFuture<Run>>();
    // the first is the worker's lease: without that it does not begin
    for (var step = 2; step <= whole.commits(); step += STRIDE) {
      for (var moment : Moment.values()) {
        var cut = step;
        var name = "%s_%d".formatted(moment, step).toLowerCase(Locale.ROOT);
        runs.add(CompletableFuture.supplyAsync(() -> run(name, cut, moment), threads));
      }
    }

    assertThat(runs.stream().map(CompletableFuture::join))
        .allSatisfy(run -> assertThat(run.faults()).as(run.name()).isEmpty());
  }

  private Run run(String name, int cut, Moment moment) {
    try {
      DATABASE.execute("create schema " + name);
      var tables = new PGSimpleDataSource();
      tables.setUrl(DATABASE.url());
      tables.setCurrentSchema(name);
      var connections = new CutConnections(tables, cut, moment);
      var queue = WorkersTest.queue(tables);
      var budget = new PostgresqlBudget(tables, WorkerProcess.BUDGET, Budget.of("0.01"));
      var request = WorkersTest.request();
      queue.offer("a", request);
      work(connections);
      return new Run(name, connections.commits(), faults(request.jobId(), tables, budget));
    } catch (Exception e) {
      throw new IllegalStateException(name, e);
    }
  }

  private void work(CutConnections connections) throws InterruptedException {
    var shared =
        new Shared("", platform.endpoint(), 1000, Duration.ofSeconds(1), Duration.ofSeconds(2), 10);
    try (var client = WorkerProcess.client(connections, shared)) {
      var worker = WorkerProcess.worker(connections, client, shared);
      connections.watch();
      var unused = worker.drain();
    }
  }

  private List<String> faults(UUID job, DataSource tables, PostgresqlBudget budget)
      throws SQLException {
    var verdicts = new Verdicts();
    var account = platform.ledger().accounts().get(job.toString());
    verdicts.check("paid once", account != null && account.chargeCount() == 1, () -> "");
    verdicts.check(
        "delivered", WorkersTest.query(tables, "select count(*) from delivered") == 1, () -> "");
    var spending = budget.spending();
    verdicts.check(
        "accounted for",
        spending.reserved().signum() == 0 && spending.committed().compareTo(spending.limit()) == 0,
        spending::toString);
    for (var table : List.of("callsheet_queue_item", "callsheet_job")) {
      var rows = WorkersTest.query(tables, "select count(*) from " + table);
      verdicts.check("nothing is left in " + table, rows == 0, () -> "" + rows);
    }
    return verdicts.broken();
  }
}
