package dev.callsheet.runtime.internal.job;

import static java.util.stream.Collectors.toSet;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.budget.Spending;
import dev.callsheet.runtime.client.error.WebhookException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JournalProblem;
import dev.callsheet.runtime.client.media.LocalMedia;
import dev.callsheet.runtime.client.media.RemoteMedia;
import dev.callsheet.runtime.client.webhook.WebhookReceipt;
import dev.callsheet.runtime.internal.loop.AsyncFailure;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The way of a job through the client. This class orders the steps up to <i>follow</i>; {@link
 * ActiveJob} runs the last two when an event asks for them:
 *
 * <ol>
 *   <li><b>prepare</b> ({@link PrepareStep}): the request is validated and serialized.
 *   <li><b>budget</b> ({@link dev.callsheet.runtime.client.budget.BudgetLedger}): the most that it
 *       may cost is reserved.
 *   <li><b>journal</b> ({@link JournalStep}): the task is written down, or taken up where the
 *       journal has it already.
 *   <li><b>submit</b> ({@link TaskSubmission}): the task is sent until the server has it.
 *   <li><b>follow</b> ({@link Poller}): the server is asked for its state until it ends.
 *   <li><b>collect</b> ({@link ResultCollector}): results are read as they arrive.
 *   <li><b>settle</b> ({@link SettleStep}): the reservation becomes what the job cost.
 * </ol>
 *
 * <p>A new task enters at <i>prepare</i>, a job from the journal at <i>journal</i>, and so does a
 * task that was submitted elsewhere, with nothing to send. What the steps find out are {@linkplain
 * JobEvent events} of an {@link ActiveJob}, which collects and settles: no step calls one before
 * it. A server that reports on a task unasked causes the same events as an answer to a poll.
 */
public final class JobPipeline {
  private final ClientContext context;
  private final MediaDurations durations;
  private final MediaUpload upload;
  private final JobRegistry registry = new JobRegistry();
  private final JournalStep journal;
  private final Poller poller;

  /**
   * A pipeline without jobs.
   *
   * @param durations how long media are that requests speak of
   * @param upload stores files with the platform
   */
  public JobPipeline(ClientContext context, MediaDurations durations, MediaUpload upload) {
    this.context = context;
    this.durations = durations;
    this.upload = upload;
    this.journal = new JournalStep(context.journal(), context.loop());
    this.poller = new Poller(context);
    context.scheduler().setNotificationListener(this::onNotification);
  }

  /** What a request will cost; see {@code CallsheetClient.estimate}. */
  public Price estimate(ModelRequest<?> request) {
    return request.price(durations);
  }

  /** Stores a file; see {@code CallsheetClient.upload}. */
  public RemoteMedia upload(LocalMedia media) {
    return upload.store(media);
  }

  /** Submits a request; see {@code CallsheetClient.submit}. */
  public <R extends ModelResult> Job<R> submit(ModelRequest<R> request) {
    var id = Objects.requireNonNullElseGet(request.jobId(), UUID::randomUUID);
    var body = PrepareStep.prepare(request, id, context.protocol());
    var type = request.modelType();
    var price = estimate(request);
    var isReservedHere = context.budget().reserve(id, type.name(), price);
    var task =
        JobDefinition.of(
            id,
            type,
            request.expectedResults(),
            context.journal().now(),
            body,
            price,
            isReservedHere);
    var job = new ActiveJob<>(task, JobStatus.SUBMITTING, context, registry::remove);
    @Nullable ActiveJob<R> followed = null;
    try {
      followed = registry.register(job);
    } finally {
      if (isReservedHere && followed != job) {
        context.budget().release(job.id());
      }
    }
    if (followed == job) {
      var submission = new Submission(body, registry.takeUncertain(job.id()));
      run(job, journal.record(job, submission));
    }
    return new FollowedJob<>(followed);
  }

  /** Follows a task that was submitted elsewhere; see {@code CallsheetClient.attach}. */
  public <R extends ModelResult> Job<R> attach(ModelType<?, R> type, UUID id, int expected) {
    var task = JobDefinition.known(id, type, expected, context.journal().now(), null);
    var job = new ActiveJob<>(task, JobStatus.RUNNING, context, registry::remove);
    var followed = registry.register(job);
    if (followed == job) {
      run(job, journal.record(job, null));
    }
    return new FollowedJob<>(followed);
  }

