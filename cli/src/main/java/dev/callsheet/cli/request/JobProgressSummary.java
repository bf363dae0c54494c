package dev.callsheet.cli.request;

import dev.callsheet.runtime.client.job.Progress;
import dev.callsheet.runtime.internal.messages.CountText;

/** How far a job has come, in words. */
final class JobProgressSummary {
  private JobProgressSummary() {}

  /** Such as {@code 1 of 2 results}, with failures and a percentage where there are any. */
  static String text(Progress progress) {
    String failed = progress.failed() == 0 ? "" : ", " + progress.failed() + " failed";
    String percent =
        progress.percent().isPresent() ? ", " + progress.percent().getAsInt() + " %" : "";
    return progress.delivered()
        + " of "
        + CountText.of(progress.expected(), "result")
        + failed
        + percent;
  }
}
