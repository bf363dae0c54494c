package dev.callsheet.cli.lint;

import dev.callsheet.linter.ForwardingSink;
import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Shows the progress of a long run in one line of a terminal. The line is erased before anything
 * else is printed, and at the end.
 */
public final class LintProgressLine extends ForwardingSink implements AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";

  private final int inputs;
  private final PrintWriter terminal;
  private final Runnable flushOutput;
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, LintProgressLine::daemon);
  private int lintedInputs;
  private long requests;
  private long findings;
  private boolean shown;
  private boolean closed;

  /**
   * Passes on to another sink.
   *
   * @param inputs how many there are in all
   * @param flushOutput writes buffered output, so that none of it appears within the line
   */
  public LintProgressLine(LintSink next, int inputs, PrintWriter terminal, Runnable flushOutput) {
    super(next);
    this.inputs = inputs;
    this.terminal = terminal;
    this.flushOutput = flushOutput;
  }

  /** Draws the line four times a second, after the first second. */
  public LintProgressLine start() {
    long start = System.nanoTime();
    var unused =
        clock.scheduleAtFixedRate(
            () -> draw(System.nanoTime() - start), 1000, 250, TimeUnit.MILLISECONDS);
    return this;
  }

  @Override
  public synchronized void onFinding(Finding finding) {
    clear();
    findings++;
    super.onFinding(finding);
  }

  @Override
  public synchronized void onInputLinted(String name, long count) {
    clear();
    lintedInputs++;
    requests += count;
    super.onInputLinted(name, count);
  }

  @Override
  public synchronized void onUnreadableInput(UnreadableInput input) {
    clear();
    lintedInputs++;
    super.onUnreadableInput(input);
  }

  /** Erases the line for good. */
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

  /** Draws the line with the current numbers. */
  synchronized void draw(long nanoseconds) {
    if (closed) {
      return;
    }
    flushOutput.run();
    terminal.print(
        CLEAR
            + String.format(
                Locale.ROOT,
                "linting: %d of %d inputs, %d requests, %d findings  %d s",
                lintedInputs,
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
