package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Palette;
import dev.callsheet.runtime.client.Progress;
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
final class LiveRows implements ProgressDisplay {
  private static final String CLEAR_BELOW = "\r\u001b[J";
  private static final int MOST = 10;

  private final PrintWriter out;
  private final Palette palette;
  private final Map<UUID, JobRow> rows = new LinkedHashMap<>();
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, LiveRows::daemon);
  private int frame;
  private int drawn;
  private boolean closed;

  LiveRows(PrintWriter out, Palette palette) {
    this.out = out;
    this.palette = palette;
    var unused = clock.scheduleAtFixedRate(this::draw, 0, 100, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void expect(UUID job, int results) {
    rows.computeIfAbsent(job, id -> new JobRow(id, results));
  }

  private synchronized void remark(UUID job, String words) {
    var row = rows.get(job);
    if (row != null) {
      row.remark(words);
    }
  }

  @Override
  public void onSubmitting(Submitting event) {
    remark(event.job(), "submitting" + (event.attempt() == 1 ? "" : " again"));
  }

  @Override
  public void onRetrying(Retrying event) {
    remark(event.job(), event.error().message());
  }

  @Override
  public void onAccepted(Accepted event) {
    remark(event.job(), "");
  }

  @Override
  public void onPolled(Polled event) {
    var trouble = event.trouble();
    event.jobs().forEach(job -> remark(job, trouble == null ? "" : trouble.message()));
  }

  @Override
  public synchronized void onProgress(Progress progress) {
    rows.computeIfAbsent(progress.job(), id -> new JobRow(id, progress.expected()))
        .progress(progress);
  }

  /** Takes the lines away. */
  @Override
  public synchronized void close() {
    clock.shutdownNow();
    if (!closed) {
      closed = true;
      out.print(back() + CLEAR_BELOW);
      out.flush();
    }
  }

  private synchronized void draw() {
    if (closed) {
      return;
    }
    frame++;
    var lines = lines();
    out.print(back() + CLEAR_BELOW + String.join("\n", lines));
    out.flush();
    drawn = lines.size();
  }

  /** Up to the first of the lines that are there. */
  private String back() {
    return drawn > 1 ? "\u001b[" + (drawn - 1) + "A" : "";
  }

  /** Those under way first; where there are too many for a terminal, the rest in one line. */
  private List<String> lines() {
    var lines = new ArrayList<String>();
    rows.values().stream()
        .sorted(Comparator.comparing(JobRow::isEnded))
        .limit(MOST)
        .forEach(row -> lines.add(row.text(palette, frame, rows.size() > 1)));
    if (rows.size() > MOST) {
      var ended = rows.values().stream().filter(JobRow::isEnded).count();
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
