package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Durations;
import dev.callsheet.cli.console.Palette;
import dev.callsheet.runtime.client.JobStatus;
import dev.callsheet.runtime.client.Progress;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as a terminal shows it: how full, how long, and what there is to say. */
final class JobRow {
  private static final String FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
  private static final int BAR = 20;
  private static final int MAX_REMARK = 22;
  private static final int NAME = 8;

  private final UUID job;
  private final int expected;
  private final long start = System.nanoTime();
  private @Nullable Progress progress;
  private String remark = "";

  JobRow(UUID job, int expected) {
    this.job = job;
    this.expected = expected;
  }

  void progress(Progress now) {
    progress = now;
  }

  void remark(String words) {
    remark = words;
  }

  boolean isEnded() {
    return progress != null && progress.status().isEnd();
  }

  int expected() {
    return expected;
  }

  int settled() {
    return progress == null ? 0 : progress.delivered() + progress.failed();
  }

  /**
   * One line, short enough for a narrow terminal: a wrapped one cannot be redrawn.
   *
   * @param frame counts up, for what moves
   * @param named whether there are others to tell it from
   */
  String text(Palette palette, int frame, boolean named) {
    return sign(palette, frame)
        + " "
        + (named ? palette.name(job.toString().substring(0, NAME)) + " " : "")
        + bar(palette)
        + " "
        + settled()
        + " of "
        + expected
        + (expected == 1 ? " result  " : " results  ")
        + palette.faint(Durations.inSeconds(elapsed()) + "  " + shortRemark());
  }

  private String sign(Palette palette, int frame) {
    var now = progress;
    if (now == null || !now.status().isEnd()) {
      var at = frame % FRAMES.length();
      return palette.name(FRAMES.substring(at, at + 1));
    }
    return now.status() == JobStatus.FINISHED && now.failed() == 0
        ? palette.good("✓")
        : palette.bad("✗");
  }

  /** As full as the job is done: what is here, and of the rest what the server reports. */
  private String bar(Palette palette) {
    var now = progress;
    var reported = now == null ? 0 : now.percent().orElse(0) / 100.0 * expected;
    var done = Math.max(settled(), reported) / expected;
    var full = (int) Math.round(Math.min(1, done) * BAR);
    return palette.good("━".repeat(full)) + palette.faint("─".repeat(BAR - full));
  }

  private Duration elapsed() {
    var now = progress;
    return now != null && now.status().isEnd()
        ? now.elapsed()
        : Duration.ofNanos(System.nanoTime() - start);
  }

  private String shortRemark() {
    return remark.length() <= MAX_REMARK ? remark : remark.substring(0, MAX_REMARK - 1) + "…";
  }
}
