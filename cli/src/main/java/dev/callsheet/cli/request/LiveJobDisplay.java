package dev.callsheet.cli.request;

import dev.callsheet.cli.console.ConsoleStyle;
import dev.callsheet.runtime.client.job.Progress;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Tells of jobs in lines of a terminal, one a job, which are written over and over. */
final class LiveJobDisplay implements ProgressDisplay {
  private static final String CLEAR_BELOW = "\r\u001b[J";
  private static final int MAX_ROWS = 10;

  /** How wide a terminal is taken to be that does not say it. */
  static final int USUAL_COLUMNS = 80;

  private final PrintWriter out;
  private final ConsoleStyle palette;
  private final int columns;
  private final Map<UUID, JobProgressRow> rows = new LinkedHashMap<>();
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, LiveJobDisplay::daemon);
  private int frame;
  private int drawn;
  private boolean closed;

  /**
   * A display without jobs.
   *
   * @param columns how wide the terminal is
   */
  LiveJobDisplay(PrintWriter out, ConsoleStyle palette, int columns) {
    this.out = out;
    this.palette = palette;
    this.columns = columns;
    var unused = clock.scheduleAtFixedRate(this::draw, 0, 100, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void addJob(UUID job, int results) {
    rows.computeIfAbsent(job, id -> new JobProgressRow(id, results));
  }

  private synchronized void setRemark(UUID job, String words) {
    var row = rows.get(job);
    if (row != null) {
      row.setRemark(words);
    }
  }

  @Override
  public void onSubmitting(Submitting event) {
    setRemark(event.job(), "submitting" + (event.attempt() == 1 ? "" : " again"));
  }

  @Override
  public void onRetrying(Retrying event) {
    setRemark(event.job(), event.error().message());
  }

  @Override
  public void onAccepted(Accepted event) {
    setRemark(event.job(), "");
  }

  @Override
  public void onPolled(Polled event) {
    var error = event.error();
    event.jobs().forEach(job -> setRemark(job, error == null ? "" : error.message()));
  }

  @Override
  public synchronized void onProgress(Progress progress) {
    rows.computeIfAbsent(progress.job(), id -> new JobProgressRow(id, progress.expected()))
        .setProgress(progress);
  }

  /** Takes the lines away. */
  @Override
  public synchronized void close() {
    clock.shutdownNow();
    if (!closed) {
      closed = true;
      out.print(cursorToFirstLine() + CLEAR_BELOW);
      out.flush();
    }
  }

  synchronized void draw() {
    if (closed) {
      return;
    }
    frame++;
    // One that is wrapped, or leaves the cursor behind its last column, cannot be drawn over.
    var lines = lines().stream().map(line -> ConsoleStyle.cut(line, columns - 1)).toList();
    out.print(cursorToFirstLine() + CLEAR_BELOW + String.join("\n", lines));
    out.flush();
    drawn = lines.size();
  }

  /** Up to the first of the lines that are there. */
  private String cursorToFirstLine() {
    return drawn > 1 ? "\u001b[" + (drawn - 1) + "A" : "";
  }

  /** Those under way first; where there are too many for a terminal, the rest in one line. */
  private List<String> lines() {
    var lines = new ArrayList<String>();
    rows.values().stream()
        .sorted(Comparator.comparing(JobProgressRow::isFinished))
        .limit(MAX_ROWS)
        .forEach(row -> lines.add(row.text(palette, frame, rows.size() > 1)));
    if (rows.size() > MAX_ROWS) {
      var ended = rows.values().stream().filter(JobProgressRow::isFinished).count();
      lines.add(palette.faint("  " + ended + " of " + rows.size() + " jobs have ended"));
    }
    return lines;
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "callsheet-progress");
    thread.setDaemon(true);
    return thread;
  }
}
