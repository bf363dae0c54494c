package dev.callsheet.runtime.client;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.client.JobListener.Told;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import dev.callsheet.runtime.client.loop.Loop;
import dev.callsheet.runtime.client.wire.Item;
import dev.callsheet.runtime.client.wire.TaskReport;
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
final class JobState<R extends ModelResult> {
  /** A job at one moment. */
  record Snapshot<R extends ModelResult>(
      JobStatus status,
      List<Outcome<R>> outcomes,
      OptionalInt percent,
      @Nullable ApiError lastTrouble,
      @Nullable JournalException unrecorded) {}

  private final UUID id;
  private final ModelType<?, R> type;
  private final int expected;
  private final int fingerprint;
  private final Results<R> results;
  private final Duration settle;
  private final Loop loop;
  private final Announcer announcer;
  private final Recorder recorder;
  private final long started;
  private final CompletableFuture<Snapshot<R>> end = new CompletableFuture<>();
  private final CompletableFuture<Void> recorded = new CompletableFuture<>();
  private final Set<Integer> taken = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean acknowledged = new AtomicBoolean();
  private final List<Consumer<? super Progress>> progressListeners = new ArrayList<>();
  private final List<Consumer<? super Delivery<R>>> resultListeners = new ArrayList<>();
  private volatile Snapshot<R> snapshot;
  private volatile boolean uncertain;
  private volatile boolean unpaid;
  private volatile Consumer<Snapshot<R>> beforeEnd = end -> {};
  private @Nullable Long stuckSince;

  /**
   * A job at its start.
   *
   * @param fingerprint a hash of the request; 0 when it is not known
   */
  JobState(
      UUID id,
      ModelType<?, R> type,
      int expected,
      int fingerprint,
      JobStatus first,
      Engine engine) {
    if (expected < 1) {
      throw new IllegalArgumentException("A task has at least one result, not " + expected);
    }
    this.id = id;
    this.fingerprint = fingerprint;
    this.type = type;
    this.expected = expected;
    this.results =
        new Results<>(
            expected, new ResultReader<>(id, type.resultType(), engine.downloader(), this::taken));
    this.settle = engine.polling().settle();
    this.loop = engine.loop();
    this.announcer = engine.announcer();
    this.recorder = engine.recorder();
    this.started = loop.now();
    this.snapshot = new Snapshot<>(first, List.of(), OptionalInt.empty(), null, null);
  }

  /**
   * This job, under the type of another of the same id.
   *
   * @throws IllegalArgumentException if the two are not about the same request
   */
  @SuppressWarnings("unchecked") // results are read as the same class
  <T extends ModelResult> JobState<T> as(JobState<T> other) {
    var sameRequest =
        fingerprint == 0 || other.fingerprint == 0 || fingerprint == other.fingerprint;
    if (!sameRequest || type.resultType() != other.type.resultType()) {
      throw new IllegalArgumentException(
          "Another request with the UUID " + id + " is under way: each task needs one of its own");
    }
    return (JobState<T>) this;
  }

  UUID id() {
    return id;
  }

  ModelType<?, R> type() {
    return type;
  }

  int expected() {
    return expected;
  }

  Snapshot<R> snapshot() {
    return snapshot;
  }

  boolean isLive() {
    return !snapshot.status().isEnd();
  }

  /** Completes, never exceptionally, when the job ends. Its dependents must not block. */
  CompletableFuture<Snapshot<R>> end() {
    return end;
  }

  /** Completes when the task is in the journal; fails when it cannot be written there. */
  CompletableFuture<Void> recorded() {
    return recorded;
  }

  /** The task is in the journal. */
  void written() {
    recorded.complete(null);
  }

  /** Takes in what the journal knows of the job. */
  void restore(JobRecord known) {
    written();
    var items = known.results().stream().map(result -> Item.delivered(id, result)).toList();
    results.add(new TaskReport(items, List.of(), List.of(), List.of())).forEach(this::tellArrival);
    if (known.phase() == Phase.FINISHED) {
      results.restoreFailures(known.failures());
      recorder.restored(id);
      unpaid = true; // it was paid before
      become(JobStatus.FINISHED, OptionalInt.empty(), null);
    } else if (known.phase() == Phase.RUNNING) {
      become(JobStatus.RUNNING, OptionalInt.empty(), null);
    }
  }

  /** The task was not sent, since it cannot be written down. */
  void unrecorded(JournalException reason) {
    recorded.completeExceptionally(reason);
    if (isLive()) {
      unpaid = true;
      results.giveUp(ApiError.local("journalFailed", String.valueOf(reason.getMessage()), null));
      become(JobStatus.FINISHED, OptionalInt.empty(), null, reason);
    }
  }

  /** The server has the task, and says this of it. */
  void accepted(TaskReport report) {
    if (isLive()) {
      recorder.accepted(id);
      become(JobStatus.RUNNING, snapshot.percent(), null);
      report(report);
    }
  }

  /** The server said this without being asked: whatever it says, it has the task. */
  void told(TaskReport report) {
    var news = snapshot.status() == JobStatus.SUBMITTING;
    if (news) {
      accepted(report);
    } else {
      news = report(report);
    }
    var event = new Told(id, news);
    announcer.tell(listener -> listener.onTold(event));
  }

  /** The server will not make this task, or nobody could be asked to. */
  void refused(ApiError reason) {
    if (isLive()) {
      unpaid = true;
      results.giveUp(reason);
      recorder.finished(id, results.failed());
      become(JobStatus.FINISHED, snapshot.percent(), reason);
    }
  }

