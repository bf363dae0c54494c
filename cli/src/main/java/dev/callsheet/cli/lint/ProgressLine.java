package dev.callsheet.cli.lint;

import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.run.LintSink;
import dev.callsheet.spec.lint.run.Unreadable;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells, in a line of a terminal, how far a run has come that takes its time. The line is taken
 * away whenever something else is said, and at the end.
 */
public final class ProgressLine implements LintSink, AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";

  private final LintSink next;
  private final int inputs;
  private final PrintWriter terminal;
  private final Runnable before;
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, ProgressLine::daemon);
  private int judged;
  private long requests;
  private long findings;
  private boolean shown;
  private boolean closed;

  /**
   * Passes on to another sink.
   *
   * @param inputs how many there are in all
   * @param before has what was said so far written, so that nothing comes into the line
   */
  public ProgressLine(LintSink next, int inputs, PrintWriter terminal, Runnable before) {
    this.next = next;
    this.inputs = inputs;
    this.terminal = terminal;
    this.before = before;
  }

  /** Draws the line from now on, four times a second, but not in the first second. */
  public ProgressLine start() {
    long began = System.nanoTime();
    var unused =
        clock.scheduleAtFixedRate(
            () -> draw(System.nanoTime() - began), 1000, 250, TimeUnit.MILLISECONDS);
    return this;
  }

  @Override
  public synchronized void found(Finding finding) {
    clear();
    findings++;
    next.found(finding);
  }

  @Override
  public synchronized void judged(String name, long count) {
    clear();
    judged++;
    requests += count;
    next.judged(name, count);
  }

  @Override
  public synchronized void unreadable(Unreadable input) {
    clear();
    judged++;
    next.unreadable(input);
  }

  /** Takes the line away for good. */
  @Override
  public synchronized void close() {
    clock.shutdownNow();
    clear();
    closed = true;
  }

  private void clear() {
    if (shown) {
      terminal.print(CLEAR);
      terminal.flush();
      shown = false;
    }
  }

  /** Writes the line anew. */
  synchronized void draw(long nanoseconds) {
    if (closed) {
      return;
    }
    before.run();
    terminal.print(
        CLEAR
            + String.format(
                Locale.ROOT,
                "linting: %d of %d inputs, %d requests, %d findings  %d s",
                judged,
                inputs,
                requests,
                findings,
                TimeUnit.NANOSECONDS.toSeconds(nanoseconds)));
    terminal.flush();
    shown = true;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "callsheet-progress");
    thread.setDaemon(true);
    return thread;
  }
}
