package dev.callsheet.runtime.client.transport;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.wire.Reply;
import dev.callsheet.runtime.client.wire.ReplyReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** The API over HTTP: every request is a POST of an array of tasks to one address. */
public final class HttpTransport implements Transport {
  private static final int WIDTH = 32;

  private final URI endpoint;
  private final ApiKey key;
  private final Duration timeout;
  private final Clock clock;
  private final ReplyReader replies;
  private final NetClient net;
  private final Map<Long, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
  private final AtomicLong calls = new AtomicLong();

  /**
   * A transport to one address.
   *
   * @param net what sends; closed with this transport
   * @param timeout the longest time from sending a request to the last byte of its reply
   * @param clock what a date in {@code Retry-After} is compared with
   */
  public HttpTransport(URI endpoint, ApiKey key, NetClient net, Duration timeout, Clock clock) {
    this.endpoint = endpoint;
    this.key = key;
    this.timeout = timeout;
    this.clock = clock;
    this.replies = new ReplyReader(key::hiddenIn);
    this.net = net;
  }

  @Override
  public CompletableFuture<Reply> exchange(Message message) {
    return exchange(BodyPublishers.ofByteArray(message.body()), timeout);
  }

  /**
   * Sends a body that is made while it is sent, such as one with a long video in it.
   *
   * @param limit the longest time from sending the request to the last byte of its reply
   */
  public CompletableFuture<Reply> exchange(BodyPublisher body, Duration limit) {
    CompletableFuture<HttpResponse<byte[]>> call;
    try {
      call = net.http().sendAsync(request(body), BodyHandlers.ofByteArray());
    } catch (RejectedExecutionException closed) {
      return CompletableFuture.completedFuture(noAnswer(closed, limit));
    }
    var number = calls.incrementAndGet();
    underWay.put(number, call);
    return call.copy()
        // A request's own timeout ends with the headers; this one covers a body that stalls, too.
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (response, failure) -> {
              underWay.remove(number);
              if (failure == null) {
                return read(response);
              }
              call.cancel(true);
              return noAnswer(failure, limit);
            });
  }

  @Override
  public int width() {
    return WIDTH;
  }

  private HttpRequest request(BodyPublisher body) {
    return HttpRequest.newBuilder(endpoint)
        .header("Authorization", key.authorization())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("User-Agent", UserAgent.VALUE)
        .POST(body)
        .build();
  }

  private Reply read(HttpResponse<byte[]> response) {
    return replies.read(
        response.statusCode(),
        response.body(),
        RetryAfter.of(response.headers(), clock).orElse(null));
  }

  private Reply noAnswer(Throwable failure, Duration limit) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return new Reply.NoAnswer(error(cause, limit), null);
  }

  private ApiError error(Throwable cause, Duration limit) {
    var host = endpoint.getScheme() + "://" + endpoint.getAuthority();
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      return ApiError.local("connectionFailed", "Cannot connect to " + host, null);
    }
    if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
      return ApiError.local("timeout", "No reply from " + host + " within " + limit, null);
    }
    var detail = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return ApiError.local(
        "disconnected", "Lost the connection to " + host + ": " + key.hiddenIn(detail), null);
  }

  @Override
  public void close() {
    underWay.values().forEach(call -> call.cancel(true));
    net.close();
  }
}