  /** The task was sent as often as is allowed, and may have been accepted or not. */
  void givenUp(ApiError reason) {
    if (isLive()) {
      results.giveUp(reason);
      uncertain = true;
      recorder.uncertain(id, reason);
      become(JobStatus.FINISHED, snapshot.percent(), reason);
    }
  }

  /** Takes in what an answer says; returns whether that was anything new. */
  boolean report(TaskReport report) {
    if (!isLive() || report.isSilent()) {
      return false;
    }
    var failures = results.failed().size();
    var arrivals = results.add(report);
    arrivals.forEach(arrival -> recorder.delivered(id, item(arrival)));
    snapshot =
        new Snapshot<>(snapshot.status(), results.outcomes(), snapshot.percent(), null, null);
    arrivals.forEach(this::tellArrival);
    var news = !arrivals.isEmpty() || results.failed().size() > failures;
    settle(report, news);
    var percent = report.percent(expected);
    if (results.isComplete()) {
      recorder.finished(id, results.failed());
    }
    if (news || !percent.equals(snapshot.percent()) || results.isComplete()) {
      become(results.isComplete() ? JobStatus.FINISHED : JobStatus.RUNNING, percent, null);
    }
    return news;
  }

  /** Following the job failed this time (or, without an error, did not); the job goes on. */
  void trouble(@Nullable ApiError error) {
    if (isLive()) {
      snapshot =
          new Snapshot<>(snapshot.status(), snapshot.outcomes(), snapshot.percent(), error, null);
    }
  }

  /** The caller has the media of a result: of the last one, and the job may be forgotten. */
  private void taken(int number) {
    taken.add(number);
    acknowledgeIfTaken(snapshot);
  }

  private void acknowledgeIfTaken(Snapshot<R> now) {
    var delivered = now.outcomes().stream().flatMap(JobState::delivery).count();
    if (now.status() == JobStatus.FINISHED && delivered > 0 && taken.size() >= delivered) {
      acknowledge();
    }
  }

  /** The caller was told that there is no result: unless there may be one, that is all there is. */
  void toldOfFailure() {
    if (!uncertain) {
      acknowledge();
    }
  }

  /** Whether the server may have a task that it was sent in vain, as far as is known here. */
  boolean isUncertain() {
    return uncertain;
  }

  /** Has {@code action} run when the job ends, before anybody hears of that. */
  void beforeEnd(Consumer<Snapshot<R>> action) {
    beforeEnd = action;
  }

  /** Whether this submission cost nothing: it was refused, never sent, or finished before. */
  boolean isUnpaid() {
    return unpaid;
  }

  /** The caller is done with the job. Works on any thread, and when the loop is closed. */
  void acknowledge() {
    if (snapshot.unrecorded() == null && acknowledged.compareAndSet(false, true)) {
      recorder.acknowledged(id);
    }
  }

  void detach() {
    if (isLive()) {
      become(JobStatus.DETACHED, snapshot.percent(), snapshot.lastTrouble());
    }
  }

  void onProgress(Consumer<? super Progress> listener) {
    progressListeners.add(listener);
    announcer.tell(listener, progress());
  }

  void onResult(Consumer<? super Delivery<R>> listener) {
    resultListeners.add(listener);
    snapshot.outcomes().stream()
        .flatMap(JobState::delivery)
        .forEach(delivery -> announcer.tell(listener, delivery));
  }

  /**
   * One error may stand for all results of a task. When errors are all there is left, nothing is
   * being made any more, and it stays so for a while, then it does.
   */
  private void settle(TaskReport report, boolean news) {
    var reasons = Stream.concat(report.failed().stream(), report.doubtful().stream()).toList();
    if (reasons.isEmpty() || !report.running().isEmpty() || results.isComplete()) {
      stuckSince = null;
    } else if (stuckSince == null || news) {
      stuckSince = loop.now();
    } else if (loop.since(stuckSince).compareTo(settle) >= 0) {
      results.giveUp(reasons.get(0));
    }
  }

  private void become(JobStatus status, OptionalInt percent, @Nullable ApiError trouble) {
    become(status, percent, trouble, null);
  }

  private void become(
      JobStatus status,
      OptionalInt percent,
      @Nullable ApiError trouble,
      @Nullable JournalException unrecorded) {
    snapshot = new Snapshot<>(status, results.outcomes(), percent, trouble, unrecorded);
    if (status.isEnd()) {
      beforeEnd.accept(snapshot);
      acknowledgeIfTaken(snapshot);
      end.complete(snapshot); // first, so that who hears of the end finds it so
    }
    var progress = progress();
    announcer.tell(listener -> listener.onProgress(progress));
    progressListeners.forEach(listener -> announcer.tell(listener, progress));
    if (status.isEnd()) {
      announcer.tell(listener -> listener.onFinished(progress));
    }
  }

  /** The result as the server wrote it, whether it could be read or not. */
  private static JsonNode item(Outcome<?> arrival) {
    return arrival instanceof Outcome.Failed<?> unreadable
        ? unreadable.error().raw()
        : ((Outcome.Delivered<?>) arrival).delivery().json();
  }

  private void tellArrival(Outcome<R> outcome) {
    delivery(outcome)
        .forEach(
            delivery -> resultListeners.forEach(listener -> announcer.tell(listener, delivery)));
  }

  private Progress progress() {
    var now = snapshot;
    var delivered = (int) now.outcomes().stream().flatMap(JobState::delivery).count();
    return new Progress(
        id,
        now.status(),
        expected,
        delivered,
        now.outcomes().size() - delivered,
        now.percent(),
        loop.since(started));
  }

  static <R extends ModelResult> Stream<Delivery<R>> delivery(Outcome<R> outcome) {
    return outcome instanceof Outcome.Delivered<R> delivered
        ? Stream.of(delivered.delivery())
        : Stream.empty();
  }
}
