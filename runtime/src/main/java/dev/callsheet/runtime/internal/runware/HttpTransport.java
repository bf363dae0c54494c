package dev.callsheet.runtime.internal.runware;

import dev.callsheet.runtime.client.policy.ResponseLimits;
import dev.callsheet.runtime.internal.transport.ApiKey;
import dev.callsheet.runtime.internal.transport.HttpReply;
import dev.callsheet.runtime.internal.transport.HttpSender;
import dev.callsheet.runtime.internal.transport.RetryAfterHeader;
import dev.callsheet.runtime.internal.transport.SharedHttpClient;
import dev.callsheet.runtime.internal.transport.Transport;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.transport.UserAgent;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ApiReplyReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The API over HTTP: every request is a POST of an array of tasks to one address. */
public final class HttpTransport implements Transport {
  private static final int MAX_CONCURRENCY = 32;

  private final URI endpoint;
  private final ApiKey key;
  private final Duration timeout;
  private final Clock clock;
  private final ApiReplyReader replies;
  private final HttpSender sender;

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
    this.clock = clock;
    this.replies = new ApiReplyReader(key::redactIn, limits.messageLength());
    this.sender = new HttpSender(net, limits, key::redactIn);
  }

  @Override
  public CompletableFuture<ApiReply> exchange(TransportRequest message) {
    return exchange(BodyPublishers.ofByteArray(TaskMessages.body(message)), timeout);
  }

  /**
   * Sends a body that is made while it is sent, such as one with a long video in it.
   *
   * @param limit the longest time from sending the request to the last byte of its reply
   */
  public CompletableFuture<ApiReply> exchange(BodyPublisher body, Duration limit) {
    return sender.send(request(body), limit).thenApply(this::read);
  }

  @Override
  public int maxConcurrency() {
    return MAX_CONCURRENCY;
  }

  private HttpRequest request(BodyPublisher body) {
    return HttpRequest.newBuilder(endpoint)
        .header("Authorization", key.in("Bearer {key}"))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("Accept-Encoding", "identity")
        .header("User-Agent", UserAgent.VALUE)
        .POST(body)
        .build();
  }

  private ApiReply read(HttpReply reply) {
    if (reply instanceof HttpReply.Failed failed) {
      return new ApiReply.Failure(failed.error(), null);
    }
    var received = (HttpReply.Received) reply;
    return replies.read(
        received.status(),
        received.body(),
        RetryAfterHeader.of(received.headers(), clock).orElse(null));
  }

  @Override
  public void close() {
    sender.close();
  }
}
