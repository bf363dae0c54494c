package dev.callsheet.runtime.client;

import static java.util.stream.Collectors.toSet;

import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.client.budget.Spending;
import dev.callsheet.runtime.client.error.BudgetException;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.error.InvalidRequestException;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.error.WebhookException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.media.MediaStorage;
import dev.callsheet.runtime.client.webhook.WebhookReceipt;
import dev.callsheet.runtime.internal.budget.BudgetTracker;
import dev.callsheet.runtime.internal.job.ClientContext;
import dev.callsheet.runtime.internal.job.FollowedJob;
import dev.callsheet.runtime.internal.job.JobCost;
import dev.callsheet.runtime.internal.job.JobStarter;
import dev.callsheet.runtime.internal.job.JobState;
import dev.callsheet.runtime.internal.job.Poller;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.NotificationReader;
import dev.callsheet.runtime.internal.wire.TaskUpdate;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the Runware API and follows the tasks they become. One client serves any number
 * of jobs from any number of threads, with a handful of threads of its own.
 *
 * <p>Every task is in the client's journal before it is sent. Closing the client, or a crash, stops
 * the following only: tasks under way go on at the server, and the next client {@linkplain
 * #resume() resumes} them.
 */
public final class CallsheetClient implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CallsheetClient.class.getName());

  private final URI endpoint;
  private final ClientContext context;
  private final JobStarter jobStarter;
  private final MediaStorage media;
  private final BudgetTracker budgetTracker;
  private final NotificationReader notificationReader;
  private final ExecutorService listenerExecutor;
  private final Map<UUID, JobState<?>> activeJobs = new ConcurrentHashMap<>();
  private final Set<UUID> uncertainTasks = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  CallsheetClient(
      URI endpoint,
      ClientContext engine,
      MediaStorage media,
      BudgetTracker purse,
      NotificationReader pushes,
      ExecutorService announcements) {
    this.endpoint = endpoint;
    this.context = engine;
    this.jobStarter = new JobStarter(engine, new Poller(engine));
    this.media = media;
    this.budgetTracker = purse;
    this.notificationReader = pushes;
    this.listenerExecutor = announcements;
    engine.scheduler().setNotificationListener(this::onNotification);
    engine.journal().onTakenOver(this::detach);
  }

  /**
   * A client with the key in the environment variable {@code RUNWARE_API_KEY}; the endpoint in
   * {@code CALLSHEET_ENDPOINT} and the directory of the journal in {@code CALLSHEET_JOURNAL} where
   * those are set.
   *
   * @throws ConfigurationException if the key is missing, or something is malformed
   * @throws JournalException if the journal cannot be written
   */
  public static CallsheetClient fromEnvironment() {
    return builder().environment(System.getenv()).build();
  }

  /** Settings for a client, to change and {@linkplain CallsheetClientBuilder#build build} from. */
  public static CallsheetClientBuilder builder() {
    return new CallsheetClientBuilder();
  }

  /**
   * Checks a request and sends it on its way; returns at once. It is in the journal before it is
   * sent. Sending is repeated as long as there is doubt and hope, always with the same UUID, by
   * which the server knows a repetition: the task is paid once. A request whose task is under way
   * already gives the job there is.
   *
   * @throws InvalidRequestException if the request breaks a rule of its model; nothing was sent
   * @throws BudgetException if it may cost more than the budget allows; nothing was sent
   * @throws IllegalArgumentException if another request with the same UUID is under way
   * @throws IllegalStateException if the client is closed
   */
  public <R extends ModelResult> Job<R> submit(ModelRequest<R> request) {
    check(request);
    var body = WireJson.submissionBody(request);
    var state =
        new JobState<>(
            request.taskUUID(),
            request.modelType(),
            request.expectedResults(),
            Arrays.hashCode(body),
            JobStatus.SUBMITTING,
            context);
    var estimate = request.price();
    var isNew = budgetTracker.reserve(state.id(), request.modelType().name(), estimate);
    @Nullable JobState<R> following = null;
    try {
      following = register(state);
    } finally {
      if (isNew && following != state) {
        budgetTracker.release(state.id());
      }
    }
    if (following == state) {
      state.beforeEnd(end -> settle(state, end, estimate));
      jobStarter.start(state, body, uncertainTasks.remove(state.id()));
    }
    return new FollowedJob<>(following, context.loop());
  }

  /** What a request will cost, by its model's price list, as far as that can be known. */
  public Price estimate(ModelRequest<?> request) {
    return request.price();
  }

  /**
   * What the requests submitted with this client have cost and may still cost. Jobs that it
   * attached to or resumed do not count: they were sent under another budget.
   */
  public Spending spending() {
    return budgetTracker.spending();
  }

  private <R extends ModelResult> void settle(
      JobState<R> state, JobState.Snapshot<R> end, Price estimate) {
    if (state.isUncharged()) {
      budgetTracker.release(state.id());
      return;
    }
    var cost = JobCost.of(end.outcomes(), state.expectedResults(), estimate);
    budgetTracker.settle(state.id(), cost.reported(), cost.unpriced(), state.expectedResults());
    var event = new JobListener.Settled(state.id(), estimate, cost.reported(), cost.unpriced());
    context.events().dispatch(listener -> listener.onSettled(event));
    cost.overrunMessage()
        .ifPresent(excess -> LOG.log(Level.WARNING, "Job {0}: {1}", state.id(), excess));
  }

  /**
   * Follows a task that was submitted before, by whatever client. The server answers for a task it
   * does not know as for one that is not finished yet.
   *
   * @param type the task's model
   * @param task the task's UUID
   * @param expectedResults how many results it was asked for; at least 1
   * @throws IllegalStateException if the client is closed
   */
  public <R extends ModelResult> Job<R> attach(
      ModelType<?, R> type, UUID task, int expectedResults) {
    var state = new JobState<>(task, type, expectedResults, 0, JobStatus.RUNNING, context);
    var following = register(state);
    if (following == state) {
      jobStarter.start(state, null, false);
    }
    return new FollowedJob<>(following, context.loop());
  }

  /**
   * Hands the body of a webhook to the jobs it is about. A job whose last result is in it finishes
   * by that, without being asked for again; what is known already does nothing. It may come before
   * the server has answered the submission: then it is the proof that the task was accepted.
   *
   * <p>Returns at once. A job of several results whose failures come by webhook alone is asked for
   * as usual, since a failure that is told twice looks like two.
   *
   * @param body as it came, in any of the forms that the API was seen to use
   * @throws WebhookException if it names no task
   */
  public WebhookReceipt handleWebhook(byte[] body) {
    var answer =
        notificationReader
            .read(body)
            .orElseThrow(
                () ->
                    new WebhookException(
                        "The body of a webhook is JSON with a taskUUID in it; this one is not"));
    var taken = answer.tasks().stream().filter(activeJobs::containsKey).collect(toSet());
    var unclaimed = answer.tasks().stream().filter(task -> !taken.contains(task)).collect(toSet());
    context.loop().execute(() -> taken.forEach(task -> dispatchWebhook(task, answer)));
    return new WebhookReceipt(taken, unclaimed);
  }

  private void dispatchWebhook(UUID task, ApiReply.ParsedReply answer) {
    var job = activeJobs.get(task);
    if (job != null) {
      job.onNotification(TaskUpdate.ofNotification(answer, task));
    }
  }

  /** The account's storage of media, for inputs that are too large to travel inside requests. */
  public MediaStorage media() {
    return media;
  }

  /**
   * Takes up every job in the journal that nobody follows: begun by a process that is gone or a
   * client that is closed, and not {@linkplain Job#acknowledge acknowledged}. Each goes on from
   * where it was: what may have been lost on the way is sent again, with the same UUID and the same
   * bytes; what the server has is followed; what is finished is here at once, results included.
   * Jobs of another account or endpoint are left alone, and so are those that a living process
   * follows. To be called when a program begins, and now and then where several share a journal.
   *
   * <p>Blocks while it reads the journal. The jobs come oldest first.
   *
   * @throws JournalException if the journal cannot be read or written
   * @throws IllegalStateException if the client is closed
   */
  public List<Job<RawResult>> resume() {
    return resume(any -> true, CallsheetClient::rawModelType);
  }

  /** As {@link #resume()}, but of one model's jobs only, with results of its type. */
  public <R extends ModelResult> List<Job<R>> resume(ModelType<?, R> type) {
    return resume(known -> known.task().model().equals(type.id()), known -> type);
  }

  /** As {@link #resume()}, but of one job only; empty if there is none to take up. */
  public Optional<Job<RawResult>> resume(UUID task) {
    return resume(known -> known.id().equals(task), CallsheetClient::rawModelType).stream()
        .findFirst();
  }

  private <R extends ModelResult> List<Job<R>> resume(
      Predicate<JobRecord> wanted, Function<JobRecord, ModelType<?, R>> type) {
    if (closed) {
      throw new IllegalStateException("The client is closed");
    }
    return context
        .journal()
        .session()
        .adopt(known -> wanted.test(known) && !isHeldByCaller(known.id()))
        .stream()
        .map(known -> resumeJob(known, type.apply(known)))
        .toList();
  }

  /** Whether the caller has this job from this client, under way or finished. */
  private boolean isHeldByCaller(UUID job) {
    return activeJobs.containsKey(job) || context.journal().isHeldByCaller(job);
  }

  private <R extends ModelResult> Job<R> resumeJob(JobRecord known, ModelType<?, R> type) {
    var request = known.task().request();
    var body = request == null ? null : request.getBytes(StandardCharsets.UTF_8);
    var state =
        new JobState<>(
            known.id(),
            type,
            known.task().expectedResults(),
            body == null ? 0 : Arrays.hashCode(body),
            JobStatus.SUBMITTING,
            context);
    var following = register(state);
    if (following == state) {
      context.loop().execute(() -> jobStarter.resume(state, known));
    }
    return new FollowedJob<>(following, context.loop());
  }

  private static ModelType<?, RawResult> rawModelType(JobRecord known) {
    return RawRequest.type(known.task().taskType(), known.task().model());
  }

  /**
   * What the journal knows of all jobs that are not acknowledged, whoever follows them, oldest
   * first; of other accounts and endpoints, too. Blocks.
   *
   * @throws JournalException if the journal cannot be read
   */
  public List<JobRecord> jobs() {
    return context.journal().session().jobs();
  }

  /** Where requests go. */
  public URI endpoint() {
    return endpoint;
  }

  /** The server tells of results by itself. */
  private void onNotification(ApiReply.ParsedReply news) {
    for (var task : news.tasks()) {
      var job = activeJobs.get(task);
      if (job != null) {
        job.onNotification(TaskUpdate.of(news, task, false));
      }
    }
  }

  private static void check(ModelRequest<?> request) {
    var violations = request.check();
    var model = request.modelType().name();
    if (violations.stream().anyMatch(violation -> violation.severity() == Severity.ERROR)) {
      throw new InvalidRequestException(model, violations);
    }
    for (var warning : violations) {
      LOG.log(Level.WARNING, "Request {0} for {1}: {2}", request.taskUUID(), model, warning);
    }
  }

  /** Makes the state the one of its id, unless there is one already: then that is returned. */
  private <R extends ModelResult> JobState<R> register(JobState<R> state) {
    var existing = activeJobs.putIfAbsent(state.id(), state);
    if (closed) {
      activeJobs.remove(state.id(), state);
      throw new IllegalStateException("The client is closed");
    }
    if (existing != null) {
      return existing.castTo(state);
    }
    var unused = state.completion().thenAccept(end -> unregister(state));
    return state;
  }

  private void unregister(JobState<?> state) {
    if (state.isUncertain()) {
      uncertainTasks.add(state.id());
    }
    activeJobs.remove(state.id(), state);
  }

  /** Another worker follows the job now. */
  private void detach(UUID job) {
    var state = activeJobs.get(job);
    if (state != null) {
      LOG.log(Level.WARNING, "Another worker has taken job {0} over", job);
      context.loop().execute(state::detach);
    }
  }

  /** Stops following all jobs; whoever waits for one is told. Closing twice does nothing more. */
  @Override
  public void close() {
    synchronized (activeJobs) {
      if (closed) {
        return;
      }
      closed = true;
    }
    var detached = CompletableFuture.runAsync(this::detachAll, context.loop());
    context.loop().close();
    context.scheduler().close();
    detached.join();
    context.journal().session().close();
  }

  private void detachAll() {
    activeJobs.values().forEach(JobState::detach);
    listenerExecutor.shutdown();
  }

  @Override
  public String toString() {
    return "RunwareClient for " + endpoint + (closed ? " (closed)" : "");
  }
}
