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
 */
final class WorkerLease {
  private static final System.Logger LOG = System.getLogger(PostgresqlJournal.class.getName());
  private static final int RENEWALS = 3;

  private static final Set<UUID> OF_THIS_PROCESS = ConcurrentHashMap.newKeySet();

  private final DataSource database;
  private final UUID worker = UUID.randomUUID();
  private final Duration length;
  private boolean isFailing; // used by the renewer's thread only
  private final ScheduledThreadPoolExecutor renewer =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            var thread = new Thread(task, "callsheet-lease");
            thread.setDaemon(true);
            return thread;
          });

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

  private void renew() throws SQLException {
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
  }

  /**
   * Ends the lease, so that others may take over what this worker has: now, or when it has run out
   * where the database cannot be told.
   */
  void end() {
    renewer.shutdownNow();
    OF_THIS_PROCESS.remove(worker);
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
