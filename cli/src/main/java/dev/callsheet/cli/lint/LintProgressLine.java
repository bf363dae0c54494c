package dev.callsheet.cli.lint;

import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells, in a line of a terminal, how far a run has come that takes its time. The line is taken
 * away whenever something else is said, and at the end.
 */
public final class LintProgressLine implements LintSink, AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";

  private final LintSink next;
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
   * @param before has what was said so far written, so that nothing comes into the line
   */
  public LintProgressLine(LintSink next, int inputs, PrintWriter terminal, Runnable before) {
    this.next = next;
    this.inputs = inputs;
    this.terminal = terminal;
    this.flushOutput = before;
  }

  /** Draws the line from now on, four times a second, but not in the first second. */
  public LintProgressLine start() {
    long began = System.nanoTime();
    var unused =
        clock.scheduleAtFixedRate(
            () -> draw(System.nanoTime() - began), 1000, 250, TimeUnit.MILLISECONDS);
    return this;
  }

  @Override
  public synchronized void onFinding(Finding finding) {
    clear();
    findings++;
    next.onFinding(finding);
  }

  @Override
  public synchronized void onInputLinted(String name, long count) {
    clear();
    lintedInputs++;
    requests += count;
    next.onInputLinted(name, count);
  }

  @Override
  public synchronized void onUnreadableInput(UnreadableInput input) {
    clear();
    lintedInputs++;
    next.onUnreadableInput(input);
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
