package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.GroupCommit;
import dev.callsheet.runtime.client.journal.GroupCommit.PendingEntry;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalProblem;
import dev.callsheet.runtime.client.journal.JournalSession;
import dev.callsheet.runtime.client.journal.Scope;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** A worker's session. All entries of a group commit are one transaction. */
final class PostgresqlJournalSession implements JournalSession {
  private static final System.Logger LOG = System.getLogger(PostgresqlJournal.class.getName());
  private static final long RETRY_MILLIS = 1000;

  private final DataSource database;
  private final Scope scope;
  private final Duration retention;
  private final WorkerLease lease;
  private final JobLeases leases;
  private final Set<JournalProblem> problems = ConcurrentHashMap.newKeySet();
  private final JournalEntryTable entries = new JournalEntryTable(problems::add);

  /** Jobs that are yet to be sent, and when they were surely this worker's. */
  private final Map<UUID, Long> unsent = new ConcurrentHashMap<>();

  /** What is to be written when the database is back, in order; on the writer's thread only. */
  private final List<PendingEntry> unwritten = new ArrayList<>();

  private boolean isRetrying;

  private final GroupCommit writer = new GroupCommit(this::commit);

  PostgresqlJournalSession(DataSource database, Scope scope, Duration lease, Duration retention)
      throws SQLException {
    this.database = database;
    this.scope = scope;
    this.retention = retention;
    var unused = Transaction.execute(database, this::deleteExpired);
    this.lease = WorkerLease.begin(database, lease);
    this.leases = new JobLeases(this.lease.worker());
  }

  @Override
  public CompletableFuture<Optional<JobRecord>> begin(Submitted submission) {
    return writer.write(submission);
  }

  @Override
  public CompletableFuture<Void> append(JournalEntry entry) {
    return writer.write(entry).thenApply(known -> null);
  }

  /**
   * Writes entries, after those that could not be written before. While the database is away, what
   * became of jobs is kept, and tasks that are yet to begin fail.
   */
  private void commit(List<PendingEntry> batch) {
    var now = System.nanoTime();
    var kept = List.copyOf(unwritten);
    try {
      var completions =
          Transaction.execute(
              database,
              connection -> {
                var all = new ArrayList<Runnable>();
                for (var pending : kept) {
                  all.add(write(connection, pending, true, now));
                }
                for (var pending : batch) {
                  all.add(write(connection, pending, false, now));
                }
                return all;
              });
      unwritten.clear();
      completions.forEach(Runnable::run);
    } catch (SQLException e) {
      if (!Transaction.failsForNow(e)) {
        unwritten.clear();
        fail(kept, e);
        fail(batch, e);
        return;
      }
      if (kept.isEmpty()) {
        LOG.log(
            Level.WARNING, "The journal cannot be written; what becomes of jobs is kept for it", e);
      }
      for (var pending : batch) {
        if (pending.entry() instanceof Submitted) {
          fail(List.of(pending), e);
        } else {
          unwritten.add(pending);
        }
      }
      retryLater();
    }
  }

  private void retryLater() {
    if (!unwritten.isEmpty() && !isRetrying) {
      isRetrying = true;
      CompletableFuture.delayedExecutor(RETRY_MILLIS, TimeUnit.MILLISECONDS, writer)
          .execute(
              () -> {
                isRetrying = false;
                commitUnwritten();
              });
    }
  }

  /** What was begun under a lease that has not been broken since needs no asking. */
  @Override
  public CompletableFuture<Boolean> confirm(UUID job) {
    var begun = unsent.get(job);
    return begun != null && lease.holdsSince(begun)
        ? CompletableFuture.completedFuture(true)
        : CompletableFuture.supplyAsync(() -> isHeld(job), writer);
  }

  private boolean isHeld(UUID job) {
    try {
      if (!lease.holdsSince(System.nanoTime())) {
        lease.renew();
      }
    } catch (SQLException e) {
      throw PostgresqlJournal.unusableException(e);
    }
    var asked = System.nanoTime();
    if (!run(connection -> leases.isHeld(connection, job))) {
      return false;
    }
    if (!lease.holdsSince(asked)) {
      throw new JournalException("The lease ran out while the database answered", null);
    }
    unsent.put(job, asked);
    return true;
  }

  private void commitUnwritten() {
    if (!unwritten.isEmpty()) {
      commit(List.of());
    }
  }

  private static void fail(List<PendingEntry> entries, SQLException reason) {
    var failure = PostgresqlJournal.unusableException(reason);
    entries.forEach(pending -> pending.completion().completeExceptionally(failure));
  }