  /**
   * Takes up jobs of the journal that nobody follows; see {@code CallsheetClient.resume}.
   *
   * @param type the model of a job
   */
  public <R extends ModelResult> List<Job<R>> resume(
      Predicate<JobRecord> wanted, Function<JobRecord, ModelType<?, R>> type) {
    registry.requireOpen();
    return context
        .journal()
        .adopt(known -> wanted.test(known) && !isHeldByCaller(known.id()))
        .stream()
        .map(known -> resume(known, type.apply(known)))
        .toList();
  }

  /** Takes up one job of the journal, or gives it again; see {@code CallsheetClient.resume}. */
  public <R extends ModelResult> Optional<Job<R>> resume(
      UUID job, Function<JobRecord, ModelType<?, R>> type) {
    registry.requireOpen();
    return context.journal().adopt(job).map(known -> resume(known, type.apply(known)));
  }

  /** Whether the caller has this job from this client, active or finished. */
  private boolean isHeldByCaller(UUID job) {
    return registry.contains(job) || context.journal().isHeldByCaller(job);
  }

  private <R extends ModelResult> Job<R> resume(JobRecord known, ModelType<?, R> type) {
    var request = known.task().request();
    var body = request == null ? null : request.getBytes(StandardCharsets.UTF_8);
    var task =
        JobDefinition.known(
            known.id(), type, known.task().expectedResults(), known.task().timestamp(), body);
    var job = new ActiveJob<>(task, JobStatus.SUBMITTING, context, registry::remove);
    var followed = registry.register(job);
    if (followed == job) {
      run(job, CompletableFuture.supplyAsync(() -> journal.restore(job, known), context.loop()));
    }
    return new FollowedJob<>(followed);
  }

  /** Every step of a job runs under {@link ActiveJob#runStep}, so that none fails unnoticed. */
  private void run(ActiveJob<?> job, CompletableFuture<Optional<Submission>> recorded) {
    var unused =
        recorded
            .thenAccept(submission -> job.runStep(() -> submitAndFollow(job, submission)))
            .exceptionally(
                fault -> {
                  job.execute(() -> job.abandon(AsyncFailure.cause(fault)));
                  return null;
                });
  }

  private void submitAndFollow(ActiveJob<?> job, Optional<Submission> submission) {
    if (submission.isEmpty()) {
      poller.followNow(job);
      return;
    }
    var unused =
        TaskSubmission.send(job, submission.get(), context)
            .thenAccept(accepted -> job.runStep(() -> poller.followSubmitted(accepted)));
  }

  /** Hands the body of a webhook to its jobs; see {@code CallsheetClient.handleWebhook}. */
  public WebhookReceipt onWebhook(byte[] body) {
    var limit = context.limits().replySize();
    if (body.length > limit) {
      throw new WebhookException("The body of a webhook has at most " + limit + " bytes");
    }
    var reply =
        context
            .protocol()
            .notification(body)
            .orElseThrow(
                () ->
                    new WebhookException(
                        "The body of a webhook is JSON with a taskUUID in it; this one is not"));
    var claimed = reply.tasks().stream().filter(registry::contains).collect(toSet());
    var unclaimed = reply.tasks().stream().filter(task -> !claimed.contains(task)).collect(toSet());
    claimed.forEach(
        task -> context.loop().execute(() -> notify(task, TaskUpdate.ofNotification(reply, task))));
    return new WebhookReceipt(claimed, unclaimed);
  }

  /** The server reports on tasks over an open connection. */
  private void onNotification(ParsedReply reply) {
    reply
        .tasks()
        .forEach(
            task -> context.loop().execute(() -> notify(task, TaskUpdate.of(reply, task, false))));
  }

  /** In a step of its own: one that fails is delivered again by the next poll. */
  private void notify(UUID task, TaskUpdate update) {
    registry.find(task).ifPresent(job -> job.onNotification(update));
  }

  /** What of the journal could not be read; see {@code CallsheetClient.journalProblems}. */
  public List<JournalProblem> journalProblems() {
    return context.journal().session().problems();
  }

  /** What the budget has been spent on. */
  public Spending spending() {
    return context.budget().spending();
  }

  /**
   * Says so where the pipeline takes no more jobs.
   *
   * @throws IllegalStateException if it is closed
   */
  void requireOpen() {
    registry.requireOpen();
  }

  /** Whether the pipeline takes no more jobs. */
  boolean isClosed() {
    return registry.isClosed();
  }

  /** Takes no more jobs; returns whether it did before. */
  boolean closeRegistry() {
    return registry.close();
  }

  /** Stops following all jobs; on the loop. */
  void detachAll() {
    registry.detachAll();
  }

  ClientContext context() {
    return context;
  }
}
