package dev.callsheet.runtime.internal.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.client.Clip;
import dev.callsheet.runtime.client.ClipRequest;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.error.WebhookException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Outcome;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RatePolicy;
import dev.callsheet.runtime.client.policy.ResponseLimits;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.client.policy.WebSocketPolicy;
import dev.callsheet.runtime.internal.budget.BudgetTracker;
import dev.callsheet.runtime.internal.download.Downloader;
import dev.callsheet.runtime.internal.download.FileFetcher;
import dev.callsheet.runtime.internal.loop.VirtualEventLoop;
import dev.callsheet.runtime.internal.runware.RunwareProtocol;
import dev.callsheet.runtime.internal.runware.TaskMessages;
import dev.callsheet.runtime.internal.transport.ApiKey;
import dev.callsheet.runtime.internal.transport.RequestScheduler;
import dev.callsheet.runtime.internal.transport.Transport;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.websocket.Connection;
import dev.callsheet.runtime.internal.websocket.ConnectionListener;
import dev.callsheet.runtime.internal.websocket.WebSocketTransport;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReplyReader;
import dev.callsheet.runtime.internal.wire.NotificationReader;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a server answers: every job ends, delivered or failed with a reason, the journal keeps
 * it, and the client goes on with the next job. Real replies are changed at random, in virtual
 * time; after a while the server is itself again, so that every job can end.
 *
 * <p>{@code -Dcallsheet.replies=1000000} makes it as many replies as that, {@code
 * -Dcallsheet.seed=7} others.
 */
class MutatedReplyTest {
  private static final int REPLIES = Integer.getInteger("callsheet.replies", 4_000);
  private static final long SEED = Long.getLong("callsheet.seed", 20261129);
  private static final int JOBS_AT_ONCE = 4;
  private static final int MUTATED_REPLIES_AT_ONCE = 40;
  private static final Duration LONGEST = Duration.ofDays(2);
  private static final ResponseLimits LIMITS = ResponseLimits.standard().withMessageLength(200);
  private static final Protocol PROTOCOL =
      new RunwareProtocol(new NotificationReader(text -> text, LIMITS.messageLength()));

  private static final Logger LOG = Logger.getLogger("dev.callsheet");

  /** How replies travel. */
  enum Channel {
    HTTP,
    WEB_SOCKET,
    WEBHOOK
  }

  private final EventDispatcher events = new EventDispatcher(List.of());
  private final Random random = new Random(SEED);
  private final ReplyMutator mutator = new ReplyMutator(random);
  private final ApiReplyReader reader = new ApiReplyReader(text -> text, LIMITS.messageLength());
  private int mutated;
  private int mutatedInRound;
  private int delivered;
  private int failed;
  private int incomplete;

  /** Each odd field and each fault is logged: a million lines are no report. */
  @BeforeEach
  void stopLogging() {
    LOG.setLevel(Level.OFF);
  }

