package dev.callsheet.runtime.internal.loop;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/** A loop whose time passes only when it is told to; steps run on the thread that tells it. */
public final class VirtualEventLoop implements EventLoop {
  private record Step(long due, long number, Runnable action) {}

  private final PriorityQueue<Step> steps =
      new PriorityQueue<>(Comparator.comparingLong(Step::due).thenComparingLong(Step::number));
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private long now;
  private long count;
  private boolean running;

  @Override
  public long now() {
    return now;
  }

  @Override
  public void execute(Runnable step) {
    schedule(Duration.ZERO, step);
    advance(Duration.ZERO);
  }

  @Override
  public void schedule(Duration wait, Runnable step) {
    steps.add(new Step(now + Math.max(0, wait.toNanos()), count++, step));
  }

  /** Lets time pass, and everything happen that was to happen in it. */
  public void advance(Duration time) {
    if (running) {
      return; // a step of ours adds another: it runs after this one
    }
    running = true;
    var end = now + time.toNanos();
    for (var next = steps.peek(); next != null && next.due() <= end; next = steps.peek()) {
      steps.remove();
      now = Math.max(now, next.due());
      next.action().run();
    }
    now = end;
    running = false;
  }

  @Override
  public CompletableFuture<Void> closed() {
    return closed;
  }

  @Override
  public void close() {
    steps.clear();
    closed.complete(null);
  }
}
