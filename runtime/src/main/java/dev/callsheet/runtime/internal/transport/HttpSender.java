package dev.callsheet.runtime.internal.transport;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.policy.ResponseLimits;
import dev.callsheet.runtime.internal.loop.AsyncFailure;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Sends HTTP requests, and takes no more of a reply than the limits allow, in no more time than it
 * is given.
 */
public final class HttpSender implements AutoCloseable {
  /** What is too large, in messages. */
  static final String REPLY = "The reply";

  private final SharedHttpClient net;
  private final ResponseLimits limits;
  private final UnaryOperator<String> hiding;
  private final Map<Long, CompletableFuture<?>> inFlight = new ConcurrentHashMap<>();
  private final AtomicLong callCounter = new AtomicLong();

  /**
   * A sender.
   *
   * @param net closed with this
   * @param hiding takes secrets out of a text
   */
  public HttpSender(SharedHttpClient net, ResponseLimits limits, UnaryOperator<String> hiding) {
    this.net = net;
    this.limits = limits;
    this.hiding = hiding;
  }

  /**
   * Sends a request; never completes exceptionally.
   *
   * @param limit the longest time from sending the request to the last byte of its reply
   */
  public CompletableFuture<HttpReply> send(HttpRequest request, Duration limit) {
    CompletableFuture<HttpResponse<byte[]>> call;
    try {
      call =
          net.http()
              .sendAsync(request, BoundedBody.handler(limits.headerSize(), limits.replySize()));
    } catch (RuntimeException closed) {
      return CompletableFuture.completedFuture(toFailure(closed, request.uri(), limit));
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
                return received(response, limit);
              }
              call.cancel(true);
              return toFailure(failure, request.uri(), limit);
            })
        .exceptionally(failure -> toFailure(failure, request.uri(), limit));
  }

  private HttpReply received(HttpResponse<byte[]> response, Duration limit) {
    try {
      return new HttpReply.Received(response.statusCode(), response.headers(), body(response));
    } catch (ResponseTooLargeException inflated) {
      return toFailure(inflated, response.uri(), limit);
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

  private HttpReply toFailure(Throwable failure, URI address, Duration limit) {
    return new HttpReply.Failed(error(AsyncFailure.cause(failure), address, limit));
  }

  private ApiError error(Throwable cause, URI address, Duration limit) {
    var host = address.getScheme() + "://" + address.getAuthority();
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
            + DisplayText.line(hiding.apply(detail), limits.messageLength()),
        null);
  }

  /** Cancels what is in flight. */
  @Override
  public void close() {
    inFlight.values().forEach(call -> call.cancel(true));
    net.close();
  }
}
