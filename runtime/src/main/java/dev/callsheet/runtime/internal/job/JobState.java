package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.job.JobListener.Notified;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Outcome;
import dev.callsheet.runtime.client.job.Progress;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The state machine of one job. Every change happens on the client's loop; what others read is an
 * immutable {@link Snapshot}, replaced as a whole.
 *
 * <pre>
 *   SUBMITTING --accepted--> RUNNING --last result known--> FINISHED
 *        |                      |
 *        +---refused, given up--|-------------------------> FINISHED
 *        +----------------------+--------detached---------> DETACHED
 * </pre>
 */
public final class JobState<R extends ModelResult> {
  /** A job at one moment. */
  public record Snapshot<R extends ModelResult>(
      JobStatus status,
      List<Outcome<R>> outcomes,
      OptionalInt percent,
      @Nullable ApiError lastError,
      @Nullable JournalException recordingFailure) {}

  private final UUID id;
  private final ModelType<?, R> modelType;
  private final int expectedResults;
  private final int requestHash;
  private final ResultCollector<R> results;
  private final Duration errorGracePeriod;
  private final EventLoop loop;
  private final EventDispatcher events;
  private final JournalWriter journal;
  private final long started;
  private final CompletableFuture<Snapshot<R>> completion = new CompletableFuture<>();
  private final CompletableFuture<Void> recorded = new CompletableFuture<>();
  private final Set<Integer> downloaded = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean acknowledged = new AtomicBoolean();
  private final List<Consumer<? super Progress>> progressListeners = new ArrayList<>();
  private final List<Consumer<? super Delivery<R>>> resultListeners = new ArrayList<>();
  private volatile Snapshot<R> snapshot;
  private volatile boolean uncertain;
  private volatile boolean uncharged;
  private volatile Consumer<Snapshot<R>> beforeEnd = end -> {};
  private @Nullable Long stuckSince;

  /**
   * A job at its start.
   *
   * @param fingerprint a hash of the request; 0 when it is not known
   */
  public JobState(
      UUID id,
      ModelType<?, R> type,
      int expected,
      int fingerprint,
      JobStatus first,
      ClientContext engine) {
    if (expected < 1) {
      throw new IllegalArgumentException("A task has at least one result, not " + expected);
    }
    this.id = id;
    this.requestHash = fingerprint;
    this.modelType = type;
    this.expectedResults = expected;
    this.results =
        new ResultCollector<>(
            expected,
            new ResultReader<>(id, type.resultType(), engine.downloader(), this::onDownloaded));
    this.errorGracePeriod = engine.pollPolicy().errorGracePeriod();
    this.loop = engine.loop();
    this.events = engine.events();
    this.journal = engine.journal();
    this.started = loop.now();
    this.snapshot = new Snapshot<>(first, List.of(), OptionalInt.empty(), null, null);
  }

  /**
   * This job, under the type of another of the same id.
   *
   * @throws IllegalArgumentException if the two are not about the same request
   */
  @SuppressWarnings("unchecked")
  public // results are read as the same class
  <T extends ModelResult> JobState<T> castTo(JobState<T> other) {
    var sameRequest =
        requestHash == 0 || other.requestHash == 0 || requestHash == other.requestHash;
    if (!sameRequest || modelType.resultType() != other.modelType.resultType()) {
      throw new IllegalArgumentException(
          "Another request with the UUID " + id + " is under way: each task needs one of its own");
    }
    return (JobState<T>) this;
  }

  public UUID id() {
    return id;
  }

  public ModelType<?, R> modelType() {
    return modelType;
  }

  public int expectedResults() {
    return expectedResults;
  }

  public Snapshot<R> snapshot() {
    return snapshot;
  }

  boolean isActive() {
    return !snapshot.status().isFinal();
  }

  /** Completes, never exceptionally, when the job ends. Its dependents must not block. */
  public CompletableFuture<Snapshot<R>> completion() {
    return completion;
  }

  /** Completes when the task is in the journal; fails when it cannot be written there. */
  public CompletableFuture<Void> recorded() {
    return recorded;
  }

  /** The task is in the journal. */
  void onRecorded() {
    recorded.complete(null);
  }

