package dev.callsheet.journal.postgresql;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * What a worker is alive by: a row that it renews, three times as often as it must. Whether it is
 * in time is for the database's clock to say, so that the clocks of the workers do not matter.
 *
 * <p>A worker that was stopped, or without the database, may be dead and not know it. So it counts
 * for itself, too: from before a renewal was sent, which is no later than the database counts. What
 * it did under a lease that has not been broken since is still its own, and stays so until the
 * lease runs out.
 */
final class WorkerLease {
  private static final System.Logger LOG = System.getLogger(PostgresqlJournal.class.getName());
  private static final int RENEWALS = 3;

  private static final Set<UUID> OF_THIS_PROCESS = ConcurrentHashMap.newKeySet();

  private final DataSource database;
  private final UUID worker = UUID.randomUUID();
  private final Duration length;
  private volatile Span span = new Span(0, 0, 0);
  private boolean isFailing; // used by the renewer's thread only
  private final ScheduledThreadPoolExecutor renewer =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            var thread = new Thread(task, "callsheet-lease");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * How long the lease lasts without a break. A computer that is suspended may stop its clock, but
   * sets the time of day when it goes on.
   *
   * @param since by the process' clock
   * @param until by the process' clock
   * @param untilTime by the time of day, in milliseconds
   */
  private record Span(long since, long until, long untilTime) {
    boolean lasts(Duration more) {
      return System.nanoTime() + more.toNanos() - until < 0
          && System.currentTimeMillis() + more.toMillis() < untilTime;
    }
  }

  private WorkerLease(DataSource database, Duration length) {
    this.database = database;
    this.length = length;
  }

  /** True where a column does not name a worker that is alive. */
  static String isDead(String column) {
    return "not exists (select from callsheet_worker w where w.worker = "
        + column
        + " and w.alive_until > now())";
  }

  /** A new worker, which is alive until its lease is ended, or not renewed. */
  static WorkerLease begin(DataSource database, Duration length) throws SQLException {
    var lease = new WorkerLease(database, length);
    lease.renew();
    OF_THIS_PROCESS.add(lease.worker);
    var interval = length.toMillis() / RENEWALS;
    var unused =
        lease.renewer.scheduleWithFixedDelay(
            lease::renewOrLog, interval, interval, TimeUnit.MILLISECONDS);
    return lease;
  }

  /** Those that live in this process, so that their clients are here. */
  static Set<UUID> ofThisProcess() {
    return Set.copyOf(OF_THIS_PROCESS);
  }

  UUID worker() {
    return worker;
  }

  private void renewOrLog() {
    try {
      renew();
      isFailing = false;
    } catch (SQLException | RuntimeException e) {
      if (!isFailing) {
        LOG.log(
            Level.WARNING, "Cannot renew the lease of this worker in the journal's database", e);
      }
      isFailing = true;
    }
  }

  /** Renews the lease now. */
  synchronized void renew() throws SQLException {
    var begun = System.nanoTime();
    var time = System.currentTimeMillis();
    var unused =
        Transaction.execute(
            database,
            connection ->
                Sql.update(
                    connection,
                    """
                    insert into callsheet_worker values (?, now() + ? * interval '1 millisecond')
                    on conflict (worker) do update set alive_until = excluded.alive_until
                    """,
                    worker,
                    length.toMillis()));
    var since = span.lasts(Duration.ZERO) ? span.since() : begun;
    span = new Span(since, begun + length.toNanos(), time + length.toMillis());
  }

  /**
   * Whether nobody can have taken over what this worker had at a time of {@link System#nanoTime},
   * nor will within a third of the lease.
   */
  boolean holdsSince(long time) {
    var now = span;
    return now.since() - time <= 0 && now.lasts(length.dividedBy(RENEWALS));
  }

  /**
   * Ends the lease, so that others may take over what this worker has: now, or when it has run out
   * where the database cannot be told.
   */
  void end() {
    renewer.shutdownNow();
    OF_THIS_PROCESS.remove(worker);
    endNow();
  }

  /** After a renewal that is under way. */
  private synchronized void endNow() {
    try {
      var unused =
          Transaction.execute(
              database,
              connection ->
                  Sql.update(connection, "delete from callsheet_worker where worker = ?", worker));
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "The lease of a worker cannot be ended; it runs out", e);
    }
  }
}
