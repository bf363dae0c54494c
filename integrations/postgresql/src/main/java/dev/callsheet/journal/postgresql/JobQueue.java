package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.client.error.InvalidRequestException;
import dev.callsheet.runtime.client.error.JournalException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that wait for workers, in the database of their {@link PostgresqlJournal}. Each belongs to a
 * group, such as a customer or a production. Groups take turns: a group with a thousand jobs does
 * not hold up one with three that came later. Within a group, the first that came is the first to
 * be taken.
 *
 * <pre>{@code
 * var queue = new JobQueue(dataSource, "films").withLimit(100_000);
 * queue.enqueue("studio-7", requests.stream());
 * }</pre>
 */
public final class JobQueue {
  private static final int BATCH = 200;
  private static final Duration FULL_WAIT = Duration.ofMillis(100);

  private final DataSource database;
  private final QueueTable table;
  private final long limit;

  /**
   * The queue of that name, which is made if need be.
   *
   * @throws JournalException if the database cannot be used
   */
  public JobQueue(DataSource database, String name) {
    this(database, new QueueTable(name), Long.MAX_VALUE);
    run(
        connection -> {
          JournalTables.migrate(connection);
          return table.create(connection);
        });
  }

  private JobQueue(DataSource database, QueueTable table, long limit) {
    this.database = database;
    this.table = table;
    this.limit = limit;
  }

  /**
   * The same queue, in which no more jobs than this wait at a time; unlimited unless set.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public JobQueue withLimit(long waiting) {
    if (waiting < 1) {
      throw new IllegalArgumentException("A queue has room for at least one job, not " + waiting);
    }
    return new JobQueue(database, table, waiting);
  }

  /**
   * Adds a job, if there is room. When this returns, no crash loses it. A job whose id is in a
   * queue of this database already, waiting, held or stopped, is not added again, so that who is
   * not sure may repeat a request that has an id; one without is another job each time.
   *
   * <p>Workers send what models of bundled platforms ask for; the clients of others are to know the
   * platform by {@code platform()} on their builder.
   *
   * @return whether there was room, or it is in a queue
   * @throws InvalidRequestException if the request breaks a rule of its model
   * @throws JournalException if the database cannot be used
   */
  public boolean offer(String group, ModelRequest<?> request) {
    return add(group, List.of(checked(request)));
  }

  /**
   * Adds jobs in their order, and waits while there is no room. They are taken from the stream as
   * there is room for them, some hundred at a time, so that it may be longer than memory is large.
   *
   * @return how many it were
   * @throws InvalidRequestException if a request breaks a rule of its model; those before it are
   *     added
   * @throws InterruptedException if the thread is interrupted; some may be added
   * @throws JournalException if the database cannot be used
   */
  public long enqueue(String group, Stream<? extends ModelRequest<?>> requests)
      throws InterruptedException {
    var count = 0L;
    @Nullable RuntimeException end = null;
    for (var all = requests.iterator(); end == null && all.hasNext(); ) {
      var batch = new ArrayList<QueuedRequest>();
      try {
        while (batch.size() < Math.min(BATCH, limit) && all.hasNext()) {
          batch.add(checked(all.next()));
        }
      } catch (RuntimeException refusal) {
        end = refusal; // once those before it are added
      }
      while (!add(group, batch)) {
        Thread.sleep(FULL_WAIT.toMillis());
      }
      count += batch.size();
    }
    if (end != null) {
      throw end;
    }
    return count;
  }

  private static QueuedRequest checked(ModelRequest<?> request) {
    var violations = request.check();
    if (violations.stream().anyMatch(violation -> violation.severity() == Severity.ERROR)) {
      throw new InvalidRequestException(request.modelType().name(), violations);
    }
    return QueuedRequest.of(request);
  }

  private boolean add(String group, List<QueuedRequest> requests) {
    return run(
        connection -> new QueueAdmission(table.queue()).add(connection, group, requests, limit));
  }

  /**
   * What is in the queue now.
   *
   * @throws JournalException if the database cannot be used
   */
  public List<QueueGroup> groups() {
    return run(table::groups);
  }

  /**
   * Jobs that workers have stopped, in the order they came: since their request was refused before
   * it was sent, what was to be done with their results failed, or it could not be found out
   * whether the platform has them. Each says why.
   *
   * @param most how many at most
   * @throws JournalException if the database cannot be used
   */
  public List<QueuedJob> stopped(int most) {
    return run(connection -> table.stopped(connection, most));
  }

  /**
   * Has a stopped job taken again. Results that are in the journal are delivered again; a job that
   * delivered nothing is sent anew.
   *
   * @return whether there is such a job
   * @throws JournalException if the database cannot be used
   */
  public boolean retry(UUID job) {
    return run(connection -> table.retry(connection, job));
  }

  /**
   * Removes a job that no worker has, waiting or stopped. One that may have been sent stays in the
   * journal, and what was reserved for it counts as spent.
   *
   * @return whether there was such a job
   * @throws JournalException if the database cannot be used
   */
  public boolean remove(UUID job) {
    return run(connection -> table.remove(connection, job));
  }

  DataSource database() {
    return database;
  }

  QueueTable table() {
    return table;
  }

  <T> T run(Transaction<T> transaction) {
    try {
      return Transaction.execute(database, transaction);
    } catch (SQLException e) {
      throw PostgresqlJournal.unusableException(e);
    }
  }

  @Override
  public String toString() {
    return "JobQueue " + table.queue();
  }
}
