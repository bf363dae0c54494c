package dev.callsheet.runtime.client.journal;

import dev.callsheet.runtime.internal.loop.DaemonExecutors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Group commit: everything that comes in while one commit waits for the disk is written together by
 * the next one. A commit costs one wait for the disk ({@code fsync}, or a transaction) however many
 * entries are in it, so the rate of entries grows with the load while the latency of each stays
 * below two waits. An entry is complete only when its commit is, so nothing is acknowledged early.
 *
 * <p>One thread does all commits of a session, so a session needs no locks; the thread ends when
 * there is nothing to do. {@code isScheduled} is cleared before the queue is emptied: an entry that
 * is added after that schedules another commit, and none is left behind.
 *
 * <p>Source: DeWitt, Katz, Olken, Shapiro, Stonebraker, Wood: Implementation Techniques for Main
 * Memory Database Systems, SIGMOD 1984.
 */
public final class GroupCommit implements Executor {
  /**
   * Something to write.
   *
   * @param entry what
   * @param completion completes when the entry is on disk, or with what is known of the job already
   */
  public record PendingEntry(
      JournalEntry entry, CompletableFuture<Optional<JobRecord>> completion) {}

  private final Queue<PendingEntry> pending = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean isScheduled = new AtomicBoolean();
  private final ThreadPoolExecutor thread;
  private final Consumer<List<PendingEntry>> commit;

  /**
   * A group commit with nothing to write.
   *
   * @param commit writes all entries and completes each, normally or exceptionally; if it throws,
   *     all that are left are completed with that
   */
  public GroupCommit(Consumer<List<PendingEntry>> commit) {
    this.commit = commit;
    this.thread = DaemonExecutors.create("callsheet-journal", 1, Duration.ofSeconds(10));
  }

  /** Writes an entry with the next commit. */
  public CompletableFuture<Optional<JobRecord>> write(JournalEntry entry) {
    var added = new PendingEntry(entry, new CompletableFuture<>());
    pending.add(added);
    if (isScheduled.compareAndSet(false, true)) {
      thread.execute(this::commit);
    }
    return added.completion();
  }

  private void commit() {
    isScheduled.set(false);
    var batch = new ArrayList<PendingEntry>();
    for (var next = pending.poll(); next != null; next = pending.poll()) {
      batch.add(next);
    }
    if (!batch.isEmpty()) {
      try {
        commit.accept(batch);
      } catch (RuntimeException | Error fault) { // who waits must not wait for ever
        batch.forEach(entry -> entry.completion().completeExceptionally(fault));
      }
    }
  }

  /** Runs a step on the thread, after everything that was given to it before. */
  @Override
  public void execute(Runnable step) {
    thread.execute(step);
  }
}
