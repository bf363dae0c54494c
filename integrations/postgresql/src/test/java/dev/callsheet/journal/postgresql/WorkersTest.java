package dev.callsheet.journal.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.journal.postgresql.WorkerProcess.Shared;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxLimits;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Worker processes over a real PostgreSQL share a queue, a pace and a budget, and are killed at any
 * moment. Witnesses are the platform, which counts requests as they come and keeps a ledger of what
 * it charged, and the application's own table of results.
 *
 * <p>{@code tests/workers/run} does this with eight processes and 100,000 jobs.
 */
class WorkersTest {
  /** In hundreds. */
  private static final int JOBS = Integer.getInteger("callsheet.workers.jobs", 100);

  private static final int PROCESSES = Integer.getInteger("callsheet.workers.processes", 2);
  private static final int PACE = Integer.getInteger("callsheet.workers.pace", 60);
  private static final Duration WINDOW =
      Duration.ofMillis(Integer.getInteger("callsheet.workers.window", 1000));
  private static final Duration BETWEEN_KILLS =
      Duration.ofMillis(Integer.getInteger("callsheet.workers.kill", 4000));
  private static final Duration LEASE =
      Duration.ofMillis(Integer.getInteger("callsheet.workers.lease", 1000));

  private static final Duration STANDSTILL = Duration.ofMinutes(5);

  private static final int SLOTS = Integer.getInteger("callsheet.workers.slots", 10);

  static final BigDecimal PRICE = new BigDecimal("0.01");

  /** A group of the queue, and its part of the jobs in hundredths. */
  private record Group(String name, int part) {
    long size() {
      return JOBS / 100 * (long) part;
    }
  }

  private static final List<Group> GROUPS =
      List.of(
          new Group("a", 60),
          new Group("b", 22),
          new Group("c", 10),
          new Group("d", 5),
          new Group("e", 3));

  private final Random random = new Random();
  private final List<ChildProcess> workers = new ArrayList<>();
  private final Verdicts verdicts = new Verdicts();
  private int kills;
  private BigDecimal mostCommitted = BigDecimal.ZERO;

  @Test
  void workersThatAreKilledShareOnePaceOneBudgetAndOneLedger() throws Exception {
    var begun = System.nanoTime();
    try (var postgres = database();
        var pool = WorkerProcess.pool(postgres.getJdbcUrl("postgres", "postgres"), 4);
        var sandbox = Sandbox.start(options(JOBS));
        var platform = new PacedPlatform(sandbox.endpoint(), PACE, WINDOW)) {
      var queue = enqueue(pool);
      var half = PRICE.multiply(BigDecimal.valueOf(JOBS / 2));
      var budget = new PostgresqlBudget(pool, WorkerProcess.BUDGET, Budget.of(half.toString()));
      budget.setTotal(half);
      var shared =
          new Shared(
              postgres.getJdbcUrl("postgres", "postgres"),
              platform.endpoint(),
              PACE,
              WINDOW,
              LEASE,
              SLOTS);

      try {
        for (var i = 0; i < PROCESSES; i++) {
          workers.add(ChildProcess.start(WorkerProcess.class, shared.arguments()));
        }
        killUntil(shared, budget, () -> isSpent(pool, budget));
        checkHalf(sandbox, queue, half);
        var all = PRICE.multiply(BigDecimal.valueOf(JOBS + 1));
        budget.setTotal(all);
        killUntil(shared, budget, () -> queue.groups().isEmpty());
      } finally {
        workers.forEach(ChildProcess::close);
      }
      checkEnd(sandbox, pool, budget, platform);
    }
    verdicts.print(
        "%d jobs, %d processes, %d kills, %.0f s"
            .formatted(JOBS, PROCESSES, kills, (System.nanoTime() - begun) / 1e9));
    assertThat(verdicts.broken()).isEmpty();
  }

  /** A database whose commits are on disk. */
  static EmbeddedPostgres database() throws IOException {
    return server().start();
  }

  static EmbeddedPostgres.Builder server() {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_wal_size", "4GB");
  }

  /** A platform with one model, which keeps account of so many jobs. */
  static SandboxOptions options(int jobs) throws Exception {
    return options(jobs, Duration.ofMillis(200));
  }

  static SandboxOptions options(int jobs, Duration render) throws Exception {
    return SandboxOptions.builder()
        .catalogue(ModelCatalogue.of(List.of(Path.of("src/test/resources/specs"))))
        .renderTime(RenderTime.fixed(render))
        .limits(SandboxLimits.defaults().keep(Duration.ofDays(1), 2 * jobs + 1000))
        .build();
  }

  /** A queue, and the application's own table. */
  static JobQueue queue(DataSource database) throws SQLException {
    update(database, "create table delivered (job uuid primary key, name text, times integer)");
    return new JobQueue(database, WorkerProcess.QUEUE);
  }

  private static JobQueue enqueue(DataSource database) throws Exception {
    var queue = queue(database);
    for (var group : GROUPS) {
      queue.enqueue(group.name(), Stream.generate(WorkersTest::request).limit(group.size()));
    }
    return queue;
  }

  static RawRequest request() {
    return RawRequest.of(
            new JsonMapper()
                .readTree(
                    """
                    {"taskType": "imageInference", "model": "acme:still@1", "taskUUID": "%s",
                     "positivePrompt": "A heron, asleep", "includeCost": true}
                    """
                        .formatted(UUID.randomUUID())))
        .withPrice(new Price.Exact(PRICE, "USD", "one image"));
  }

