package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.policy.SharedPace.Grant;
import dev.callsheet.runtime.client.policy.SharedPace.Permits;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A client's part of a pace. Its one thread asks for permits, again and again while there are none,
 * and writes down which have ended. With a grant, requests may be begun for some seconds by the
 * clock of this process; and a request ends in time, since the client waits no longer for a reply.
 */
final class PostgresqlPermits implements Permits {
  private static final System.Logger LOG = System.getLogger(PostgresqlPace.class.getName());

  /** How long requests may be begun with a grant. */
  private static final Duration VALIDITY = Duration.ofSeconds(5);

  /** An exchange of the client is up to two requests, one after the other. */
  private static final int REQUESTS = 2;

  private static final Duration SHORTEST_WAIT = Duration.ofMillis(5);
  private static final Duration RETRY_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  private final DataSource database;
  private final PermitLedger ledger;
  private final PaceLimit limit;
  private final Duration longest;
  private boolean isFailing; // on the thread only
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            var daemon = new Thread(task, "callsheet-pace");
            daemon.setDaemon(true);
            return daemon;
          });

  PostgresqlPermits(
      DataSource database, PermitLedger ledger, PaceLimit limit, Duration requestTimeout) {
    this.database = database;
    this.ledger = ledger;
    this.limit = limit;
    this.longest = VALIDITY.plus(requestTimeout.multipliedBy(REQUESTS));
  }

  @Override
  public int limit() {
    return limit.requests();
  }

  @Override
  public CompletableFuture<Grant> acquire(int least, int most) {
    var granted = new CompletableFuture<Grant>();
    run(() -> ask(least, most, granted), Duration.ZERO);
    return granted;
  }

  private void ask(int least, int most, CompletableFuture<Grant> granted) {
    if (thread.isShutdown()) {
      return; // nobody sends any more; what has ended is still written down
    }
    var id = UUID.randomUUID();
    var asked = System.nanoTime();
    try {
      var answer =
          Transaction.execute(
              database, connection -> ledger.grant(connection, id, least, most, longest));
      if (answer.permits() > 0) {
        granted.complete(new Held(id, answer.permits(), asked + VALIDITY.toNanos()));
      } else {
        run(() -> ask(least, most, granted), within(answer.pause()));
      }
    } catch (SQLException e) {
      giveBack(id); // it may be committed, and only the reply lost
      granted.completeExceptionally(PostgresqlJournal.unusableException(e));
    } catch (RuntimeException e) {
      granted.completeExceptionally(e);
    }
  }

  private void giveBack(UUID grant) {
    write(
        connection -> {
          ledger.end(connection, grant, 0);
          return grant;
        });
  }

  private static Duration within(Duration wait) {
    return wait.compareTo(SHORTEST_WAIT) < 0
        ? SHORTEST_WAIT
        : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  @Override
  public void pause(Duration wait) {
    write(
        connection -> {
          ledger.pause(connection, wait);
          return wait;
        });
  }

  private final class Held implements Grant {
    private final UUID id;
    private final int permits;
    private final long end;

    private Held(UUID id, int permits, long end) {
      this.id = id;
      this.permits = permits;
      this.end = end;
    }

    @Override
    public int permits() {
      return permits;
    }

    @Override
    public boolean isValid() {
      return System.nanoTime() - end < 0;
    }

    @Override
    public void end(int used) {
      write(
          connection -> {
            ledger.end(connection, id, used);
            return used;
          });
    }
  }

  /** What cannot be written is tried again: it delays the pace, and breaks it never. */
  private void write(Transaction<?> transaction) {
    run(() -> writeNow(transaction), Duration.ZERO);
  }

  private void writeNow(Transaction<?> transaction) {
    try {
      var unused = Transaction.execute(database, transaction);
      isFailing = false;
    } catch (SQLException | RuntimeException e) {
      if (!isFailing) {
        LOG.log(
            System.Logger.Level.WARNING,
            "The shared pace cannot be written: there is less of it until it can",
            e);
      }
      isFailing = true;
      run(() -> writeNow(transaction), RETRY_WAIT);
    }
  }

  private void run(Runnable step, Duration wait) {
    try {
      var unused = thread.schedule(step, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      if (!thread.isShutdown()) {
        throw new JournalException("The shared pace cannot be kept", closed);
      }
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
