package dev.callsheet.cli.request;

import dev.callsheet.cli.console.DurationFormat;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Progress;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.io.PrintWriter;
import java.util.UUID;

/** Tells of jobs line by line, for logs. */
final class JobProgressLog implements ProgressDisplay {
  private final PrintWriter out;

  JobProgressLog(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void onSubmitting(Submitting event) {
    print(event.job(), "submitting" + (event.attempt() == 1 ? "" : ", attempt " + event.attempt()));
  }

  @Override
  public void onRetrying(Retrying event) {
    print(
        event.job(),
        event.error() + "; trying again in " + DurationFormat.inSeconds(event.delay()));
  }

  @Override
  public void onAccepted(Accepted event) {
    print(event.job(), "accepted");
  }

  @Override
  public void onPolled(Polled event) {
    ApiError error = event.error();
    if (error != null) {
      event
          .jobs()
          .forEach(
              job -> print(job, "could not be polled: " + error + "; the next poll is on its way"));
    }
  }

  @Override
  public void onProgress(Progress progress) {
    if (progress.status() == JobStatus.RUNNING) {
      print(progress.job(), JobProgressSummary.text(progress));
    }
  }

  @Override
  public void onFinished(Progress progress) {
    String end = progress.status() == JobStatus.DETACHED ? "no longer followed" : "finished";
    String after = " after " + DurationFormat.inSeconds(progress.elapsed());
    print(progress.job(), end + after + ": " + JobProgressSummary.text(progress));
  }

  @Override
  public void close() {}

  private void print(UUID job, String what) {
    out.println(job + ": " + DisplayText.line(what));
  }
}