  /** Takes in what the journal knows of the job. */
  void restore(JobRecord known) {
    onRecorded();
    var items = known.results().stream().map(result -> ReplyItem.delivered(id, result)).toList();
    results
        .add(new TaskUpdate(items, List.of(), List.of(), List.of()))
        .forEach(this::dispatchResult);
    if (known.phase() == Phase.FINISHED) {
      results.restoreFailures(known.failures());
      journal.markFinished(id);
      uncharged = true; // it was paid before
      transitionTo(JobStatus.FINISHED, OptionalInt.empty(), null);
    } else if (known.phase() == Phase.RUNNING) {
      transitionTo(JobStatus.RUNNING, OptionalInt.empty(), null);
    }
  }

  /** The task was not sent, since it cannot be written down. */
  void onRecordingFailed(JournalException reason) {
    recorded.completeExceptionally(reason);
    if (isActive()) {
      uncharged = true;
      results.failMissing(
          ApiError.local("journalFailed", String.valueOf(reason.getMessage()), null));
      transitionTo(JobStatus.FINISHED, OptionalInt.empty(), null, reason);
    }
  }

  /** The server has the task, and says this of it. */
  void onAccepted(TaskUpdate report) {
    if (isActive()) {
      journal.accepted(id);
      transitionTo(JobStatus.RUNNING, snapshot.percent(), null);
      onUpdate(report);
    }
  }

  /** The server said this without being asked: whatever it says, it has the task. */
  public void onNotification(TaskUpdate report) {
    var news = snapshot.status() == JobStatus.SUBMITTING;
    if (news) {
      onAccepted(report);
    } else {
      news = onUpdate(report);
    }
    var event = new Notified(id, news);
    events.dispatch(listener -> listener.onNotified(event));
  }

  /** The server will not make this task, or nobody could be asked to. */
  void onRefused(ApiError reason) {
    if (isActive()) {
      uncharged = true;
      results.failMissing(reason);
      journal.finished(id, results.failed());
      transitionTo(JobStatus.FINISHED, snapshot.percent(), reason);
    }
  }

  /** The task was sent as often as is allowed, and may have been accepted or not. */
  void onGivenUp(ApiError reason) {
    if (isActive()) {
      results.failMissing(reason);
      uncertain = true;
      journal.uncertain(id, reason);
      transitionTo(JobStatus.FINISHED, snapshot.percent(), reason);
    }
  }

  /** Takes in what an answer says; returns whether that was anything new. */
  boolean onUpdate(TaskUpdate report) {
    if (!isActive() || report.isEmpty()) {
      return false;
    }
    var failures = results.failed().size();
    var arrivals = results.add(report);
    arrivals.forEach(arrival -> journal.delivered(id, rawJson(arrival)));
    snapshot =
        new Snapshot<>(snapshot.status(), results.outcomes(), snapshot.percent(), null, null);
    arrivals.forEach(this::dispatchResult);
    var news = !arrivals.isEmpty() || results.failed().size() > failures;
    giveUpIfStuck(report, news);
    var percent = report.progressPercent(expectedResults);
    if (results.isComplete()) {
      journal.finished(id, results.failed());
    }
    if (news || !percent.equals(snapshot.percent()) || results.isComplete()) {
      transitionTo(results.isComplete() ? JobStatus.FINISHED : JobStatus.RUNNING, percent, null);
    }
    return news;
  }

  /** Following the job failed this time (or, without an error, did not); the job goes on. */
  void onPollError(@Nullable ApiError error) {
    if (isActive()) {
      snapshot =
          new Snapshot<>(snapshot.status(), snapshot.outcomes(), snapshot.percent(), error, null);
    }
  }

  /** The caller has the media of a result: of the last one, and the job may be forgotten. */
  private void onDownloaded(int number) {
    downloaded.add(number);
    acknowledgeIfDownloaded(snapshot);
  }

  private void acknowledgeIfDownloaded(Snapshot<R> now) {
    var delivered = now.outcomes().stream().flatMap(JobState::delivery).count();
    if (now.status() == JobStatus.FINISHED && delivered > 0 && downloaded.size() >= delivered) {
      acknowledge();
    }
  }

