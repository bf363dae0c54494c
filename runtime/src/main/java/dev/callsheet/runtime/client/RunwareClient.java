package dev.callsheet.runtime.client;

import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.error.InvalidRequestException;
import dev.callsheet.runtime.client.media.MediaStorage;
import dev.callsheet.runtime.client.wire.Wire;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/**
 * Sends requests to the Runware API and follows the tasks they become. One client serves any number
 * of jobs from any number of threads, with a handful of threads of its own.
 *
 * <p>Closing it stops following; tasks under way go on at the server, and can be {@linkplain
 * #attach attached} to again.
 */
public final class RunwareClient implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RunwareClient.class.getName());

  private final URI endpoint;
  private final Engine engine;
  private final Poller poller;
  private final MediaStorage media;
  private final ExecutorService announcements;
  private final Map<UUID, JobState<?>> live = new ConcurrentHashMap<>();
  private final Set<UUID> unresolved = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  RunwareClient(URI endpoint, Engine engine, MediaStorage media, ExecutorService announcements) {
    this.endpoint = endpoint;
    this.engine = engine;
    this.poller = new Poller(engine);
    this.media = media;
    this.announcements = announcements;
  }

  /**
   * A client with the key in the environment variable {@code RUNWARE_API_KEY}, and the endpoint in
   * {@code CALLSHEET_ENDPOINT} where that is set.
   *
   * @throws ConfigurationException if the key is missing, or either is malformed
   */
  public static RunwareClient fromEnvironment() {
    return builder().environment(System.getenv()).build();
  }

  /** Settings for a client, to change and {@linkplain RunwareClientBuilder#build build} from. */
  public static RunwareClientBuilder builder() {
    return new RunwareClientBuilder();
  }

  /**
   * Checks a request and sends it on its way; returns at once. Sending is repeated as long as there
   * is doubt and hope, always with the same UUID, by which the server knows a repetition: the task
   * is paid once. A request whose task is under way already gives the job there is.
   *
   * @throws InvalidRequestException if the request breaks a rule of its model; nothing was sent
   * @throws IllegalArgumentException if another request with the same UUID is under way
   * @throws IllegalStateException if the client is closed
   */
  public <R extends ModelResult> Job<R> submit(ModelRequest<R> request) {
    check(request);
    var body = Wire.submission(request);
    var state =
        new JobState<>(
            request.taskUUID(),
            request.modelType(),
            request.expectedResults(),
            Arrays.hashCode(body),
            JobStatus.SUBMITTING,
            engine);
    var following = register(state);
    if (following == state) {
      var submission = new Submission(state, body, engine, poller, unresolved);
      engine.loop().execute(submission::attempt);
    }
    return new Job<>(following, engine.loop());
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
    var state = new JobState<>(task, type, expectedResults, 0, JobStatus.RUNNING, engine);
    var following = register(state);
    if (following == state) {
      engine.loop().execute(() -> poller.follow(state, Duration.ZERO));
    }
    return new Job<>(following, engine.loop());
  }

  /** The account's storage of media, for inputs that are too large to travel inside requests. */
  public MediaStorage media() {
    return media;
  }

  /** Where requests go. */
  public URI endpoint() {
    return endpoint;
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
    var existing = live.putIfAbsent(state.id(), state);
    if (closed) {
      live.remove(state.id(), state);
      throw new IllegalStateException("The client is closed");
    }
    if (existing != null) {
      return existing.as(state);
    }
    var unused = state.end().thenRun(() -> live.remove(state.id(), state));
    return state;
  }

  /** Stops following all jobs; whoever waits for one is told. Closing twice does nothing more. */
  @Override
  public void close() {
    synchronized (live) {
      if (closed) {
        return;
      }
      closed = true;
    }
    var detached = CompletableFuture.runAsync(this::detachAll, engine.loop());
    engine.loop().close();
    engine.traffic().close();
    detached.join();
  }

  private void detachAll() {
    live.values().forEach(JobState::detach);
    announcements.shutdown();
  }

  @Override
  public String toString() {
    return "RunwareClient for " + endpoint + (closed ? " (closed)" : "");
  }
}
