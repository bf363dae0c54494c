package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.runtime.protocol.RemoteState;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.RenderOutcome;
import dev.callsheet.spec.model.ModelSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A task that was taken. But for its end by a caller, its state is a function of the time. */
final class PlatformTask {
  /** The part of its time that a task waits before it is made. */
  private static final int WAITS_ONE_IN = 5;

  private final Submission submission;
  private final AcceptedTask render;
  private End end;

  /**
   * How a caller has ended it.
   *
   * @param isCancelled whether it is not to be made any more
   * @param isDeleted whether it is not to be found any more
   */
  record End(boolean isCancelled, boolean isDeleted) {
    static final End NONE = new End(false, false);
  }

  /** A task that was submitted so, and is rendered so. */
  PlatformTask(Submission submission, AcceptedTask render) {
    this(submission, render, End.NONE);
  }

  /** The same for one that a caller may have ended. */
  PlatformTask(Submission submission, AcceptedTask render, End end) {
    this.submission = submission;
    this.render = render;
    this.end = end;
  }

  synchronized End end() {
    return end;
  }

  String id() {
    return render.taskUUID();
  }

  String model() {
    return submission.modelId();
  }

  JsonNode body() {
    return submission.body();
  }

  /** The spec of its model; empty where none describes it. */
  Optional<ModelSpec> described() {
    return submission.described();
  }

  AcceptedTask render() {
    return render;
  }

  synchronized RemoteState state(Instant now) {
    if (end.isDeleted()) {
      return RemoteState.GONE;
    }
    if (end.isCancelled()) {
      return RemoteState.CANCELLED;
    }
    if (render.isFinished(now)) {
      return failure().isEmpty() ? RemoteState.DONE : RemoteState.FAILED;
    }
    Duration whole = Duration.between(render.startedAt(), render.finishedAt());
    return now.isBefore(render.startedAt().plus(whole.dividedBy(WAITS_ONE_IN)))
        ? RemoteState.WAITING
        : RemoteState.RUNNING;
  }

  /** Ends it; returns the state that it was in before. */
  synchronized RemoteState cancel(Instant now) {
    RemoteState before = state(now);
    if (before == RemoteState.WAITING || before == RemoteState.RUNNING) {
      end = new End(true, end.isDeleted());
    }
    return before;
  }

  synchronized boolean isEndedByCaller() {
    return end.isCancelled() || end.isDeleted();
  }

  synchronized void delete() {
    end = new End(end.isCancelled(), true);
  }

  /** From 0 to 99, in percent. */
  int progress(Instant now) {
    return render.results().get(0).progress(now);
  }

  /** What was made, once it is finished. */
  List<RenderOutcome.Rendered> rendered() {
    return render.results().stream()
        .map(result -> result.outcome())
        .filter(RenderOutcome.Rendered.class::isInstance)
        .map(RenderOutcome.Rendered.class::cast)
        .toList();
  }

  /** Why it fails; a platform's task does as a whole. */
  Optional<PlatformError> failure() {
    return render.results().stream()
        .map(result -> result.outcome())
        .filter(RenderOutcome.Failed.class::isInstance)
        .map(RenderOutcome.Failed.class::cast)
        .map(failed -> PlatformError.of(failed.code(), failed.message()))
        .findFirst();
  }
}
