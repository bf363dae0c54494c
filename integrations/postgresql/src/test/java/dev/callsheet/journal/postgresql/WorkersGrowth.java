package dev.callsheet.journal.postgresql;

import dev.callsheet.journal.postgresql.WorkerProcess.Shared;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.journal.JournalEntry.Accepted;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Delivered;
import dev.callsheet.runtime.client.journal.JournalEntry.Finished;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalEntryJson;
import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.sandbox.Sandbox;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Measures how cost grows with the number of workers, and with what is in the journal and the
 * queue. No test: {@code tests/workers/run growth} runs it, and it writes its tables to
 * docs/workers.md and its plot beside that.
 */
class WorkersGrowth {
  private static final int JOBS = Integer.getInteger("callsheet.workers.jobs", 2000);
  private static final List<Integer> PROCESSES = List.of(1, 2, 4, 8);
  private static final int MOST_PROCESSES =
      Math.max(1, Integer.getInteger("callsheet.workers.processes", 8));
  private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
  private static final int LARGEST = Integer.getInteger("callsheet.workers.journal", 1_000_000);
  private static final int LEASES_EACH = 2;
  private static final int WARM_UP = 200;
  private static final int ORPHANS = 1000;
  private static final int ROUNDS = 5;
  private static final Scope SCOPE = new Scope(URI.create("http://127.0.0.1:1/v1"), "test");
  private static final Path DOCS = Path.of("..", "..", "docs");
  private static final String BEGIN = "<!-- written by tests/workers/run growth -->\n";
  private static final String END = "<!-- until here -->\n";

  private interface Step {
    void run() throws SQLException;
  }

  /** How many processes wanted to run before the first of ours began. */
  private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

  @Test
  void measures() throws Exception {
    var workers = new LinkedHashMap<Integer, Double>();
    for (var processes : PROCESSES.stream().filter(count -> count <= MOST_PROCESSES).toList()) {
      workers.put(processes, jobsPerSecond(processes));
      System.out.printf(
          Locale.ROOT, "growth: %d workers: %.0f jobs/s%n", processes, workers.get(processes));
    }
    var sizes = SIZES.stream().filter(size -> size <= LARGEST).toList();
    var journal = new LinkedHashMap<String, List<Double>>();
    try (var postgres = WorkersTest.database();
        var pool = WorkerProcess.pool(url(postgres), 4)) {
      var filled = 0;
      for (var size : sizes) {
        var begun = System.nanoTime();
        fill(pool, size - filled);
        System.out.printf(
            Locale.ROOT,
            "growth: %,d jobs are there after %.0f s%n",
            size,
            millisSince(begun) / 1000);
        filled = size;
        for (var figure : journalFigures(pool, size).entrySet()) {
          journal.computeIfAbsent(figure.getKey(), any -> new ArrayList<>()).add(figure.getValue());
          System.out.printf(
              Locale.ROOT,
              "growth: %,d jobs: %s: %.2f ms%n",
              size,
              figure.getKey(),
              figure.getValue());
        }
      }
    }
    write(workers, sizes, journal);
  }