  @AfterEach
  void close() {
    LOG.setLevel(null);
    events.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyJobEndsAndTheLoopLives(Channel channel) {
    var start = System.nanoTime();
    assertTimeoutPreemptively(
        Duration.ofSeconds(60 + REPLIES / 100),
        () -> {
          while (mutated < REPLIES) {
            round(channel);
          }
        });
    System.out.printf(
        "%s: %d replies mutated, %d results delivered, of those %d with unreadable fields, %d failed,"
            + " %d s%n",
        channel,
        mutated,
        delivered,
        incomplete,
        failed,
        (System.nanoTime() - start) / 1_000_000_000);
  }

  private void round(Channel channel) {
    var loop = new VirtualEventLoop();
    var platform = new SimulatedPlatform(random);
    var journal = new MemoryJournal();
    var http = new MutatingTransport(platform);
    var channelTransport = channel == Channel.WEB_SOCKET ? webSocket(platform, http, loop) : http;
    var transport = new NarrowTransport(channelTransport, random.nextBoolean() ? 1 : JOBS_AT_ONCE);
    var pipeline =
        new JobPipeline(
            context(transport, loop, journal),
            MediaDurations.inline(),
            media -> {
              throw new UnsupportedOperationException();
            });
    mutatedInRound = 0;
    var jobs = new ArrayList<Job<Clip>>();
    for (var i = 0; i < JOBS_AT_ONCE; i++) {
      jobs.add(pipeline.submit(ClipRequest.of(1)));
    }
    loop.advance(Duration.ofMillis(10));
    if (channel == Channel.WEBHOOK) {
      postWebhooks(pipeline, platform, jobs);
    }
    advanceUntilEnded(loop, jobs);
    mutatedInRound = MUTATED_REPLIES_AT_ONCE;
    var healthy = pipeline.submit(ClipRequest.of(1));
    advanceUntilEnded(loop, List.of(healthy));

    jobs.forEach(job -> assertEnded(job, journal));
    assertEnded(healthy, journal);
  }

  private void postWebhooks(
      JobPipeline pipeline, SimulatedPlatform platform, List<Job<Clip>> jobs) {
    while (isMutating()) {
      var item = platform.states(jobs.get(random.nextInt(jobs.size())).id().toString());
      var body = random.nextBoolean() ? item : "{\"data\":[" + item + "]}";
      try {
        pipeline.onWebhook(mutated(body));
      } catch (WebhookException refused) {
        assertThat(refused).hasMessageContaining("webhook");
      }
    }
  }

  private static void advanceUntilEnded(VirtualEventLoop loop, List<Job<Clip>> jobs) {
    for (var time = Duration.ZERO;
        time.compareTo(LONGEST) < 0 && jobs.stream().anyMatch(job -> !job.status().isFinal());
        time = time.plusMinutes(1)) {
      loop.advance(Duration.ofMinutes(1));
    }
  }

  private void assertEnded(Job<Clip> job, MemoryJournal journal) {
    assertThat(job.status()).as("seed %s, job %s", SEED, job.id()).isEqualTo(JobStatus.FINISHED);
    assertThat(job.results()).isNotEmpty();
    var record = journal.record(job.id());
    assertThat(record.phase()).isIn(Phase.FINISHED, Phase.UNCERTAIN);
    for (var outcome : job.results()) {
      if (outcome instanceof Outcome.Delivered<Clip> result) {
        delivered++;
        var delivery = result.delivery();
        incomplete += delivery.unreadableFields().isEmpty() ? 0 : 1;
        assertThat(delivery.result().taskUUID()).isEqualTo(job.id());
        delivery.cost().ifPresent(MutatedReplyTest::assertAmount);
        assertThat(PROTOCOL.media(delivery.result(), delivery.json())).isNotNull();
        assertShown(delivery.unreadableFields().toString());
      } else if (outcome instanceof Outcome.Failed<Clip> failure) {
        failed++;
        assertReason(failure.error());
      }
    }
    var kept = record.results().size() + record.failures().size();
    assertThat(kept).isGreaterThanOrEqualTo(1);
  }

  private static void assertAmount(BigDecimal cost) {
    assertThat(cost.signum()).isNotNegative();
    assertThat(cost.precision()).isLessThan(2000);
  }

  private static void assertReason(ApiError error) {
    assertThat(error.code()).isNotEqualTo("clientFailed");
    assertThat(error.message()).isNotBlank().doesNotContain("A fault of the client");
    assertShown(error.toString());
  }

  /** Nothing in it but a tab moves a cursor or reorders a line, and it has an end. */
  private static void assertShown(String text) {
    assertThat(text)
        .hasSizeLessThan(20_000)
        .doesNotContainPattern("[\\p{Cc}\\p{Cs}\\u202e&&[^\\t]]");
  }

  private ClientContext context(Transport transport, VirtualEventLoop loop, MemoryJournal journal) {
    var fetcher =
        new FileFetcher(
            HttpClient.newHttpClient(), Duration.ofSeconds(1), LIMITS, RetryPolicy.never(), random);
    return new ClientContext(
        PROTOCOL,
        new RequestScheduler(transport, loop, RatePolicy.unlimited()),
        loop,
        events,
        new JournalWriter(journal, InstantSource.system()),
        new BudgetTracker(Budget.unlimited()),
        RetryPolicy.standard(),
        PollPolicy.standard(),
        LIMITS,
        random,
        new Downloader(fetcher, LIMITS.downloadSize(), event -> {}));
  }

  private boolean isMutating() {
    return mutatedInRound < MUTATED_REPLIES_AT_ONCE;
  }

  private byte[] mutated(String reply) {
    mutated++;
    mutatedInRound++;
    return mutator.mutate(reply);
  }

  /** Carries requests to a platform, and replies back that it did not make. */
  private final class MutatingTransport implements Transport {
    private static final List<Integer> STATUSES =
        List.of(200, 200, 200, 200, 202, 302, 400, 401, 404, 409, 429, 500, 502, 503, 504);

    private final SimulatedPlatform platform;

    MutatingTransport(SimulatedPlatform platform) {
      this.platform = platform;
    }

    @Override
    public CompletableFuture<ApiReply> exchange(TransportRequest message) {
      var reply = platform.reply(new String(TaskMessages.body(message), UTF_8));
      if (!isMutating() || random.nextInt(5) == 0) {
        return CompletableFuture.completedFuture(reader.read(200, reply.getBytes(UTF_8), null));
      }
      var status = STATUSES.get(random.nextInt(STATUSES.size()));
      var retryAfter = random.nextInt(20) == 0 ? Duration.ofSeconds(random.nextInt(600)) : null;
      return CompletableFuture.completedFuture(reader.read(status, mutated(reply), retryAfter));
    }

    @Override
    public int maxConcurrency() {
      return JOBS_AT_ONCE;
    }

    @Override
    public void close() {}
  }

  /** Another transport with so few slots that one which is never freed stops everything. */
  private record NarrowTransport(Transport wide, int maxConcurrency) implements Transport {
    @Override
    public CompletableFuture<ApiReply> exchange(TransportRequest message) {
      return wide.exchange(message);
    }

    @Override
    public void setNotificationListener(Consumer<ApiReply.ParsedReply> listener) {
      wide.setNotificationListener(listener);
    }

    @Override
    public boolean sendsNotifications() {
      return wide.sendsNotifications();
    }

    @Override
    public void close() {
      wide.close();
    }
  }

  private Transport webSocket(SimulatedPlatform platform, Transport http, VirtualEventLoop loop) {
    return new WebSocketTransport(
        listener -> listener.onOpened(new MutatingConnection(platform, listener, loop)),
        http,
        new ApiKey("a-key-of-a-test"),
        WebSocketPolicy.standard(),
        Duration.ofSeconds(60),
        LIMITS.messageLength(),
        loop,
        random);
  }

  /** A WebSocket to a platform, with frames that it did not send. */
  private final class MutatingConnection implements Connection {
    private static final String SESSION =
        "{\"data\":[{\"taskType\":\"authentication\",\"connectionSessionUUID\":\"s-1\"}]}";

    private final SimulatedPlatform platform;
    private final ConnectionListener listener;
    private final VirtualEventLoop loop;
    private @Nullable String lastTask;

    MutatingConnection(
        SimulatedPlatform platform, ConnectionListener listener, VirtualEventLoop loop) {
      this.platform = platform;
      this.listener = listener;
      this.loop = loop;
    }

    @Override
    public void send(String text) {
      loop.schedule(Duration.ofMillis(1), () -> answer(text));
    }

    private void answer(String request) {
      if (request.contains("\"authentication\"")) {
        receive(SESSION);
      } else if (request.contains("\"ping\"")) {
        receive("{\"data\":[{\"taskType\":\"ping\",\"pong\":true}]}");
      } else {
        receive(platform.reply(request));
        pushUnasked(request);
      }
    }

    private void pushUnasked(String request) {
      var at = request.indexOf("\"taskUUID\":\"") + "\"taskUUID\":\"".length();
      var task = request.substring(at, at + UUID.randomUUID().toString().length());
      if (lastTask != null && random.nextInt(3) == 0) {
        receive("{\"data\":[" + platform.states(lastTask) + "]}");
      }
      lastTask = task;
      if (isMutating() && random.nextInt(20) == 0) {
        listener.onClosed("The server closed the connection: 1006 \u001b[2J");
      }
    }

    private void receive(String frame) {
      var text = isMutating() && random.nextInt(4) > 0 ? new String(mutated(frame), UTF_8) : frame;
      listener.onText(text, () -> {});
    }

    @Override
    public void abort() {}
  }
}
