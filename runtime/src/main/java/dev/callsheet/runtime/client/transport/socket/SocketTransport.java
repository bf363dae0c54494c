package dev.callsheet.runtime.client.transport.socket;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.loop.Loop;
import dev.callsheet.runtime.client.policy.SocketPolicy;
import dev.callsheet.runtime.client.transport.ApiKey;
import dev.callsheet.runtime.client.transport.Message;
import dev.callsheet.runtime.client.transport.Message.Purpose;
import dev.callsheet.runtime.client.transport.Transport;
import dev.callsheet.runtime.client.wire.ItemState;
import dev.callsheet.runtime.client.wire.Reply;
import dev.callsheet.runtime.client.wire.Reply.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The API over WebSocket, with HTTP behind it: for as long as the socket cannot be had, and for
 * every message that got no clear answer over it. It is to be used on the loop.
 */
public final class SocketTransport implements Transport {
  private static final int WIDTH = 512;
  private static final int UNAUTHORIZED = 401;
  private static final Duration ANSWER_TO_POLL = Duration.ofSeconds(10);

  private record Queued(Message message, CompletableFuture<Reply> reply) {}

  private final Transport http;
  private final Session session;
  private final Correspondence correspondence;
  private final SocketPolicy policy;
  private final Loop loop;
  private final List<Queued> queue = new ArrayList<>();
  private Consumer<Answer> ear = news -> {};
  private boolean bringsNews;

  /**
   * A transport over the connections that {@code dialer} makes.
   *
   * @param http where messages go when the socket is of no use; closed with this transport
   * @param timeout the longest wait for the first word on a message
   */
  public SocketTransport(
      Dialer dialer,
      Transport http,
      ApiKey key,
      SocketPolicy policy,
      Duration timeout,
      Loop loop,
      RandomGenerator random) {
    this.http = http;
    this.policy = policy;
    this.loop = loop;
    this.session = new Session(dialer, key, policy, loop, random, new Talk());
    var poll = timeout.compareTo(ANSWER_TO_POLL) < 0 ? timeout : ANSWER_TO_POLL;
    var patience = Map.of(Purpose.SUBMISSION, timeout, Purpose.POLL, poll);
    this.correspondence = new Correspondence(loop, patience, this::tell);
  }

  @Override
  public CompletableFuture<Reply> exchange(Message message) {
    if (correspondence.isUnclear(message) || correspondence.isBusy(message)) {
      return http.exchange(message);
    }
    if (session.isOpen()) {
      return send(message);
    }
    if (session.isPromising()) {
      var queued = new Queued(message, new CompletableFuture<>());
      queue.add(queued);
      session.connect();
      return queued.reply;
    }
    return http.exchange(message);
  }

  private CompletableFuture<Reply> send(Message message) {
    var reply = correspondence.begin(message);
    session.send(new String(message.body(), StandardCharsets.UTF_8));
    return reply;
  }

  @Override
  public int width() {
    return session.isOpen() ? WIDTH : http.width();
  }

  @Override
  public void listen(Consumer<Answer> listener) {
    ear = listener;
  }

  @Override
  public boolean bringsNews() {
    return bringsNews;
  }

  private void tell(Answer news) {
    bringsNews |= news.items().stream().anyMatch(item -> item.state() == ItemState.DELIVERED);
    ear.accept(news);
  }

  private List<Queued> drain() {
    var all = List.copyOf(queue);
    queue.clear();
    return all;
  }

  private static void pass(CompletableFuture<Reply> reply, Queued queued) {
    var unused = reply.thenAccept(queued.reply::complete);
  }

  @Override
  public void close() {
    session.close();
    http.close();
  }

  /** What becomes of messages as the conversation goes on. */
  private final class Talk implements Session.Owner {
    @Override
    public void opened(boolean resumed) {
      if (!resumed) {
        var why = ApiError.local("disconnected", "The server has forgotten the session", null);
        correspondence.abandon(why, loop.now());
      }
      drain().forEach(queued -> pass(send(queued.message), queued));
    }

    @Override
    public void refused(ApiError why) {
      correspondence.abandon(why, loop.now());
      var refusal = new Answer(UNAUTHORIZED, null, List.of(), List.of(why));
      drain().forEach(queued -> queued.reply.complete(refusal));
    }

    /**
     * What is under way may yet be answered, by the session's next connection; but not for long.
     */
    @Override
    public void lost(ApiError why) {
      bringsNews = false;
      var now = loop.now();
      loop.after(policy.replay(), () -> correspondence.abandon(why, now));
      drain().forEach(queued -> pass(http.exchange(queued.message), queued));
    }

    @Override
    public void heard(Answer frame) {
      correspondence.heard(frame);
    }

    @Override
    public void confused(ApiError why) {
      correspondence.abandon(why, loop.now());
    }
  }
}
