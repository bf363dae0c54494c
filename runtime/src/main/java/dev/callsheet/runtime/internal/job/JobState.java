package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.JobPendingException.Arrival;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of one job: a pure function of the events that happened to it. {@link #apply} has no
 * effects; {@link ActiveJob} derives them from the state before, the event and the state after.
 *
 * <pre>
 *   SUBMITTING --accepted--> RUNNING --last result known--> FINISHED
 *        |                      |
 *        +---refused, given up--|-------------------------> FINISHED
 *        +----------------------+--------abandoned--------> FINISHED
 *        +----------------------+--------detached---------> DETACHED
 * </pre>
 *
 * <p>The entries that a job leaves in the journal fold to the same state ({@link
 * dev.callsheet.runtime.client.journal.JobRecord#of}).
 *
 * @param status where the job is; nothing changes after a final one
 * @param results the results known so far
 * @param arrival whether the server has the task
 * @param reference what the platform calls the task; null as long as it has not said so
 * @param percent the progress of the task, where the server reports it
 * @param lastError how the last request about the job failed; null if it did not
 * @param recordingFailure why the task could not be written to the journal; null if it could
 * @param charge whether the submission is paid for
 * @param stall since when the task has reported errors only; null unless it has
 * @param transitions how many changes listeners were to be notified of
 */
record JobState(
    JobStatus status,
    JobResults results,
    Arrival arrival,
    @Nullable String reference,
    OptionalInt percent,
    @Nullable ApiError lastError,
    @Nullable JournalException recordingFailure,
    Charge charge,
    @Nullable Stall stall,
    int transitions) {
  private static final ApiError MISSING_IN_JOURNAL =
      ErrorCodes.localError(
          ErrorCodes.UNRECOGNIZED, "The journal does not say what became of this result", null);

  /** Whether this submission is paid for. */
  enum Charge {
    /** The task is made, or is still being sent: its results are paid for. */
    DUE,
    /** It was sent as often as is allowed; the server may have it or not. */
    POSSIBLE,
    /** It was finished, and paid, before. */
    EARLIER,
    /** It was refused or never sent. */
    NONE
  }

  /**
   * A time in which a task reports errors only.
   *
   * @param since its beginning, in nanoseconds of the loop
   * @param reason the first error of the last report
   */
  record Stall(long since, ApiError reason) {}

  /**
   * A job that nothing has happened to.
   *
   * @param status where it begins: on its way to the server, or followed where it is there already
   * @param surplusResults how many results are kept beyond those expected
   */
  static JobState initial(UUID job, int expectedResults, int surplusResults, JobStatus status) {
    return new JobState(
        status,
        JobResults.none(job, expectedResults, surplusResults),
        status == JobStatus.SUBMITTING ? Arrival.NOT_SENT : Arrival.ACCEPTED,
        null,
        OptionalInt.empty(),
        null,
        null,
        Charge.DUE,
        null,
        0);
  }

  /** The state that follows from an event; the same one where nothing does. */
  JobState apply(JobEvent event) {
    return isActive() ? event.accept(new Transition(this)) : this;
  }

  boolean isActive() {
    return !status.isFinal();
  }

  /** The stall, if it has lasted for the grace period at that time of the loop. */
  Optional<Stall> expiredStall(long now, Duration gracePeriod) {
    return Optional.ofNullable(stall)
        .filter(stalled -> now > stalled.since())
        .filter(stalled -> now - stalled.since() >= gracePeriod.toNanos());
  }

  private JobState moveTo(
      JobStatus next,
      JobResults known,
      OptionalInt progress,
      @Nullable ApiError error,
      Charge charged) {
    return new JobState(
        next, known, arrival, reference, progress, error, null, charged, null, transitions + 1);
  }

  private JobState withArrival(Arrival now) {
    return with(now, reference, lastError);
  }

  private JobState with(Arrival now, @Nullable String name, @Nullable ApiError error) {
    return new JobState(
        status, results, now, name, percent, error, null, charge, stall, transitions);
  }

  private record Transition(JobState state) implements JobEvent.Visitor<JobState> {
    @Override
    public JobState recorded(JobEvent.Recorded event) {
      return state;
    }

    @Override
    public JobState recordingFailed(JobEvent.RecordingFailed event) {
      var error =
          ErrorCodes.localError("journalFailed", String.valueOf(event.reason().getMessage()), null);
      return new JobState(
          JobStatus.FINISHED,
          state.results.withMissingFailed(error),
          state.arrival,
          state.reference,
          OptionalInt.empty(),
          null,
          event.reason(),
          Charge.NONE,
          null,
          state.transitions + 1);
    }

    @Override
    public JobState restored(JobEvent.Restored event) {
      var known = event.known();
      var items =
          known.results().stream().map(result -> ReplyItem.delivered(known.id(), result)).toList();
      var results = state.results.with(TaskUpdate.ofDelivered(items));
      return switch (known.phase()) {
        case FINISHED, ACKNOWLEDGED ->
            state
                .with(Arrival.ACCEPTED, known.reference(), state.lastError)
                .moveTo(
                    JobStatus.FINISHED,
                    results.withFailures(known.failures()).withMissingFailed(MISSING_IN_JOURNAL),
                    OptionalInt.empty(),
                    null,
                    known.reference() == null && known.results().isEmpty()
                        ? Charge.NONE
                        : Charge.EARLIER);
        case RUNNING ->
            state
                .with(Arrival.ACCEPTED, known.reference(), state.lastError)
                .moveTo(
                    results.isComplete() ? JobStatus.FINISHED : JobStatus.RUNNING,
                    results,
                    OptionalInt.empty(),
                    null,
                    state.charge);
        case SUBMITTING, UNCERTAIN ->
            new JobState(
                state.status,
                results,
                Arrival.UNKNOWN,
                null,
                state.percent,
                state.lastError,
                null,
                state.charge,
                null,
                state.transitions);
      };
    }

    @Override
    public JobState sending(JobEvent.Sending event) {
      return state.arrival == Arrival.NOT_SENT ? state.withArrival(Arrival.UNKNOWN) : state;
    }

    @Override
    public JobState sendingFailed(JobEvent.SendingFailed event) {
      return state.with(
          event.mayHaveArrived() ? Arrival.UNKNOWN : Arrival.NOT_SENT,
          state.reference,
          event.error());
    }

    @Override
    public JobState accepted(JobEvent.Accepted event) {
      return state
          .with(Arrival.ACCEPTED, event.reference(), state.lastError)
          .moveTo(JobStatus.RUNNING, state.results, state.percent, null, state.charge);
    }

    @Override
    public JobState refused(JobEvent.Refused event) {
      return failed(event.reason(), event.reason(), Charge.NONE);
    }

    @Override
    public JobState givenUp(JobEvent.GivenUp event) {
      return failed(event.reason(), event.reason(), Charge.POSSIBLE);
    }

    @Override
    public JobState stalled(JobEvent.Stalled event) {
      return failed(event.reason(), null, state.charge);
    }

    private JobState failed(ApiError reason, @Nullable ApiError lastError, Charge charge) {
      return state.moveTo(
          JobStatus.FINISHED,
          state.results.withMissingFailed(reason),
          state.percent,
          lastError,
          charge);
    }

    @Override
    public JobState updated(JobEvent.Updated event) {
      var update = event.update();
      if (update.isEmpty()) {
        return state;
      }
      var results = state.results.with(update);
      var isNews = results.hasMoreThan(state.results);
      var isFinished = results.isComplete();
      var percent = update.progressPercent(results.expected());
      var isTransition = isNews || isFinished || !percent.equals(state.percent);
      return new JobState(
          isFinished ? JobStatus.FINISHED : isTransition ? JobStatus.RUNNING : state.status,
          results,
          state.arrival,
          state.reference,
          percent,
          null,
          null,
          state.charge,
          isFinished ? null : stall(update, isNews, event.time()),
          state.transitions + (isTransition ? 1 : 0));
    }

    /**
     * One error may stand for all results of a task. When a task reports errors only, nothing is
     * being made any more; it counts as stalled until it reports anything else.
     */
    private @Nullable Stall stall(TaskUpdate update, boolean isNews, long time) {
      var reasons = Stream.concat(update.failed().stream(), update.uncertain().stream()).toList();
      if (reasons.isEmpty() || !update.running().isEmpty()) {
        return null;
      }
      var current = state.stall;
      return new Stall(current == null || isNews ? time : current.since(), reasons.get(0));
    }

    @Override
    public JobState followFailed(JobEvent.FollowFailed event) {
      return state.with(state.arrival, state.reference, event.error());
    }

    /** Nobody knows what the task costs or delivers, so it counts as paid for. */
    @Override
    public JobState abandoned(JobEvent.Abandoned event) {
      return failed(event.reason(), event.reason(), Charge.POSSIBLE);
    }

    @Override
    public JobState detached(JobEvent.Detached event) {
      return state.moveTo(
          JobStatus.DETACHED, state.results, state.percent, state.lastError, state.charge);
    }
  }
}
