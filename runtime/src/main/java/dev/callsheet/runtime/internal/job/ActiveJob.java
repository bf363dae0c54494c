package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.client.job.Cancellation;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.job.JobListener.FieldsUnreadable;
import dev.callsheet.runtime.client.job.JobListener.Notified;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Outcome;
import dev.callsheet.runtime.client.job.Progress;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.transport.TaskHandle;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A job while it is followed: keeps its current {@link JobState}, and has the effects of each event
 * take place in a fixed order: entries in the journal, new results read, the budget settled,
 * futures completed, listeners called. Events come on the loop; the {@link #snapshot} may be read
 * on any thread.
 */
public final class ActiveJob<R extends ModelResult> {
  private static final System.Logger LOG = System.getLogger(ActiveJob.class.getName());

  /** The longest wait for what may stand in a queue behind other requests. */
  private static final Duration RENEWAL_LIMIT = Duration.ofMinutes(2);

  private final JobDefinition<R> definition;
  private final ClientContext context;
  private final EventLoop loop;
  private final ResultCollector<R> collector;
  private final JobAcknowledgement acknowledgement;
  private final JobListeners<R> listeners;
  private final Consumer<ActiveJob<?>> onEnd;
  private final long started;
  private final CompletableFuture<JobSnapshot<R>> completion = new CompletableFuture<>();
  private final CompletableFuture<Void> recorded = new CompletableFuture<>();
  private volatile JobSnapshot<R> snapshot;

  /**
   * @param onEnd called before anybody learns that the job has ended, so that whoever submits its
   *     task again then gets another job
   */
  ActiveJob(
      JobDefinition<R> definition,
      JobStatus status,
      ClientContext context,
      Consumer<ActiveJob<?>> onEnd) {
    this.definition = definition;
    this.context = context;
    this.loop = context.loop();
    this.acknowledgement = new JobAcknowledgement(definition.id(), context.journal());
    this.collector =
        new ResultCollector<>(
            definition.id(),
            definition.modelType().resultType(),
            context.protocol(),
            context.downloader(),
            acknowledgement,
            this::renewed);
    this.listeners = new JobListeners<>(context.events());
    this.onEnd = onEnd;
    this.started = loop.now();
    this.snapshot =
        new JobSnapshot<>(
            JobState.initial(
                definition.id(),
                definition.expectedResults(),
                context.limits().surplusResults(),
                status),
            List.of());
  }

  JobDefinition<R> definition() {
    return definition;
  }

  UUID id() {
    return definition.id();
  }

  /** What the protocol needs to know of the task. */
  TaskHandle taskHandle() {
    return new TaskHandle(
        id(), definition.modelType().id(), definition.submitted(), snapshot.state().reference());
  }

  /**
   * What the platform says of the results when it is asked once more, by a thread that may wait;
   * nothing once the client is closed.
   */
  private List<ReplyItem> renewed() {
    var request = TransportRequest.poll(List.of(taskHandle()));
    return loop.call(
            () -> context.scheduler().exchange(request).thenApply(this::delivered),
            List.<ReplyItem>of())
        .completeOnTimeout(List.of(), RENEWAL_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(fault -> List.of())
        .join();
  }

  private List<ReplyItem> delivered(ApiReply reply) {
    return reply instanceof ParsedReply parsed
        ? TaskUpdate.of(parsed, id(), true).delivered()
        : List.of();
  }

  JobSnapshot<R> snapshot() {
    return snapshot;
  }

  JobStatus status() {
    return snapshot.state().status();
  }

  boolean isActive() {
    return snapshot.state().isActive();
  }

  /**
   * Completes, never exceptionally, when the job ends. Its dependents must not block, and run in no
   * order: nothing may depend on one of them having run.
   */
  CompletableFuture<JobSnapshot<R>> completion() {
    return completion;
  }

  /** Completes when the task is in the journal; fails when it cannot be written there. */
  CompletableFuture<Void> recorded() {
    return recorded;
  }

  /** The server has accepted the task, and reports this on it. */
  void onAccepted(TaskUpdate update) {
    handle(new JobEvent.Accepted(update.references().stream().findFirst().orElse(null)));
    onUpdate(update);
  }

  /** A reply reports this on the task; returns whether more results are known than before. */
  boolean onUpdate(TaskUpdate update) {
    var before = snapshot.state();
    handle(new JobEvent.Updated(update, loop.now()));
    var after = snapshot.state();
    after
        .expiredStall(loop.now(), context.pollPolicy().errorGracePeriod())
        .ifPresent(stall -> handle(new JobEvent.Stalled(stall.reason())));
    return after.results().hasMoreThan(before.results());
  }

  /** The server reports this without being asked, so it has the task. */
  void onNotification(TaskUpdate update) {
    var isNews = true;
    if (status() == JobStatus.SUBMITTING) {
      onAccepted(update);
    } else {
      isNews = onUpdate(update);
    }
    var event = new Notified(id(), isNews);
    context.events().dispatch(listener -> listener.onNotified(event));
  }

  /** Applies an event, and has its effects take place. */
  void handle(JobEvent event) {
    completeRecorded(event);
    var before = snapshot.state();
    var after = before.apply(event);
    if (after.equals(before)) {
      return;
    }
    for (var written : context.journal().write(id(), event, before, after)) {
      var unused = written.thenAccept(this::onWritten);
    }
    var arrived = collector.read(after.results());
    snapshot = new JobSnapshot<>(after, collector.outcomes(after.results()));
    var isTransition = after.transitions() > before.transitions();
    if (isTransition && !after.isActive()) {
      end();
    }
    report(arrived, after.results());
    if (isTransition) {
      listeners.dispatchProgress(progress());
    }
  }

  /** Last, since whoever listens, or keeps the log, may fail. */
  private void report(List<Outcome<R>> arrived, JobResults results) {
    arrived.stream().flatMap(JobSnapshot::delivery).forEach(this::report);
    if (results.dropped() > 0) {
      LOG.log(
          Level.WARNING,
          "Job {0}: the server delivered {1} more results than are kept of a job that asked for {2}",
          id(),
          results.dropped(),
          definition.expectedResults());
    }
  }

  private void report(Delivery<R> delivery) {
    listeners.dispatchResult(delivery);
    if (!delivery.unreadableFields().isEmpty()) {
      LOG.log(
          Level.WARNING,
          "Job {0}: a result is delivered without what cannot be read of it: {1}",
          id(),
          delivery.unreadableFields());
      var event = new FieldsUnreadable(id(), delivery.unreadableFields());
      context.events().dispatch(listener -> listener.onFieldsUnreadable(event));
    }
  }

  /**
   * Runs a step after which others come, such as taking in a reply. If it fails, by a fault of the
   * client or for want of memory, no other step would follow: then the job ends, and says so.
   */
  void runStep(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error fault) {
      abandon(fault);
    }
  }

  /** The client cannot go on with the job. It ends here; the journal keeps it. */
  void abandon(Throwable fault) {
    LOG.log(Level.ERROR, "A step of job " + id() + " failed", fault);
    handle(
        new JobEvent.Abandoned(
            ErrorCodes.localError(
                "clientFailed",
                "The client could not go on with this job ("
                    + fault
                    + "); the journal has it: resume it, or attach to it by its id",
                null)));
  }

  private void completeRecorded(JobEvent event) {
    if (event instanceof JobEvent.RecordingFailed failed) {
      recorded.completeExceptionally(failed.reason());
    } else if (event instanceof JobEvent.Recorded || event instanceof JobEvent.Restored) {
      recorded.complete(null);
    }
  }

  /**
   * Futures complete first, so that listeners find the job ended; and whatever else goes wrong,
   * they complete, for somebody waits.
   */
  private void end() {
    var end = snapshot;
    try {
      context.settlement().settle(definition, end);
      acknowledgement.onEnd(end.state());
    } finally {
      onEnd.accept(this);
      completion.complete(end);
    }
  }

  /** Another session may have adopted the job, so that it is followed there. */
  private void onWritten(boolean isOwned) {
    if (!isOwned && isActive()) {
      loop.execute(this::onTakenOver);
    }
  }

  /** Another session follows the job. */
  void onTakenOver() {
    if (isActive()) {
      LOG.log(Level.WARNING, "Another worker has taken job {0} over", id());
      detach();
    }
  }

  /** Stops following the job. */
  void detach() {
    handle(new JobEvent.Detached());
  }

  /** Has the task cancelled; where that is certain, the job ends. On any thread. */
  CompletableFuture<Cancellation> cancel() {
    if (!isActive()) {
      return CompletableFuture.completedFuture(Cancellation.TOO_LATE);
    }
    return loop.call(this::requestCancellation, Cancellation.UNKNOWN)
        .exceptionally(fault -> Cancellation.UNKNOWN);
  }

  private CompletableFuture<Cancellation> requestCancellation() {
    return status() == JobStatus.SUBMITTING
        ? CompletableFuture.completedFuture(Cancellation.NOT_POSSIBLE)
        : context.scheduler().cancel(taskHandle()).thenApplyAsync(this::onCancellation, loop);
  }

  private Cancellation onCancellation(Cancellation answer) {
    if (answer == Cancellation.CANCELLED) {
      var error = ErrorCodes.localError("taskCancelled", "The task was cancelled", null);
      onUpdate(new TaskUpdate(List.of(), List.of(error), List.of(), List.of()));
    }
    return answer;
  }

  /** The caller needs nothing more of the job. On any thread, and after the loop is closed. */
  void acknowledge() {
    acknowledgement.acknowledge();
  }

  void addProgressListener(Consumer<? super Progress> listener) {
    listeners.addProgressListener(listener, progress());
  }

  void addResultListener(Consumer<? super Delivery<R>> listener) {
    listeners.addResultListener(listener, snapshot.deliveries());
  }

  /** Runs a step that changes this job. */
  void execute(Runnable step) {
    loop.execute(step);
  }

  private Progress progress() {
    var now = snapshot;
    var delivered = now.deliveries().size();
    return new Progress(
        id(),
        now.state().status(),
        definition.expectedResults(),
        delivered,
        now.outcomes().size() - delivered,
        now.state().percent(),
        loop.elapsedSince(started));
  }
}
