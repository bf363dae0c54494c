package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import dev.callsheet.runtime.client.journal.JournalEntry;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The journal entries that an event of a job leads to.
 *
 * @param time the time of the entries
 */
record JournalEntries(UUID job, Instant time, JobState before, JobState after)
    implements JobEvent.Visitor<List<JournalEntry>> {
  @Override
  public List<JournalEntry> recorded(JobEvent.Recorded event) {
    return List.of();
  }

  @Override
  public List<JournalEntry> recordingFailed(JobEvent.RecordingFailed event) {
    return List.of();
  }

  /** Its last result may have been written, and not that it was the last. */
  @Override
  public List<JournalEntry> restored(JobEvent.Restored event) {
    return event.known().phase() == Phase.RUNNING && after.status() == JobStatus.FINISHED
        ? List.of(finished())
        : List.of();
  }

  @Override
  public List<JournalEntry> sending(JobEvent.Sending event) {
    return List.of();
  }

  @Override
  public List<JournalEntry> sendingFailed(JobEvent.SendingFailed event) {
    return List.of();
  }

  /** Where the platform gives it no name, it knows the task by the id that it was sent with. */
  @Override
  public List<JournalEntry> accepted(JobEvent.Accepted event) {
    return List.of(
        new JournalEntry.Accepted(
            job, time, event.reference() == null ? job.toString() : event.reference()));
  }

  @Override
  public List<JournalEntry> refused(JobEvent.Refused event) {
    return List.of(finished());
  }

  @Override
  public List<JournalEntry> givenUp(JobEvent.GivenUp event) {
    return List.of(new JournalEntry.Uncertain(job, time, event.reason()));
  }

  @Override
  public List<JournalEntry> updated(JobEvent.Updated event) {
    var arrived =
        after.results().delivered().values().stream()
            .skip(before.results().delivered().size())
            .map(item -> WireJson.MAPPER.writeValueAsString(item.json()))
            .map(result -> new JournalEntry.Delivered(job, time, result));
    var end =
        after.status() == JobStatus.FINISHED ? Stream.of(finished()) : Stream.<JournalEntry>empty();
    return Stream.concat(arrived, end).toList();
  }

  @Override
  public List<JournalEntry> stalled(JobEvent.Stalled event) {
    return List.of(finished());
  }

  @Override
  public List<JournalEntry> followFailed(JobEvent.FollowFailed event) {
    return List.of();
  }

  /** The journal keeps the job as it was before, for a client that can go on with it. */
  @Override
  public List<JournalEntry> abandoned(JobEvent.Abandoned event) {
    return List.of();
  }

  @Override
  public List<JournalEntry> detached(JobEvent.Detached event) {
    return List.of();
  }

  private JournalEntry finished() {
    return new JournalEntry.Finished(job, time, after.results().failures());
  }
}
