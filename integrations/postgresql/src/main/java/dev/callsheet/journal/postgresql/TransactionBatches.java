package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.client.error.JournalException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Runs steps in transactions, in their order; those that come in while one is committed are one
 * transaction together (group commit). Where that fails, each is tried again alone, so that none
 * fails for another's sake.
 */
final class TransactionBatches {
  private static final int MOST = 200;
  private static final long IDLE_SECONDS = 10;

  private record Step<T>(Transaction<T> transaction, CompletableFuture<T> result) {
    /** What completes the result once the transaction is committed. */
    Runnable run(java.sql.Connection connection) throws SQLException {
      var value = transaction.run(connection);
      return () -> result.complete(value);
    }
  }

  private final DataSource database;
  private final BlockingQueue<Step<?>> pending = new LinkedBlockingQueue<>();
  private final AtomicBoolean isScheduled = new AtomicBoolean();
  private final ThreadPoolExecutor thread;

  TransactionBatches(DataSource database, String name) {
    this.database = database;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              var daemon = new Thread(task, name);
              daemon.setDaemon(true);
              return daemon;
            });
    this.thread.allowCoreThreadTimeOut(true);
  }

  /** Runs a step with the next transaction; fails with a {@link JournalException}. */
  <T> CompletableFuture<T> add(Transaction<T> transaction) {
    var step = new Step<>(transaction, new CompletableFuture<T>());
    pending.add(step);
    schedule();
    return step.result();
  }

  private void schedule() {
    if (isScheduled.compareAndSet(false, true)) {
      thread.execute(this::run);
    }
  }

  private void run() {
    isScheduled.set(false);
    var batch = new ArrayList<Step<?>>();
    pending.drainTo(batch, MOST);
    if (!batch.isEmpty() && !commit(batch)) {
      for (var step : batch) {
        var unused = batch.size() > 1 && commit(List.of(step));
      }
    }
    if (!pending.isEmpty()) {
      schedule();
    }
  }

  /** Whether it was committed; a step alone that was not has failed. */
  private boolean commit(List<Step<?>> batch) {
    try {
      var completions =
          Transaction.execute(
              database,
              connection -> {
                var all = new ArrayList<Runnable>();
                for (var step : batch) {
                  all.add(step.run(connection));
                }
                return all;
              });
      completions.forEach(Runnable::run);
      return true;
    } catch (SQLException | RuntimeException | Error e) { // whatever it is, somebody waits
      if (batch.size() == 1) {
        batch
            .get(0)
            .result()
            .completeExceptionally(
                e instanceof SQLException sql ? PostgresqlJournal.unusableException(sql) : e);
      }
      return false;
    }
  }
}
