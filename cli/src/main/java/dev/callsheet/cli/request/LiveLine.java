package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Durations;
import dev.callsheet.cli.console.Palette;
import dev.callsheet.runtime.client.Progress;
import dev.callsheet.runtime.client.error.ApiError;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Tells of jobs in one line of a terminal, which is written over and over. */
final class LiveLine implements ProgressDisplay {
  private static final String OVERWRITE = "\r\u001b[K";
  private static final String FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
  private static final int BAR = 20;
  private static final int MAX_REMARK = 40;

  private final PrintWriter out;
  private final Palette palette;
  private final int expected;
  private final long start = System.nanoTime();
  private final Map<UUID, Progress> jobs = new ConcurrentHashMap<>();
  private final Map<UUID, String> remarks = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, LiveLine::daemon);
  private int frame;
  private boolean closed;

  /**
   * Starts the line.
   *
   * @param expected how many results there will be in all
   */
  LiveLine(PrintWriter out, Palette palette, int expected) {
    this.out = out;
    this.palette = palette;
    this.expected = expected;
    var unused = clock.scheduleAtFixedRate(this::draw, 0, 100, TimeUnit.MILLISECONDS);
  }

  @Override
  public void onSubmitting(Submitting event) {
    remarks.put(event.job(), "submitting" + (event.attempt() == 1 ? "" : " again"));
  }

  @Override
  public void onRetrying(Retrying event) {
    remarks.put(event.job(), event.error().message());
  }

  @Override
  public void onAccepted(Accepted event) {
    remarks.remove(event.job());
  }

  @Override
  public void onPolled(Polled event) {
    ApiError trouble = event.trouble();
    event
        .jobs()
        .forEach(
            job -> {
              if (trouble == null) {
                remarks.remove(job);
              } else {
                remarks.put(job, trouble.message());
              }
            });
  }

  @Override
  public void onProgress(Progress progress) {
    jobs.put(progress.job(), progress);
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    clock.shutdownNow();
    closed = true;
    out.print(OVERWRITE);
    out.flush();
  }

  private synchronized void draw() {
    if (closed) {
      return;
    }
    frame = (frame + 1) % FRAMES.length();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    out.print(
        OVERWRITE
            + palette.name(FRAMES.substring(frame, frame + 1))
            + " "
            + bar()
            + " "
            + settled()
            + " of "
            + expected
            + (expected == 1 ? " result  " : " results  ")
            + palette.faint(Durations.inSeconds(elapsed) + "  " + remark()));
    out.flush();
  }

  /** As full as the jobs are done: what is here, and of the rest what the server reports. */
  private String bar() {
    double done = jobs.values().stream().mapToDouble(LiveLine::done).sum() / expected;
    int full = (int) Math.round(Math.min(1, done) * BAR);
    return palette.good("━".repeat(full)) + palette.faint("─".repeat(BAR - full));
  }

  private static double done(Progress progress) {
    double settled = progress.delivered() + progress.failed();
    double reported = progress.percent().orElse(0) / 100.0 * progress.expected();
    return Math.max(settled, reported);
  }

  private int settled() {
    return jobs.values().stream().mapToInt(job -> job.delivered() + job.failed()).sum();
  }

  /** Short enough for the whole line to fit a narrow terminal: a wrapped one cannot be redrawn. */
  private String remark() {
    String all = remarks.values().stream().distinct().sorted().collect(Collectors.joining(", "));
    return all.length() <= MAX_REMARK ? all : all.substring(0, MAX_REMARK - 1) + "…";
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "callsheet-progress");
    thread.setDaemon(true);
    return thread;
  }
}
