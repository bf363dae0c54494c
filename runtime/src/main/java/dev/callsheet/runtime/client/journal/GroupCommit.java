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
   * @param done completed when it is on disk, or with what is there already
   */
  public record Waiting(JournalEntry entry, CompletableFuture<Optional<JobRecord>> done) {}

  private final Queue<Waiting> line = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean called = new AtomicBoolean();
  private final ThreadPoolExecutor thread;
  private final Consumer<List<Waiting>> commit;

  /**
   * A thread without work.
   *
   * @param commit writes all there is, and completes it one way or the other
   */
  public GroupCommit(Consumer<List<Waiting>> commit) {
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
    var waiting = new Waiting(entry, new CompletableFuture<>());
    line.add(waiting);
    if (called.compareAndSet(false, true)) {
      thread.execute(this::commit);
    }
    return waiting.done();
  }

  private void commit() {
    called.set(false);
    var batch = new ArrayList<Waiting>();
    for (var next = line.poll(); next != null; next = line.poll()) {
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
