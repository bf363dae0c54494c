package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import org.jspecify.annotations.Nullable;

/** Something that happened to a job. {@link JobState#apply} says what follows from it. */
public sealed interface JobEvent {
  /** Calls the method of the visitor that this kind of event has. */
  <T> T accept(Visitor<T> visitor);

  /**
   * One method for each kind of event, so that a kind that somebody forgets does not compile.
   *
   * @param <T> what the methods return
   */
  interface Visitor<T> {
    T recorded(Recorded event);

    T recordingFailed(RecordingFailed event);

    T restored(Restored event);

    T sending(Sending event);

    T sendingFailed(SendingFailed event);

    T accepted(Accepted event);

    T refused(Refused event);

    T givenUp(GivenUp event);

    T updated(Updated event);

    T stalled(Stalled event);

    T followFailed(FollowFailed event);

    T abandoned(Abandoned event);

    T detached(Detached event);
  }

  /** The task was written to the journal, which did not have it before. */
  record Recorded() implements JobEvent {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.recorded(this);
    }
  }

  /** The task could not be written to the journal, so it is not sent. */
  record RecordingFailed(JournalException reason) implements JobEvent {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.recordingFailed(this);
    }
  }

  /** The journal has the task already. */
  record Restored(JobRecord known) implements JobEvent {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.restored(this);
    }
  }

  /** The task is handed to the network. */
  record Sending() implements JobEvent {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.sending(this);
    }
  }

  /**
   * An attempt to send the task failed; another follows.
   *
   * @param error why
   * @param mayHaveArrived whether this or an earlier attempt may have reached the server
   */
  record SendingFailed(ApiError error, boolean mayHaveArrived) implements JobEvent {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.sendingFailed(this);
    }
  }

  /**
   * The server has the task.
   *
   * @param reference what the platform calls it; null where that is the id of its job
   */
  record Accepted(@Nullable String reference) implements JobEvent {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.accepted(this);
    }
  }

  /** The server refused the task, or it never arrived. */
  record Refused(ApiError reason) implements JobEvent {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.refused(this);
    }
  }

  /** The last attempt to send the task failed; an attempt may have arrived all the same. */
  record GivenUp(ApiError reason) implements JobEvent {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.givenUp(this);
    }
  }

  /**
   * A reply or a notification reports on the task.
   *
   * @param update the report
   * @param time when it came, in nanoseconds of the loop
   */
  record Updated(TaskUpdate update, long time) implements JobEvent {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.updated(this);
    }
  }

  /** The task has reported errors only, and nothing new, for the whole grace period. */
  record Stalled(ApiError reason) implements JobEvent {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.stalled(this);
    }
  }

  /** A request about the job failed; it will be repeated. */
  record FollowFailed(ApiError error) implements JobEvent {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.followFailed(this);
    }
  }

  /** The client cannot go on with the job, by a fault of its own; the journal keeps it. */
  record Abandoned(ApiError reason) implements JobEvent {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.abandoned(this);
    }
  }

  /** The job is not followed from here any more. */
  record Detached() implements JobEvent {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.detached(this);
    }
  }
}