  private interface Condition {
    boolean holds() throws SQLException;
  }

  /** Kills a worker now and then, and starts another. */
  private void killUntil(Shared shared, PostgresqlBudget budget, Condition end) throws Exception {
    var nextKill = System.nanoTime() + pause();
    var last = budget.spending();
    var changed = System.nanoTime();
    while (!end.holds()) {
      Thread.sleep(100);
      var spending = budget.spending();
      if (!spending.equals(last)) {
        last = spending;
        changed = System.nanoTime();
      }
      assertThat(System.nanoTime() - changed)
          .as("nanoseconds in which nothing was spent or reserved")
          .isLessThan(STANDSTILL.toNanos());
      mostCommitted = mostCommitted.max(spending.committed());
      verdicts.check(
          "the budget is never exceeded by what is spent and reserved",
          spending.committed().compareTo(spending.limit()) <= 0,
          () -> spending.toString());
      if (System.nanoTime() - nextKill >= 0) {
        workers.remove(random.nextInt(workers.size())).close();
        kills++;
        workers.add(ChildProcess.start(WorkerProcess.class, shared.arguments()));
        nextKill = System.nanoTime() + pause();
      }
    }
  }

  private long pause() {
    return (long) (BETWEEN_KILLS.toNanos() * (0.5 + random.nextDouble()));
  }

  /** Nothing is left for another job, and what was paid for has ended. */
  private static boolean isSpent(DataSource database, PostgresqlBudget budget) throws SQLException {
    var spending = budget.spending();
    return spending.reserved().signum() == 0
        && spending.remaining().orElseThrow().compareTo(PRICE) < 0
        && query(database, "select count(*) from callsheet_reservation") == 0;
  }

  private void checkHalf(Sandbox sandbox, JobQueue queue, BigDecimal half) {
    var charged = sandbox.ledger().totalCharged();
    verdicts.check(
        "when the budget has ended, the platform has charged all of it and no more",
        charged.compareTo(half) == 0,
        () -> charged + " of " + half);
    var expected = JOBS / 2;
    var left = new LinkedHashMap<String, Long>();
    queue.groups().forEach(group -> left.put(group.name(), group.waiting() + group.held()));
    // Groups take turns: those that are smaller than their share are through, the others have
    // had the same number of jobs, but for those that workers had in hand or put back.
    var slack = PROCESSES * (long) SLOTS;
    var share = fairShare(expected);
    for (var group : GROUPS) {
      var size = group.size();
      var had = size - left.getOrDefault(group.name(), 0L);
      verdicts.check(
          "groups have had equal shares, or all that they asked for",
          Math.abs(had - Math.min(size, share)) <= slack,
          () -> group.name() + " had " + had + " of " + size + ", a share is " + share);
    }
  }

  private static long fairShare(int jobs) {
    var share = 0L;
    while (given(share + 1) <= jobs) {
      share++;
    }
    return share;
  }

  private static long given(long share) {
    return GROUPS.stream().mapToLong(group -> Math.min(group.size(), share)).sum();
  }

  private void checkEnd(
      Sandbox sandbox, DataSource database, PostgresqlBudget budget, PacedPlatform platform)
      throws SQLException {
    var most = PaceWindows.most(platform.arrivals(), WINDOW);
    verdicts.check(
        "no window at the platform has more requests than the pace",
        most <= PACE && platform.refusals() == 0,
        () ->
            "at most "
                + most
                + " of "
                + PACE
                + ", of "
                + platform.arrivals().size()
                + " requests, "
                + platform.refusals()
                + " refused");
    var accounts = sandbox.ledger().accounts();
    var repeated = accounts.values().stream().filter(one -> one.chargeCount() > 1).count();
    var paid = accounts.values().stream().filter(one -> one.chargeCount() == 1).count();
    verdicts.check(
        "no job is paid twice, and each is paid",
        repeated == 0 && paid == JOBS,
        () -> paid + " paid once, " + repeated + " more often, of " + JOBS);
    var spending = budget.spending();
    var charged = sandbox.ledger().totalCharged();
    verdicts.check(
        "the budget's account is the platform's ledger",
        spending.reserved().signum() == 0 && spending.committed().compareTo(charged) == 0,
        () -> spending + ", charged " + charged);
    var delivered = new HashSet<String>(strings(database, "select job::text from delivered"));
    var twice = query(database, "select count(*) from delivered where times > 1");
    verdicts.check(
        "every paid result is delivered",
        delivered.containsAll(accounts.keySet()) && delivered.size() == JOBS,
        () -> delivered.size() + " delivered, " + twice + " of them again after a kill");
    verdicts.check(
        "nothing is left in the queue",
        query(database, "select count(*) from callsheet_queue_item") == 0,
        () -> "");
  }

  private static void update(DataSource database, String sql) throws SQLException {
    try (var connection = database.getConnection()) {
      Sql.update(connection, sql);
    }
  }

  static long query(DataSource database, String sql) throws SQLException {
    return Long.parseLong(strings(database, sql).get(0));
  }

  private static List<String> strings(DataSource database, String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = Sql.prepare(connection, sql);
        var rows = statement.executeQuery()) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }
}