  /** The caller was told that there is no result: unless there may be one, that is all there is. */
  public void onFailureReported() {
    if (!uncertain) {
      acknowledge();
    }
  }

  /** Whether the server may have a task that it was sent in vain, as far as is known here. */
  public boolean isUncertain() {
    return uncertain;
  }

  /** Has {@code action} run when the job ends, before anybody hears of that. */
  public void beforeEnd(Consumer<Snapshot<R>> action) {
    beforeEnd = action;
  }

  /** Whether this submission cost nothing: it was refused, never sent, or finished before. */
  public boolean isUncharged() {
    return uncharged;
  }

  /** The caller is done with the job. Works on any thread, and when the loop is closed. */
  public void acknowledge() {
    if (snapshot.recordingFailure() == null && acknowledged.compareAndSet(false, true)) {
      journal.acknowledged(id);
    }
  }

  public void detach() {
    if (isActive()) {
      transitionTo(JobStatus.DETACHED, snapshot.percent(), snapshot.lastError());
    }
  }

  public void addProgressListener(Consumer<? super Progress> listener) {
    progressListeners.add(listener);
    events.dispatch(listener, progress());
  }

  public void addResultListener(Consumer<? super Delivery<R>> listener) {
    resultListeners.add(listener);
    snapshot.outcomes().stream()
        .flatMap(JobState::delivery)
        .forEach(delivery -> events.dispatch(listener, delivery));
  }

  /**
   * One error may stand for all results of a task. When errors are all there is left, nothing is
   * being made any more, and it stays so for a while, then it does.
   */
  private void giveUpIfStuck(TaskUpdate report, boolean news) {
    var reasons = Stream.concat(report.failed().stream(), report.uncertain().stream()).toList();
    if (reasons.isEmpty() || !report.running().isEmpty() || results.isComplete()) {
      stuckSince = null;
    } else if (stuckSince == null || news) {
      stuckSince = loop.now();
    } else if (loop.elapsedSince(stuckSince).compareTo(errorGracePeriod) >= 0) {
      results.failMissing(reasons.get(0));
    }
  }

  private void transitionTo(JobStatus status, OptionalInt percent, @Nullable ApiError trouble) {
    transitionTo(status, percent, trouble, null);
  }

  private void transitionTo(
      JobStatus status,
      OptionalInt percent,
      @Nullable ApiError trouble,
      @Nullable JournalException unrecorded) {
    snapshot = new Snapshot<>(status, results.outcomes(), percent, trouble, unrecorded);
    if (status.isFinal()) {
      beforeEnd.accept(snapshot);
      acknowledgeIfDownloaded(snapshot);
      completion.complete(snapshot); // first, so that who hears of the end finds it so
    }
    var progress = progress();
    events.dispatch(listener -> listener.onProgress(progress));
    progressListeners.forEach(listener -> events.dispatch(listener, progress));
    if (status.isFinal()) {
      events.dispatch(listener -> listener.onFinished(progress));
    }
  }

  /** The result as the server wrote it, whether it could be read or not. */
  private static JsonNode rawJson(Outcome<?> arrival) {
    return arrival instanceof Outcome.Failed<?> unreadable
        ? unreadable.error().raw()
        : ((Outcome.Delivered<?>) arrival).delivery().json();
  }

  private void dispatchResult(Outcome<R> outcome) {
    delivery(outcome)
        .forEach(
            delivery -> resultListeners.forEach(listener -> events.dispatch(listener, delivery)));
  }

  private Progress progress() {
    var now = snapshot;
    var delivered = (int) now.outcomes().stream().flatMap(JobState::delivery).count();
    return new Progress(
        id,
        now.status(),
        expectedResults,
        delivered,
        now.outcomes().size() - delivered,
        now.percent(),
        loop.elapsedSince(started));
  }

  public static <R extends ModelResult> Stream<Delivery<R>> delivery(Outcome<R> outcome) {
    return outcome instanceof Outcome.Delivered<R> delivered
        ? Stream.of(delivered.delivery())
        : Stream.empty();
  }
}