  private static String url(EmbeddedPostgres postgres) {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  /** When all workers are there, from the first job's coming to the last result's. */
  private static double jobsPerSecond(int processes) throws Exception {
    var workers = new ArrayList<ChildProcess>();
    try (var postgres = WorkersTest.database();
        var pool = WorkerProcess.pool(url(postgres), 2);
        var sandbox = Sandbox.start(WorkersTest.options(JOBS))) {
      var queue = WorkersTest.queue(pool);
      var unused = new PostgresqlBudget(pool, WorkerProcess.BUDGET, Budget.of("1000000"));
      var shared =
          new Shared(
              url(postgres),
              sandbox.endpoint(),
              1_000_000,
              Duration.ofSeconds(1),
              Duration.ofSeconds(30),
              100);
      try {
        for (var i = 0; i < processes; i++) {
          workers.add(ChildProcess.start(WorkerProcess.class, shared.arguments()));
        }
        return jobsPerSecond(pool, queue, LEASES_EACH * processes);
      } finally {
        workers.forEach(ChildProcess::close);
      }
    }
  }

  /**
   * Of workers that are starting.
   *
   * @param leases how many they will have: each its own, and that of its client's journal
   */
  private static double jobsPerSecond(DataSource database, JobQueue queue, int leases)
      throws Exception {
    await(database, "select count(*) from callsheet_worker", leases);
    queue.enqueue("a", Stream.generate(WorkersTest::request).limit(WARM_UP));
    await(database, "select count(*) from delivered", WARM_UP);
    var begun = System.nanoTime();
    queue.enqueue("a", Stream.generate(WorkersTest::request).limit(JOBS));
    await(database, "select count(*) from delivered", WARM_UP + JOBS);
    return JOBS / ((System.nanoTime() - begun) / 1e9);
  }

  private static void await(DataSource database, String count, long wanted) throws Exception {
    while (WorkersTest.query(database, count) < wanted) {
      Thread.sleep(20);
    }
  }

  /** Adds jobs that are finished and another worker's, and as many that wait in a queue. */
  private static void fill(DataSource database, int count) throws SQLException {
    JournalTables.migrate(database);
    var queue = new JobQueue(database, WorkerProcess.QUEUE);
    var job = new UUID(0, 0);
    var now = Instant.parse("2026-01-01T00:00:00Z");
    var entries =
        Stream.of(
                new Submitted(
                    job,
                    now,
                    "runware",
                    "acme:still@1",
                    1,
                    "[{\"taskUUID\":\"%s\"}]".formatted(job)),
                new Accepted(job, now, job.toString()),
                new Delivered(job, now, "{\"imageURL\":\"https://media.example/a.jpg\"}"),
                new Finished(job, now, List.of()))
            .map(JournalEntryJson::write)
            .toList();
    execute(
        database,
        "insert into callsheet_worker values ('%s', now() + interval '1 day') on conflict do nothing"
            .formatted(new UUID(1, 1)));
    execute(
        database,
        """
        with added as (
          insert into callsheet_job (job, endpoint, account, owner, finished)
          select gen_random_uuid(), '%s', '%s', '%s', now() from generate_series(1, %d)
          returning job)
        insert into callsheet_entry (job, entry)
        select job, replace(entry, '%s', job::text)
        from added, unnest(array['%s']) with ordinality as e (entry, place)
        order by job, place
        """
            .formatted(
                SCOPE.endpoint(),
                SCOPE.account(),
                new UUID(1, 1),
                count,
                job,
                String.join("', '", entries)));
    execute(
        database,
        """
        insert into callsheet_queue_item (job, queue, name, round, platform, model, results, request,
          price_least, price_most, price_why)
        select gen_random_uuid(), 'films', 'g' || n %% 10, n / 10, 'runware', 'acme:still@1', 1, '{}',
          0.01, 0.01, 'one image'
        from generate_series(1, %d) n
        """
            .formatted(count));
    execute(database, "update callsheet_queue set waiting = waiting + " + count);
    execute(database, "analyze");
    queue.groups();
  }

  /** Without the keys of each row looked up: they are right. */
  private static void execute(DataSource database, String sql) throws SQLException {
    var unused =
        Transaction.execute(
            database,
            connection -> {
              Sql.update(connection, "set local session_replication_role = replica");
              return Sql.update(connection, sql);
            });
  }

  /** In milliseconds; the best of some rounds, but for the list. */
  private static Map<String, Double> journalFigures(DataSource database, int size)
      throws SQLException {
    var figures = new LinkedHashMap<String, Double>();
    var queue = new JobQueue(database, WorkerProcess.QUEUE);
    var journal = new PostgresqlJournal(database);
    var start = Double.MAX_VALUE;
    var one = Double.MAX_VALUE;
    var thousand = Double.MAX_VALUE;
    for (var round = 0; round < ROUNDS; round++) {
      var orphans = leaveOrphans(journal);
      var begun = System.nanoTime();
      try (var session = journal.open(SCOPE)) {
        start = Math.min(start, millisSince(begun));
        begun = System.nanoTime();
        require(session.adopt(orphans.get(0)).stream().count(), 1);
        one = Math.min(one, millisSince(begun));
        begun = System.nanoTime();
        require(session.adopt(any -> true).size(), ORPHANS);
        thousand = Math.min(thousand, millisSince(begun));
        orphans.forEach(job -> session.append(new Acknowledged(job, Instant.EPOCH)).join());
      }
    }
    figures.put("start", start);
    figures.put("resume 1", one);
    figures.put("resume 1,000", thousand);
    figures.put("take 50", best(() -> putBack(queue, take(queue))));
    figures.put("add 200", best(() -> add(queue)));
    try (var session = journal.open(SCOPE)) {
      var listed = new AtomicLong();
      var begun = System.nanoTime();
      session.forEachJob(job -> listed.incrementAndGet());
      figures.put("list all", millisSince(begun));
      require(listed.get(), size);
    }
    return figures;
  }

  /** Jobs of a worker that has ended. */
  private static List<UUID> leaveOrphans(PostgresqlJournal journal) {
    try (var session = journal.open(SCOPE)) {
      var jobs = Stream.generate(UUID::randomUUID).limit(ORPHANS).toList();
      jobs.stream()
          .map(
              job ->
                  session.begin(
                      new Submitted(job, Instant.EPOCH, "runware", "acme:still@1", 1, "[{}]")))
          .toList()
          .forEach(CompletableFuture::join);
      return jobs;
    }
  }

  private static List<UUID> take(JobQueue queue) {
    return queue.run(connection -> queue.table().take(connection, new UUID(1, 1), 50)).stream()
        .map(item -> item.job().id())
        .toList();
  }

  private static void putBack(JobQueue queue, List<UUID> jobs) {
    require(jobs.size(), 50);
    queue.run(
        connection -> {
          for (var job : jobs) {
            new HeldItems(queue.table(), new UUID(1, 1))
                .putBack(connection, job, Duration.ZERO, null);
          }
          return jobs;
        });
  }

  private static void add(JobQueue queue) {
    try {
      queue.enqueue("g1", Stream.generate(WorkersTest::request).limit(200));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double best(Step step) throws SQLException {
    var best = Double.MAX_VALUE;
    for (var round = 0; round < ROUNDS; round++) {
      var begun = System.nanoTime();
      step.run();
      best = Math.min(best, millisSince(begun));
    }
    return best;
  }

  private static double millisSince(long begun) {
    return (System.nanoTime() - begun) / 1e6;
  }

  private static void require(long seen, long expected) {
    if (seen != expected) {
      throw new IllegalStateException(seen + " in place of " + expected);
    }
  }

  private void write(
      Map<Integer, Double> workers, List<Integer> sizes, Map<String, List<Double>> journal)
      throws IOException {
    var text = new StringBuilder(BEGIN);
    text.append("\n| workers | jobs a second |\n| ---: | ---: |\n");
    workers.forEach((count, rate) -> text.append(row(count, format(rate))));
    text.append("\n| jobs in the journal, and in the queue | ")
        .append(String.join(" | ", journal.keySet()))
        .append(" |\n| ---: |")
        .append(" ---: |".repeat(journal.size()))
        .append('\n');
    for (var i = 0; i < sizes.size(); i++) {
      var number = i;
      text.append(
          row(
              sizes.get(i),
              journal.values().stream()
                  .map(values -> format(values.get(number)) + " ms")
                  .collect(Collectors.joining(" | "))));
    }
    text.append(
        "\nMeasured on %s: %d cores, Java %s, PostgreSQL 14 on the same machine; load before %.1f.\n\n"
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                load));
    var page = DOCS.resolve("workers.md");
    var before = Files.readString(page);
    Files.writeString(
        page,
        before.substring(0, before.indexOf(BEGIN)) + text + before.substring(before.indexOf(END)));
    Files.writeString(
        DOCS.resolve("images/workers-growth.svg"),
        new GrowthPlot(2)
            .panel(
                "Jobs a second, by worker processes",
                workers.keySet().stream().map(String::valueOf).toList(),
                Map.of("jobs/s", List.copyOf(workers.values())))
            .panel(
                "Milliseconds, by jobs in the journal and in the queue",
                sizes.stream().map(size -> "%,d".formatted(size)).toList(),
                journal)
            .svg());
  }

  private static String row(int number, String rest) {
    return String.format(Locale.ROOT, "| %,d | %s |%n", number, rest);
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
  }
}
