package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Durations;
import dev.callsheet.runtime.client.JobStatus;
import dev.callsheet.runtime.client.Progress;
import dev.callsheet.runtime.client.error.ApiError;
import java.io.PrintWriter;
import java.util.UUID;

/** Tells of jobs line by line, for logs. */
final class ProgressLines implements ProgressDisplay {
  private final PrintWriter out;

  ProgressLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void onSubmitting(Submitting event) {
    say(event.job(), "submitting" + (event.attempt() == 1 ? "" : ", attempt " + event.attempt()));
  }

  @Override
  public void onRetrying(Retrying event) {
    say(event.job(), event.error() + "; trying again in " + Durations.inSeconds(event.pause()));
  }

  @Override
  public void onAccepted(Accepted event) {
    say(event.job(), "accepted");
  }

  @Override
  public void onPolled(Polled event) {
    ApiError trouble = event.trouble();
    if (trouble != null) {
      event.jobs().forEach(job -> say(job, "could not be asked for: " + trouble + "; it goes on"));
    }
  }

  @Override
  public void onProgress(Progress progress) {
    if (progress.status() == JobStatus.RUNNING) {
      say(progress.job(), Standing.of(progress));
    }
  }

  @Override
  public void onFinished(Progress progress) {
    String end = progress.status() == JobStatus.DETACHED ? "no longer followed" : "finished";
    String after = " after " + Durations.inSeconds(progress.elapsed());
    say(progress.job(), end + after + ": " + Standing.of(progress));
  }

  @Override
  public void close() {}

  private void say(UUID job, String what) {
    out.println(job + ": " + what);
  }
}
