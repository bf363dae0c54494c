package dev.callsheet.runtime.client.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The one thread that writes for a session. While it waits for the disk, more comes in; all of that
 * goes to disk together the next time. It comes and goes with the work there is.
 */
public final class GroupCommit implements Executor {
  /**
   * Something to write.
   *
   * @param entry what
   * @param completion completed when it is on disk, or with what is there already
   */
  public record PendingEntry(
      JournalEntry entry, CompletableFuture<Optional<JobRecord>> completion) {}

  private final Queue<PendingEntry> pending = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean isScheduled = new AtomicBoolean();
  private final ThreadPoolExecutor thread;
  private final Consumer<List<PendingEntry>> commit;

  /**
   * A thread without work.
   *
   * @param commit writes all there is, and completes it one way or the other
   */
  public GroupCommit(Consumer<List<PendingEntry>> commit) {
    this.commit = commit;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              var worker = new Thread(task, "callsheet-journal");
              worker.setDaemon(true);
              return worker;
            });
    thread.allowCoreThreadTimeOut(true);
  }

  /** Has an entry written with the next commit. */
  public CompletableFuture<Optional<JobRecord>> write(JournalEntry entry) {
    var waiting = new PendingEntry(entry, new CompletableFuture<>());
    pending.add(waiting);
    if (isScheduled.compareAndSet(false, true)) {
      thread.execute(this::commit);
    }
    return waiting.completion();
  }

  private void commit() {
    isScheduled.set(false);
    var batch = new ArrayList<PendingEntry>();
    for (var next = pending.poll(); next != null; next = pending.poll()) {
      batch.add(next);
    }
    if (!batch.isEmpty()) {
      commit.accept(batch);
    }
  }

  /** Runs a step on the thread, after everything that was given to it before. */
  @Override
  public void execute(Runnable step) {
    thread.execute(step);
  }
}
