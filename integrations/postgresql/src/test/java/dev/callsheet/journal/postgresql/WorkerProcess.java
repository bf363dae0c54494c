package dev.callsheet.journal.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.policy.PollPolicy;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/** A worker as an application would write it. It works until it is killed. */
final class WorkerProcess {
  static final String PLATFORM = "runware";
  static final String QUEUE = "films";
  static final String BUDGET = "films";

  private WorkerProcess() {}

  /** What workers share: the same in all processes. */
  record Shared(
      String database, URI endpoint, int requests, Duration window, Duration lease, int slots) {
    Object[] arguments() {
      return new Object[] {database, endpoint, requests, window, lease, slots};
    }

    static Shared of(String... arguments) {
      return new Shared(
          arguments[0],
          URI.create(arguments[1]),
          Integer.parseInt(arguments[2]),
          Duration.parse(arguments[3]),
          Duration.parse(arguments[4]),
          Integer.parseInt(arguments[5]));
    }
  }

  static HikariDataSource pool(String url, int connections) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
  }

  static CallsheetClient client(DataSource database, Shared shared) {
    return CallsheetClient.builder()
        .endpoint(shared.endpoint())
        .apiKey("any-key")
        .journal(new PostgresqlJournal(database).withLease(shared.lease()))
        .budget(new PostgresqlBudget(database, BUDGET, Budget.of("0")))
        .pace(new PostgresqlPace(database).withLimit(PLATFORM, shared.requests(), shared.window()))
        .requestTimeout(Duration.ofSeconds(5))
        .polling(PollPolicy.fixedDelay(Duration.ofMillis(700)))
        .build();
  }

  /** Runs until it is killed, or the process that started it is gone. */
  public static void main(String[] arguments) throws InterruptedException {
    var shared = Shared.of(arguments);
    var unused =
        ProcessHandle.current().parent().orElseThrow().onExit().thenRun(() -> System.exit(1));
    try (var pool = pool(shared.database(), 4);
        var client = client(pool, shared)) {
      worker(pool, client, shared).run();
    }
  }

  /** A worker whose results the application keeps in the same database. */
  static JobWorker worker(DataSource database, CallsheetClient client, Shared shared) {
    return new JobWorker(
            new JobQueue(database, QUEUE),
            client,
            (queued, job) -> deliver(database, queued.id(), queued.group()))
        .withSlots(shared.slots())
        .withLease(shared.lease());
  }

  /** Writes down that it had the results of a job, and how often. */
  private static void deliver(DataSource database, UUID job, String group) throws SQLException {
    try (var connection = database.getConnection()) {
      Sql.update(
          connection,
          """
          insert into delivered as d (job, name, times) values (?, ?, 1)
          on conflict (job) do update set times = d.times + 1
          """,
          job,
          group);
    }
  }
}
