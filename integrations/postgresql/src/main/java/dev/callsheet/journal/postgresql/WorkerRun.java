package dev.callsheet.journal.postgresql;

import dev.callsheet.journal.postgresql.QueueTable.Item;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawResult;
import dev.callsheet.runtime.client.error.BudgetException;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.error.InvalidRequestException;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Outcome;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The work of a worker. One thread has all of its state, and waits for what the others report. The
 * way of a job:
 *
 * <ol>
 *   <li>It is taken, or taken over from a worker that is dead.
 *   <li>A job that is in the journal is resumed, and the budget is not asked again; any other is
 *       submitted.
 *   <li>When it has ended, that is looked up in the journal: only what no crash can undo is handed
 *       over. A job of which the journal does not know an end (it is not known whether it arrived)
 *       is put back for a while, free for whoever takes it next. After some times it is stopped.
 *   <li>When it is handed over, it leaves the queue, once what it cost is written down; and when it
 *       has left the queue, the journal.
 * </ol>
 *
 * <p>A crash before it has left the queue leaves the job there, to be taken over; and as long as it
 * is in the queue, what the journal knows of it is there, too. One between the last two leaves a
 * finished job in the journal, until its retention is over.
 */
final class WorkerRun implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(JobWorker.class.getName());
  private static final int THREADS = 4;
  private static final int MOST_AT_ONCE = 50;
  private static final Duration IDLE_WAIT = Duration.ofMillis(100);
  private static final Duration BUSY_WAIT = Duration.ofMillis(10);
  private static final Duration RETRY_WAIT = Duration.ofSeconds(1);
  private static final Duration BUDGET_WAIT = Duration.ofSeconds(5);
  private static final Duration FOLLOWED_WAIT = Duration.ofSeconds(5);
  private static final Duration AWAY_WAIT = Duration.ofSeconds(2);
  private static final Duration UNCERTAIN_AFTER = Duration.ofSeconds(10);
  private static final Duration UNCERTAIN_WAIT = Duration.ofSeconds(30);

  private final JobQueue queue;
  private final CallsheetClient client;
  private final JobHandler handler;
  private final int slots;
  private final WorkerLease lease;
  private final HeldItems items;
  private final ExecutorService submitters =
      Executors.newFixedThreadPool(THREADS, WorkerRun::daemon);
  private final ExecutorService handlers = Executors.newFixedThreadPool(THREADS, WorkerRun::daemon);
  private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();

  private final Map<UUID, Item> held = new HashMap<>();
  private final Map<UUID, Ended> ended = new HashMap<>();
  private final Map<UUID, Job<RawResult>> handled = new HashMap<>();
  private boolean isShort;
  private boolean isExhausted;
  private boolean isFailing;
  private long nextTake = System.nanoTime();
  private long nextAdoption = nextTake;

  /** A job that has ended at this client, and that the journal is yet to confirm. */
  private record Ended(Job<RawResult> job, long since) {}

  WorkerRun(
      JobQueue queue, CallsheetClient client, JobHandler handler, int slots, WorkerLease lease) {
    this.queue = queue;
    this.client = client;
    this.handler = handler;
    this.slots = slots;
    this.lease = lease;
    this.items = new HeldItems(queue.table(), lease.worker());
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "callsheet-worker");
    thread.setDaemon(true);
    return thread;
  }

  WorkerEnd work(boolean untilIdle, BooleanSupplier isStopping) throws InterruptedException {
    while (true) {
      try {
        confirm();
        complete();
        if (isStopping.getAsBoolean()) {
          if (held.isEmpty()) {
            return WorkerEnd.STOPPED;
          }
        } else {
          take();
          if (untilIdle && held.isEmpty()) {
            if (isExhausted) {
              return WorkerEnd.BUDGET_EXHAUSTED;
            }
            if (queue.run(queue.table()::isIdle)) {
              return WorkerEnd.IDLE;
            }
          }
        }
        awaitReports();
        isFailing = false;
      } catch (JournalException e) {
        onFailure(e);
      }
    }
  }

  private void onFailure(JournalException failure) throws InterruptedException {
    if (!isFailing) {
      LOG.log(
          Level.WARNING, "The queue cannot be read or written; the worker tries again", failure);
    }
    isFailing = true;
    ended.replaceAll((id, end) -> new Ended(end.job(), System.nanoTime()));
    Thread.sleep(RETRY_WAIT.toMillis());
  }

  private void awaitReports() throws InterruptedException {
    var wait = ended.isEmpty() && handled.isEmpty() ? IDLE_WAIT : BUSY_WAIT;
    for (var report = reports.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        report != null;
        report = reports.poll()) {
      report.run();
    }
  }

  private void take() {
    var room = Math.min(MOST_AT_ONCE, slots - held.size());
    var now = System.nanoTime();
    if (room <= 0 || now - nextTake < 0) {
      return;
    }
    var most = isShort ? 1 : room;
    var worker = lease.worker();
    if (now - nextAdoption >= 0) {
      var known = List.copyOf(held.keySet());
      var adopted = queue.run(connection -> queue.table().adopt(connection, worker, known, most));
      adopted.forEach(this::begin);
      nextAdoption = now + RETRY_WAIT.toNanos();
      if (!adopted.isEmpty()) {
        nextAdoption = now;
        return;
      }
    }
    var taken = queue.run(connection -> queue.table().take(connection, worker, most));
    taken.forEach(this::begin);
    if (taken.isEmpty()) {
      nextTake = now + IDLE_WAIT.toNanos();
    }
  }

  private void begin(Item item) {
    isShort = false;
    isExhausted = false;
    held.put(item.job().id(), item);
    submitters.execute(() -> send(item));
  }

  /** On a thread of the submitters. */
  private void send(Item item) {
    var id = item.job().id();
    try {
      var known = item.isRecorded() ? client.resume(id) : Optional.of(client.submit(request(item)));
      known.ifPresentOrElse(
          this::follow,
          () -> reports.add(() -> putBack(id, FOLLOWED_WAIT, "Another client follows the job")));
    } catch (BudgetException e) {
      reports.add(() -> onRefused(item, e));
    } catch (InvalidRequestException | IllegalArgumentException | ConfigurationException e) {
      reports.add(() -> stop(id, e));
    } catch (RuntimeException e) {
      reports.add(() -> putBackUnsent(id, e));
    }
  }

  private static QueuedRequest request(Item item) {
    try {
      return item.request();
    } catch (RuntimeException unreadable) {
      throw new IllegalArgumentException("The request cannot be read", unreadable);
    }
  }

  private void follow(Job<RawResult> job) {
    job.onProgress(
        progress -> {
          if (progress.status().isFinal()) {
            reports.add(() -> onEnd(job));
          }
        });
  }

  private void onRefused(Item item, BudgetException refusal) {
    if (refusal.isExhausted()) {
      isShort = true;
      isExhausted = held.size() == 1; // no other of its jobs may turn out cheaper
      nextTake = System.nanoTime() + RETRY_WAIT.toNanos();
      putBack(item.job().id(), BUDGET_WAIT, refusal.getMessage()); // others may be cheaper
    } else {
      stop(item.job().id(), refusal);
    }
  }

  private void onEnd(Job<RawResult> job) {
    if (!held.containsKey(job.id()) || handled.containsKey(job.id())) {
      return;
    }
    if (job.status() == JobStatus.DETACHED) {
      held.remove(job.id()); // another worker has taken it over, or the client is closed
    } else if (job.recorded().isCompletedExceptionally()) {
      putBackUnsent(job.id(), job.recorded().handle((none, failure) -> failure).join());
    } else {
      ended.putIfAbsent(job.id(), new Ended(job, System.nanoTime()));
    }
  }

  /** Hands over the jobs that have ended by the journal. */
  private void confirm() {
    if (ended.isEmpty()) {
      return;
    }
    var ids = List.copyOf(ended.keySet());
    var finished = queue.run(connection -> items.finished(connection, ids));
    for (var id : finished) {
      var end = ended.remove(id);
      var item = held.get(id);
      if (end != null && item != null) {
        handlers.execute(() -> hand(item.job(), end.job()));
      }
    }
    var late = System.nanoTime() - UNCERTAIN_AFTER.toNanos();
    for (var id : ids) {
      var end = ended.get(id);
      if (end != null && end.since() - late < 0) {
        ended.remove(id);
        doubt(id, "It is not known whether the platform has it: " + reason(end.job()));
      }
    }
  }

  /** On a thread of the handlers. */
  private void hand(QueuedJob queued, Job<RawResult> job) {
    try {
      handler.onEnd(queued, job);
      reports.add(() -> handled.put(job.id(), job));
    } catch (Exception | Error e) { // whatever it is, it is the application's
      if (Transaction.failsForNow(e)) {
        LOG.log(
            Level.WARNING,
            "The results of job {0} cannot be handed over yet: {1}",
            job.id(),
            e.toString());
        reports.add(() -> putBack(job.id(), AWAY_WAIT, e.toString()));
        return;
      }
      LOG.log(Level.WARNING, "The results of job " + job.id() + " could not be handed over", e);
      reports.add(() -> stop(job.id(), e));
    }
  }

  private void complete() {
    if (handled.isEmpty()) {
      return;
    }
    var ids = List.copyOf(handled.keySet());
    var left = queue.run(connection -> items.complete(connection, ids));
    for (var id : ids) {
      var isHeld = left.get(id);
      if (isHeld == null || !isHeld) {
        var job = handled.remove(id);
        held.remove(id);
        if (isHeld == null && job != null) {
          job.acknowledge();
        }
      }
    }
  }

  private void putBack(UUID job, Duration wait, @Nullable String trouble) {
    let(job, connection -> items.putBack(connection, job, wait, trouble));
  }

  /** It was not sent, and nothing follows it here. */
  private void putBackUnsent(UUID job, Throwable reason) {
    var cause = reason instanceof CompletionException ? reason.getCause() : reason;
    var trouble = String.valueOf(cause);
    if (cause instanceof JournalException known && known.isTakenOver()) {
      putBack(job, FOLLOWED_WAIT, trouble);
    } else {
      var wait = Transaction.failsForNow(reason) ? AWAY_WAIT : UNCERTAIN_WAIT;
      let(job, connection -> items.putBackFree(connection, job, wait, trouble));
    }
  }

  /** Why a job has ended without results. */
  private static String reason(Job<RawResult> job) {
    return job.results().stream()
        .flatMap(
            one ->
                one instanceof Outcome.Failed<RawResult> failed
                    ? Stream.of(failed.error().message())
                    : Stream.empty())
        .findFirst()
        .orElse("no reason is known");
  }

  private void doubt(UUID job, String trouble) {
    let(job, connection -> items.doubt(connection, job, UNCERTAIN_WAIT, trouble));
  }

  private void stop(UUID job, Throwable reason) {
    let(job, connection -> items.stop(connection, job, reason.toString()));
  }

  /** Lets go of a job; where that cannot be written, it is tried again. */
  private void let(UUID job, Transaction<?> transaction) {
    try {
      queue.run(transaction);
      held.remove(job);
    } catch (JournalException e) {
      reports.add(() -> let(job, transaction));
      throw e;
    }
  }

  @Override
  public void close() {
    submitters.shutdownNow();
    handlers.shutdownNow();
    lease.end();
  }
}
