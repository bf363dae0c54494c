package dev.callsheet.runtime.client.transport;

import dev.callsheet.runtime.client.loop.Loop;
import dev.callsheet.runtime.client.policy.RatePolicy;
import dev.callsheet.runtime.client.wire.Reply;
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
public final class Traffic implements AutoCloseable {
  private static final int TURNS = 8;
  private static final long NEVER = Long.MAX_VALUE;

  private final Transport transport;
  private final Loop loop;
  private final Budget budget;
  private final Queue<Waiting> submissions = new ArrayDeque<>();
  private final Queue<Waiting> polls = new ArrayDeque<>();
  private int submitting;
  private int polling;
  private int turn;
  private long alarm = NEVER;

  /** Traffic to a transport. */
  public Traffic(Transport transport, Loop loop, RatePolicy rate) {
    this.transport = transport;
    this.loop = loop;
    this.budget = new Budget(rate);
  }

  /** Sends a request when its turn comes; completes, on the loop, with what came back. */
  public CompletableFuture<Reply> exchange(Message message) {
    var waiting = new Waiting(message, new CompletableFuture<>());
    (waiting.isPoll() ? polls : submissions).add(waiting);
    letOut();
    return waiting.reply;
  }

  private void letOut() {
    for (var line = next(); line != null; line = next()) {
      var opens = budget.opensAt();
      if (opens > loop.now()) {
        wakeAt(opens);
        return;
      }
      budget.spend(loop.now());
      send(line.remove());
    }
  }

  /** The line whose first is to go now; null when both are empty or have enough under way. */
  private @Nullable Queue<Waiting> next() {
    var width = transport.width();
    var canSubmit = !submissions.isEmpty() && submitting < width;
    var canPoll = !polls.isEmpty() && polling < Math.max(1, width / 4);
    if (canSubmit && canPoll) {
      return turn % TURNS == TURNS - 1 ? polls : submissions;
    }
    return canSubmit ? submissions : canPoll ? polls : null;
  }

  private void send(Waiting next) {
    turn++;
    count(next, 1);
    var unused =
        transport
            .exchange(next.message)
            .thenAcceptAsync(
                reply -> {
                  count(next, -1);
                  var retryAfter = reply.retryAfter();
                  if (retryAfter != null) {
                    budget.quiet(loop.now() + retryAfter.toNanos());
                  }
                  next.reply.complete(reply);
                  letOut();
                },
                loop);
  }

  private void count(Waiting exchange, int change) {
    if (exchange.isPoll()) {
      polling += change;
    } else {
      submitting += change;
    }
  }

  private void wakeAt(long moment) {
    if (moment < alarm) {
      alarm = moment;
      loop.after(
          Duration.ofNanos(moment - loop.now()),
          () -> {
            if (alarm == moment) { // else an earlier alarm has taken this one's place
              alarm = NEVER;
            }
            letOut();
          });
    }
  }

  /** Has {@code ear} told, on the loop, what the server says of tasks without being asked. */
  public void listen(Consumer<Reply.Answer> ear) {
    transport.listen(ear);
  }

  /** Whether the server has been heard to tell of results without being asked. */
  public boolean bringsNews() {
    return transport.bringsNews();
  }

  @Override
  public void close() {
    transport.close();
  }

  private record Waiting(Message message, CompletableFuture<Reply> reply) {
    boolean isPoll() {
      return message.purpose() == Message.Purpose.POLL;
    }
  }
}
