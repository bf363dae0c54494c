package dev.callsheet.runtime.internal.transport;

import dev.callsheet.runtime.client.policy.RatePolicy;
import dev.callsheet.runtime.internal.loop.EventLoop;
import dev.callsheet.runtime.internal.wire.ApiReply;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests out to a transport: no more at once than it is wide, no more a second than the
 * budget allows, and none while the server asks for quiet. Submissions go first, but one request in
 * eight is a poll where both wait, so that results are heard of however much is submitted. Replies
 * come on the loop, and it is to be used on the loop.
 */
public final class RequestScheduler implements AutoCloseable {
  private static final int SENDS_PER_POLL = 8;
  private static final long NEVER = Long.MAX_VALUE;

  private final Transport transport;
  private final EventLoop loop;
  private final RateLimiter rateLimiter;
  private final Queue<QueuedRequest> submissions = new ArrayDeque<>();
  private final Queue<QueuedRequest> polls = new ArrayDeque<>();
  private int submissionsInFlight;
  private int pollsInFlight;
  private int sendCount;
  private long wakeUpAt = NEVER;

  /** Traffic to a transport. */
  public RequestScheduler(Transport transport, EventLoop loop, RatePolicy rate) {
    this.transport = transport;
    this.loop = loop;
    this.rateLimiter = new RateLimiter(rate);
  }

  /** Sends a request when its turn comes; completes, on the loop, with what came back. */
  public CompletableFuture<ApiReply> exchange(TransportRequest message) {
    var waiting = new QueuedRequest(message, new CompletableFuture<>());
    (waiting.isPoll() ? polls : submissions).add(waiting);
    drain();
    return waiting.reply;
  }

  private void drain() {
    for (var line = nextQueue(); line != null; line = nextQueue()) {
      var opens = rateLimiter.nextPermitTime();
      if (opens > loop.now()) {
        wakeAt(opens);
        return;
      }
      rateLimiter.acquire(loop.now());
      send(line.remove());
    }
  }

  /** The line whose first is to go now; null when both are empty or have enough under way. */
  private @Nullable Queue<QueuedRequest> nextQueue() {
    var width = transport.maxConcurrency();
    var canSubmit = !submissions.isEmpty() && submissionsInFlight < width;
    var canPoll = !polls.isEmpty() && pollsInFlight < Math.max(1, width / 4);
    if (canSubmit && canPoll) {
      return sendCount % SENDS_PER_POLL == SENDS_PER_POLL - 1 ? polls : submissions;
    }
    return canSubmit ? submissions : canPoll ? polls : null;
  }

  private void send(QueuedRequest next) {
    sendCount++;
    adjustInFlight(next, 1);
    var unused =
        transport
            .exchange(next.message)
            .thenAcceptAsync(
                reply -> {
                  adjustInFlight(next, -1);
                  var retryAfter = reply.retryAfter();
                  if (retryAfter != null) {
                    rateLimiter.pauseUntil(loop.now() + retryAfter.toNanos());
                  }
                  next.reply.complete(reply);
                  drain();
                },
                loop);
  }

  private void adjustInFlight(QueuedRequest exchange, int change) {
    if (exchange.isPoll()) {
      pollsInFlight += change;
    } else {
      submissionsInFlight += change;
    }
  }

  private void wakeAt(long moment) {
    if (moment < wakeUpAt) {
      wakeUpAt = moment;
      loop.schedule(
          Duration.ofNanos(moment - loop.now()),
          () -> {
            if (wakeUpAt == moment) { // else an earlier alarm has taken this one's place
              wakeUpAt = NEVER;
            }
            drain();
          });
    }
  }

  /** Has {@code ear} told, on the loop, what the server says of tasks without being asked. */
  public void setNotificationListener(Consumer<ApiReply.ParsedReply> ear) {
    transport.setNotificationListener(ear);
  }

  /** Whether the server has been heard to tell of results without being asked. */
  public boolean sendsNotifications() {
    return transport.sendsNotifications();
  }

  @Override
  public void close() {
    transport.close();
  }

  private record QueuedRequest(TransportRequest message, CompletableFuture<ApiReply> reply) {
    boolean isPoll() {
      return message.purpose() == TransportRequest.Purpose.POLL;
    }
  }
}
