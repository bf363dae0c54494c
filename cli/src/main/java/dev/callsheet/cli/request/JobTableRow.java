package dev.callsheet.cli.request;

import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A job of the journal as a row of a table. */
public final class JobTableRow {
  /** What the columns are. */
  public static final List<String> HEADINGS =
      List.of("job", "model", "state", "results", "submitted", "followed by", "sent to");

  private JobTableRow() {}

  /** The job's row, at that time. */
  public static List<String> cells(JobRecord job, Instant now) {
    return List.of(
        job.id().toString(),
        job.task().model(),
        state(job),
        job.results().size() + " of " + job.task().expectedResults(),
        age(Duration.between(job.task().timestamp(), now)),
        job.owner() == Owner.NONE ? "none" : "another process",
        job.scope().endpoint().toString());
  }

  private static String state(JobRecord job) {
    return switch (job.phase()) {
      case SUBMITTING -> "submitting";
      case RUNNING -> "running";
      case UNCERTAIN -> "unconfirmed";
      case FINISHED, ACKNOWLEDGED -> job.results().isEmpty() ? "failed" : "finished";
    };
  }

  private static String age(Duration age) {
    if (age.toDays() > 0) {
      return age.toDays() + " d ago";
    } else if (age.toHours() > 0) {
      return age.toHours() + " h ago";
    }
    return age.toMinutes() > 0 ? age.toMinutes() + " min ago" : age.toSeconds() + " s ago";
  }
}
