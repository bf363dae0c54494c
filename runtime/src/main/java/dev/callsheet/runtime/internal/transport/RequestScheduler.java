package dev.callsheet.runtime.internal.transport;

import dev.callsheet.runtime.client.job.Cancellation;
import dev.callsheet.runtime.client.policy.RatePolicy;
import dev.callsheet.runtime.client.policy.SharedPace.Permits;
import dev.callsheet.runtime.internal.loop.AsyncFailure;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.loop.LoopAlarm;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Queues requests for a transport: sends no more at once than its concurrency, no more a second
 * than the {@link RateLimiter} and a pace shared with other clients permit ({@link PermitGate}),
 * and none while the server asks for a pause. Submissions go first, but one request in eight is a
 * poll where both are queued, so that results are learned of however much is submitted. Replies
 * come on the loop, and it is to be used on the loop.
 */
public final class RequestScheduler implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RequestScheduler.class.getName());
  private static final int SENDS_PER_POLL = 8;

  private final Transport transport;
  private final EventLoop loop;
  private final RateLimiter rateLimiter;
  private final PermitGate gate;
  private final Queue<QueuedRequest> submissions = new ArrayDeque<>();
  private final Queue<QueuedRequest> polls = new ArrayDeque<>();
  private int submissionsInFlight;
  private int pollsInFlight;
  private int sendCount;
  private final LoopAlarm alarm;

  /** A scheduler with empty queues. */
  public RequestScheduler(Transport transport, EventLoop loop, RatePolicy rate) {
    this(transport, loop, rate, null);
  }

  /**
   * A scheduler with empty queues.
   *
   * @param shared the pace that it keeps together with other clients; null for none
   */
  public RequestScheduler(
      Transport transport, EventLoop loop, RatePolicy rate, @Nullable Permits shared) {
    this.transport = transport;
    this.loop = loop;
    this.rateLimiter = new RateLimiter(rate);
    this.alarm = new LoopAlarm(loop, this::drain);
    this.gate = new PermitGate(shared, loop, this::drain);
  }

  /** Queues a request; completes, on the loop, with what came back. */
  public CompletableFuture<ApiReply> exchange(TransportRequest message) {
    return exchange(message, () -> true);
  }

  /**
   * Queues a request; completes, on the loop, with what came back.
   *
   * @param mayLeave asked when the request leaves the queue, as late as that may be; where it says
   *     no, nothing is sent, and the reply is cancelled
   */
  public CompletableFuture<ApiReply> exchange(TransportRequest message, BooleanSupplier mayLeave) {
    var queued = new QueuedRequest(message, mayLeave, new CompletableFuture<>());
    (queued.isPoll() ? polls : submissions).add(queued);
    drain();
    return queued.reply;
  }

  private void drain() {
    for (var queue = nextQueue(); queue != null; queue = nextQueue()) {
      var permitted = rateLimiter.nextPermitTime();
      if (permitted > loop.now()) {
        alarm.setNoLaterThan(permitted);
        return;
      }
      var next = queue.element();
      var pass = gate.tryPass(transport.requests(next.message), submissions.size() + polls.size());
      if (pass == null) {
        return;
      }
      rateLimiter.acquire(loop.now());
      send(queue.remove(), pass);
    }
    gate.giveBackRest();
  }

  /** The queue to take the next request from; null when both are empty or at their limit. */
  private @Nullable Queue<QueuedRequest> nextQueue() {
    var width = transport.maxConcurrency();
    var canSubmit = !submissions.isEmpty() && submissionsInFlight < width;
    var canPoll = !polls.isEmpty() && pollsInFlight < Math.max(1, width / 4);
    if (canSubmit && canPoll) {
      return sendCount % SENDS_PER_POLL == SENDS_PER_POLL - 1 ? polls : submissions;
    }
    return canSubmit ? submissions : canPoll ? polls : null;
  }

  /** A slot is taken here, and given back when the exchange ends, however it does. */
  private void send(QueuedRequest next, PermitGate.Pass pass) {
    sendCount++;
    adjustInFlight(next, 1);
    var unused =
        AsyncFailure.asFuture(() -> sendNow(next))
            .handleAsync(
                (reply, failure) -> {
                  adjustInFlight(next, -1);
                  pass.end();
                  if (next.reply.isCancelled()) {
                    drain();
                  } else {
                    onReply(next, reply == null ? failureReply(failure) : reply);
                  }
                  return next;
                },
                loop);
  }

  private CompletableFuture<ApiReply> sendNow(QueuedRequest next) {
    if (next.mayLeave.getAsBoolean()) {
      return transport.exchange(next.message);
    }
    next.reply.cancel(false);
    return next.reply;
  }

  private void onReply(QueuedRequest request, ApiReply reply) {
    var retryAfter = reply.retryAfter();
    if (retryAfter != null) {
      rateLimiter.pauseUntil(loop.now() + retryAfter.toNanos());
      gate.pause(retryAfter);
    }
    request.reply.complete(reply);
    drain();
  }

  /** No transport fails by its contract; should one, then what it sent may have arrived. */
  private static ApiReply failureReply(Throwable fault) {
    LOG.log(System.Logger.Level.ERROR, "A transport failed", fault);
    return new ApiReply.Failure(
        ErrorCodes.localError("disconnected", "A fault of the client: " + fault, null), null);
  }

  private void adjustInFlight(QueuedRequest exchange, int change) {
    if (exchange.isPoll()) {
      pollsInFlight += change;
    } else {
      submissionsInFlight += change;
    }
  }

  /** Has a task cancelled, at once: it is not worth waiting for the requests in the queue. */
  public CompletableFuture<Cancellation> cancel(TaskHandle task) {
    return transport.cancel(task);
  }

  /** Calls a listener, on the loop, with what the server reports unasked. */
  public void setNotificationListener(Consumer<ApiReply.ParsedReply> listener) {
    transport.setNotificationListener(listener);
  }

  /** Whether the server has reported results unasked. */
  public boolean sendsNotifications() {
    return transport.sendsNotifications();
  }

  @Override
  public void close() {
    transport.close();
    gate.close();
  }

  private record QueuedRequest(
      TransportRequest message, BooleanSupplier mayLeave, CompletableFuture<ApiReply> reply) {
    boolean isPoll() {
      return message.purpose() != TransportRequest.Purpose.SUBMISSION;
    }
  }
}
