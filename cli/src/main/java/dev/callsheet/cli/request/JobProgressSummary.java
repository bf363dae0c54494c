package dev.callsheet.cli.request;

import dev.callsheet.runtime.client.job.Progress;

/** How far a job has come, in words. */
final class JobProgressSummary {
  private JobProgressSummary() {}

  /** Such as {@code 1 of 2 results}, with failures and a percentage where there are any. */
  static String text(Progress progress) {
    String results = progress.expected() == 1 ? " result" : " results";
    String failed = progress.failed() == 0 ? "" : ", " + progress.failed() + " failed";
    String percent =
        progress.percent().isPresent() ? ", " + progress.percent().getAsInt() + " %" : "";
    return progress.delivered() + " of " + progress.expected() + results + failed + percent;
  }
}
