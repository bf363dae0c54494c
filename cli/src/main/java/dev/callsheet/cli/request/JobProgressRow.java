package dev.callsheet.cli.request;

import dev.callsheet.cli.console.ConsoleStyle;
import dev.callsheet.cli.console.DurationFormat;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Progress;
import dev.callsheet.runtime.internal.messages.CountText;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the progress display: a bar, the time, and a remark. */
final class JobProgressRow {
  private static final String FRAMES = "|/-\\";
  private static final int BAR_WIDTH = 20;
  private static final int MAX_REMARK = 22;
  private static final int SHORT_ID_LENGTH = 8;

  private final UUID job;
  private final int expected;
  private final long start = System.nanoTime();
  private @Nullable Progress progress;
  private String remark = "";

  JobProgressRow(UUID job, int expected) {
    this.job = job;
    this.expected = expected;
  }

  void setProgress(Progress now) {
    progress = now;
  }

  void setRemark(String words) {
    remark = DisplayText.line(words);
  }

  boolean isFinished() {
    return progress != null && progress.status().isFinal();
  }

  int expectedResults() {
    return expected;
  }

  int finishedResults() {
    return progress == null ? 0 : progress.delivered() + progress.failed();
  }

  /**
   * One line, short enough for most terminals.
   *
   * @param frame counts up, for what moves
   * @param named whether there are others to distinguish it from
   */
  String text(ConsoleStyle palette, int frame, boolean named) {
    return statusSymbol(palette, frame)
        + " "
        + (named ? palette.name(job.toString().substring(0, SHORT_ID_LENGTH)) + " " : "")
        + progressBar(palette)
        + " "
        + finishedResults()
        + " of "
        + CountText.of(expected, "result")
        + "  "
        + palette.faint(DurationFormat.inSeconds(elapsed()) + "  " + shortRemark());
  }

  private String statusSymbol(ConsoleStyle palette, int frame) {
    var now = progress;
    if (now == null || !now.status().isFinal()) {
      var at = frame % FRAMES.length();
      return palette.name(FRAMES.substring(at, at + 1));
    }
    return now.status() == JobStatus.FINISHED && now.failed() == 0
        ? palette.success("+")
        : palette.failure("x");
  }

  /** As full as the job is done: what is here, and of the rest what the server reports. */
  private String progressBar(ConsoleStyle palette) {
    var now = progress;
    var reported = now == null ? 0 : now.percent().orElse(0) / 100.0 * expected;
    var done = Math.max(finishedResults(), reported) / expected;
    var full = (int) Math.round(Math.min(1, done) * BAR_WIDTH);
    return palette.success("#".repeat(full)) + palette.faint("-".repeat(BAR_WIDTH - full));
  }

  private Duration elapsed() {
    var now = progress;
    return now != null && now.status().isFinal()
        ? now.elapsed()
        : Duration.ofNanos(System.nanoTime() - start);
  }

  private String shortRemark() {
    return remark.length() <= MAX_REMARK ? remark : remark.substring(0, MAX_REMARK - 3) + "...";
  }
}
