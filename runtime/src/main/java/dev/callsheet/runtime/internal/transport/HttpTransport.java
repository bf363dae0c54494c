package dev.callsheet.runtime.internal.transport;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.loop.AsyncFailure;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReplyReader;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** The API over HTTP: every request is a POST of an array of tasks to one address. */
public final class HttpTransport implements Transport {
  private static final int MAX_CONCURRENCY = 32;

  private final URI endpoint;
  private final ApiKey key;
  private final Duration timeout;
  private final Clock clock;
  private final ApiReplyReader replies;
  private final SharedHttpClient net;
  private final Map<Long, CompletableFuture<?>> inFlight = new ConcurrentHashMap<>();
  private final AtomicLong callCounter = new AtomicLong();

  /**
   * A transport to one address.
   *
   * @param net what sends; closed with this transport
   * @param timeout the longest time from sending a request to the last byte of its reply
   * @param clock what a date in {@code Retry-After} is compared with
   */
  public HttpTransport(
      URI endpoint, ApiKey key, SharedHttpClient net, Duration timeout, Clock clock) {
    this.endpoint = endpoint;
    this.key = key;
    this.timeout = timeout;
    this.clock = clock;
    this.replies = new ApiReplyReader(key::redactIn);
    this.net = net;
  }

  @Override
  public CompletableFuture<ApiReply> exchange(TransportRequest message) {
    return exchange(BodyPublishers.ofByteArray(message.body()), timeout);
  }

  /**
   * Sends a body that is made while it is sent, such as one with a long video in it.
   *
   * @param limit the longest time from sending the request to the last byte of its reply
   */
  public CompletableFuture<ApiReply> exchange(BodyPublisher body, Duration limit) {
    CompletableFuture<HttpResponse<byte[]>> call;
    try {
      call = net.http().sendAsync(request(body), BodyHandlers.ofByteArray());
    } catch (RejectedExecutionException closed) {
      return CompletableFuture.completedFuture(toFailure(closed, limit));
    }
    var number = callCounter.incrementAndGet();
    inFlight.put(number, call);
    return call.copy()
        // A request's own timeout ends with the headers; this one covers a body that stalls, too.
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (response, failure) -> {
              inFlight.remove(number);
              if (failure == null) {
                return read(response);
              }
              call.cancel(true);
              return toFailure(failure, limit);
            });
  }

  @Override
  public int maxConcurrency() {
    return MAX_CONCURRENCY;
  }

  private HttpRequest request(BodyPublisher body) {
    return HttpRequest.newBuilder(endpoint)
        .header("Authorization", key.authorizationHeader())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("User-Agent", UserAgent.VALUE)
        .POST(body)
        .build();
  }

  private ApiReply read(HttpResponse<byte[]> response) {
    return replies.read(
        response.statusCode(),
        response.body(),
        RetryAfterHeader.of(response.headers(), clock).orElse(null));
  }

  private ApiReply toFailure(Throwable failure, Duration limit) {
    return new ApiReply.Failure(error(AsyncFailure.cause(failure), limit), null);
  }

  private ApiError error(Throwable cause, Duration limit) {
    var host = endpoint.getScheme() + "://" + endpoint.getAuthority();
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      return ErrorCodes.localError("connectionFailed", "Cannot connect to " + host, null);
    }
    if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
      return ErrorCodes.localError("timeout", "No reply from " + host + " within " + limit, null);
    }
    var detail = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return ErrorCodes.localError(
        "disconnected", "Lost the connection to " + host + ": " + key.redactIn(detail), null);
  }

  @Override
  public void close() {
    inFlight.values().forEach(call -> call.cancel(true));
    net.close();
  }
}