  /**
   * Writes an entry; returns what completes it once the transaction is committed.
   *
   * @param isRepeated whether it was tried before, so that it may be there
   * @param now before the transaction
   */
  private Runnable write(Connection connection, PendingEntry pending, boolean isRepeated, long now)
      throws SQLException {
    var entry = pending.entry();
    unsent.remove(entry.job());
    if (entry instanceof Submitted) {
      return begin(connection, pending, now);
    }
    if (!leases.isHeld(connection, entry.job())) {
      return () ->
          pending.completion().completeExceptionally(JournalException.takenOver(entry.job()));
    }
    if (!isRepeated || !JournalEntryTable.contains(connection, entry)) {
      JournalEntryTable.write(connection, entry);
    }
    return () -> pending.completion().complete(Optional.empty());
  }

  private Runnable begin(Connection connection, PendingEntry pending, long now)
      throws SQLException {
    var job = pending.entry().job();
    return switch (leases.claim(connection, job, scope.endpoint().toString(), scope.account())) {
      case NEW -> {
        JournalEntryTable.write(connection, pending.entry());
        yield () -> {
          unsent.put(job, now);
          pending.completion().complete(Optional.empty());
        };
      }
      case KNOWN -> {
        var known = entries.of(connection, leases.worker(), job).stream().findFirst();
        yield () ->
            known.ifPresentOrElse(
                record -> pending.completion().complete(Optional.of(record)),
                () ->
                    pending
                        .completion()
                        .completeExceptionally(JournalException.unreadableJob(job)));
      }
      case HELD_BY_OTHER ->
          () -> pending.completion().completeExceptionally(JournalException.takenOver(job));
    };
  }

  @Override
  public List<JobRecord> adopt(Predicate<JobRecord> wanted) {
    return transaction(
        connection -> {
          deleteExpired(connection);
          lockScope(connection);
          var adopted =
              entries.adoptable(connection, leases.worker(), scope).stream()
                  .filter(wanted)
                  .toList();
          leases.assign(connection, adopted.stream().map(JobRecord::id).toList());
          return adopted;
        });
  }

  /** Workers that adopt at the same time do so one after the other. */
  private void lockScope(Connection connection) throws SQLException {
    var unused =
        Sql.exists(
            connection,
            "select pg_advisory_xact_lock(hashtextextended(?, 0))",
            "callsheet " + scope.endpoint() + " " + scope.account());
  }

  /**
   * What is still in a queue is yet to be delivered, however old it is. A worker without a row is
   * as dead as one whose lease has run out.
   */
  private int deleteExpired(Connection connection) throws SQLException {
    Sql.update(
        connection, "delete from callsheet_worker where alive_until < now() - interval '1 day'");
    return Sql.update(
        connection,
        """
        delete from callsheet_job j where finished < now() - ? * interval '1 second'
          and not exists (select from callsheet_queue_item i where i.job = j.job)
        """,
        retention.toSeconds());
  }

  @Override
  public Optional<JobRecord> adopt(UUID job) {
    return transaction(
        connection -> {
          var adopted = leases.adopt(connection, job, scope.endpoint().toString(), scope.account());
          return adopted
              ? entries.of(connection, leases.worker(), job).stream().findFirst()
              : Optional.empty();
        });
  }

  @Override
  public List<JobRecord> jobs() {
    var jobs = new ArrayList<JobRecord>();
    forEachJob(jobs::add);
    return jobs;
  }

  /** Page by page, each in a transaction of its own, so that nobody waits for the reader. */
  @Override
  public void forEachJob(Consumer<? super JobRecord> reader) {
    var after = new AtomicLong(Long.MIN_VALUE);
    var page = transaction(connection -> entries.page(connection, leases.worker(), after));
    while (page.isPresent()) {
      page.get().forEach(reader);
      page = transaction(connection -> entries.page(connection, leases.worker(), after));
    }
  }

  @Override
  public List<JobRecord> ownJobs() {
    return transaction(connection -> entries.ofOwner(connection, leases.worker()));
  }

  @Override
  public List<JournalProblem> problems() {
    return List.copyOf(problems);
  }

  /** Runs a step after everything that was written before, and waits for it. */
  private <T> T transaction(Transaction<T> step) {
    try {
      return CompletableFuture.supplyAsync(() -> run(step), writer).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof JournalException known ? known : e;
    }
  }

  private <T> T run(Transaction<T> step) {
    try {
      commitUnwritten();
      return Transaction.execute(database, step);
    } catch (SQLException e) {
      throw PostgresqlJournal.unusableException(e);
    }
  }

  @Override
  public void close() {
    CompletableFuture.runAsync(this::end, writer).join();
  }

  /** What of jobs cannot be written is asked for again by whoever takes them up. */
  private void end() {
    commitUnwritten();
    var lost = new JournalException("The database was away when the journal was closed", null);
    unwritten.forEach(pending -> pending.completion().completeExceptionally(lost));
    unwritten.clear();
    lease.end();
  }
}
