package dev.callsheet.journal.postgresql;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.error.JournalException;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Takes jobs from a {@link JobQueue}, has a client send them, and hands over what comes of them.
 * Any number of workers, in any number of processes, share a queue. A worker takes no more jobs
 * than it has room for. When it dies, others take its jobs over from where they are, once its lease
 * has run out: none is paid twice, as far as its platform recognizes a repetition or can be asked
 * for it. A worker that was asleep, or without the database, for longer than its lease sends
 * nothing of which it is not sure that no other has taken it over.
 *
 * <p>The client's journal is to be a {@link PostgresqlJournal} in the same database. What else the
 * workers share is up to the client: a {@link PostgresqlBudget}, a {@link PostgresqlPace}.
 *
 * <pre>{@code
 * new JobWorker(queue, client, (queued, job) -> store(queued.id(), job.results())).run();
 * }</pre>
 */
public final class JobWorker {
  private static final int DEFAULT_SLOTS = 100;
  private static final Duration DEFAULT_LEASE = Duration.ofSeconds(30);

  private final JobQueue queue;
  private final CallsheetClient client;
  private final JobHandler handler;
  private final int slots;
  private final Duration lease;
  private volatile boolean isStopping;

  /** A worker with room for a hundred jobs, and a lease of 30 seconds. */
  public JobWorker(JobQueue queue, CallsheetClient client, JobHandler handler) {
    this(queue, client, handler, DEFAULT_SLOTS, DEFAULT_LEASE);
  }

  private JobWorker(
      JobQueue queue, CallsheetClient client, JobHandler handler, int slots, Duration lease) {
    this.queue = queue;
    this.client = client;
    this.handler = handler;
    this.slots = slots;
    this.lease = lease;
  }

  /**
   * The same worker, with room for so many jobs at a time.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public JobWorker withSlots(int jobs) {
    if (jobs < 1) {
      throw new IllegalArgumentException("A worker has room for at least one job, not " + jobs);
    }
    return new JobWorker(queue, client, handler, jobs, lease);
  }

  /**
   * The same worker, whose jobs are taken over when it has not been heard of for so long.
   *
   * @throws IllegalArgumentException if it is less than a second
   */
  public JobWorker withLease(Duration time) {
    PostgresqlJournal.requireLease(time);
    return new JobWorker(queue, client, handler, slots, time);
  }

  /**
   * Works until it is told to {@link #stop}. Where the budget is exhausted, it waits until there is
   * more; where the database cannot be used, until it can.
   *
   * @throws InterruptedException if the thread is interrupted; other workers take its jobs over
   *     when the client is closed
   * @throws JournalException if the database cannot be used at the beginning
   */
  public void run() throws InterruptedException {
    var unused = work(false);
  }

  /**
   * Works until nothing is left to do, or the budget is exhausted, or it is told to {@link #stop}.
   *
   * @throws InterruptedException as {@link #run} does
   * @throws JournalException as {@link #run} does
   */
  public WorkerEnd drain() throws InterruptedException {
    return work(true);
  }

  private WorkerEnd work(boolean untilIdle) throws InterruptedException {
    try (var run =
        new WorkerRun(queue, client, handler, slots, WorkerLease.begin(queue.database(), lease))) {
      return run.work(untilIdle, () -> isStopping);
    } catch (SQLException e) {
      throw PostgresqlJournal.unusableException(e);
    }
  }

  /** Takes no more jobs; {@link #run} returns when those that it has have ended. */
  public void stop() {
    isStopping = true;
  }
}
