package dev.callsheet.runtime.internal.transport;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.policy.ResponseLimits;
import dev.callsheet.runtime.internal.loop.AsyncFailure;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReplyReader;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** The API over HTTP: every request is a POST of an array of tasks to one address. */
public final class HttpTransport implements Transport {
  /** What is too large, in messages. */
  static final String REPLY = "The reply";

  private static final int MAX_CONCURRENCY = 32;

  private final URI endpoint;
  private final ApiKey key;
  private final Duration timeout;
  private final Clock clock;
  private final ResponseLimits limits;
  private final ApiReplyReader replies;
  private final SharedHttpClient net;
  private final Map<Long, CompletableFuture<?>> inFlight = new ConcurrentHashMap<>();
  private final AtomicLong callCounter = new AtomicLong();

  /**
   * A transport to one address.
   *
   * @param net what sends; closed with this transport
   * @param timeout the longest time from sending a request to the last byte of its reply
   * @param limits how much is taken of a reply
   * @param clock what a date in {@code Retry-After} is compared with
   */
  public HttpTransport(
      URI endpoint,
      ApiKey key,
      SharedHttpClient net,
      Duration timeout,
      ResponseLimits limits,
      Clock clock) {
    this.endpoint = endpoint;
    this.key = key;
    this.timeout = timeout;
    this.limits = limits;
    this.clock = clock;
    this.replies = new ApiReplyReader(key::redactIn, limits.messageLength());
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
      call =
          net.http()
              .sendAsync(
                  request(body), BoundedBody.handler(limits.headerSize(), limits.replySize()));
    } catch (RuntimeException closed) {
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
                return read(response, limit);
              }
              call.cancel(true);
              return toFailure(failure, limit);
            })
        .exceptionally(failure -> toFailure(failure, limit));
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
        .header("Accept-Encoding", "identity")
        .header("User-Agent", UserAgent.VALUE)
        .POST(body)
        .build();
  }

  private ApiReply read(HttpResponse<byte[]> response, Duration limit) {
    try {
      return replies.read(
          response.statusCode(),
          body(response),
          RetryAfterHeader.of(response.headers(), clock).orElse(null));
    } catch (ResponseTooLargeException inflated) {
      return toFailure(inflated, limit);
    }
  }

  private byte[] body(HttpResponse<byte[]> response) throws ResponseTooLargeException {
    var codings = ContentCodings.of(response.headers());
    return codings.isEmpty() ? response.body() : decoded(response.body(), codings);
  }

  private byte[] decoded(byte[] sent, ContentCodings codings) throws ResponseTooLargeException {
    byte[] decoded;
    try (var body = codings.undo(new ByteArrayInputStream(sent))) {
      decoded = body.readNBytes(limits.replySize());
      if (body.read() < 0) {
        return decoded;
      }
    } catch (IOException notDecodable) {
      return sent; // to be found unreadable
    }
    throw new ResponseTooLargeException(REPLY, limits.replySize(), "bytes");
  }

  private ApiReply toFailure(Throwable failure, Duration limit) {
    return new ApiReply.Failure(error(AsyncFailure.cause(failure), limit), null);
  }

  private ApiError error(Throwable cause, Duration limit) {
    var host = endpoint.getScheme() + "://" + endpoint.getAuthority();
    if (cause instanceof ResponseTooLargeException) {
      return ErrorCodes.localError(
          ErrorCodes.TOO_LARGE, cause.getMessage() + ", from " + host, null);
    }
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      return ErrorCodes.localError("connectionFailed", "Cannot connect to " + host, null);
    }
    if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
      return ErrorCodes.localError("timeout", "No reply from " + host + " within " + limit, null);
    }
    var detail = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return ErrorCodes.localError(
        "disconnected",
        "Lost the connection to "
            + host
            + ": "
            + DisplayText.line(key.redactIn(detail), limits.messageLength()),
        null);
  }

  @Override
  public void close() {
    inFlight.values().forEach(call -> call.cancel(true));
    net.close();
  }
}
