package dev.callsheet.cli.verify;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.policy.ResponseLimits;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.transport.ApiKey;
import dev.callsheet.runtime.internal.transport.HttpReply;
import dev.callsheet.runtime.internal.transport.HttpSender;
import dev.callsheet.runtime.internal.transport.RetryAfterHeader;
import dev.callsheet.runtime.internal.transport.SharedHttpClient;
import dev.callsheet.runtime.internal.transport.UserAgent;
import dev.callsheet.runtime.protocol.DryRun;
import dev.callsheet.runtime.protocol.Locator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * Sends requests as dry runs. Only a reply about the request counts; where the platform says that
 * it is busy, it is asked again, and any other reply ends the comparison.
 */
public final class DryRunClient implements AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 5;
  private static final Set<Integer> BUSY = Set.of(429, 503, 504);
  private static final Set<Integer> REFUSED = Set.of(400, 409, 422);
  private static final int MESSAGE_LENGTH = 500;

  private final DryRun dryRun;
  private final URI endpoint;
  private final ApiKey key;
  private final Consumer<Duration> pause;
  private final HttpSender sender;

  /**
   * A client.
   *
   * @param chosen the address that the user named; that of the platform where it is empty
   * @param pause waits so long
   * @throws UserErrorException when the address is not known to do dry runs, or the key cannot be
   *     one
   */
  public DryRunClient(DryRun dryRun, Optional<URI> chosen, String key, Consumer<Duration> pause) {
    this.dryRun = dryRun;
    this.endpoint = DryRunEndpoint.of(dryRun, chosen);
    this.pause = pause;
    try {
      this.key = new ApiKey(key);
    } catch (ConfigurationException wrong) {
      throw new UserErrorException(dryRun.key().variable() + ": " + wrong.getMessage(), wrong);
    }
    this.sender =
        new HttpSender(
            SharedHttpClient.of(endpoint, TIMEOUT), ResponseLimits.standard(), this.key::redactIn);
  }

  /** Where requests go. */
  public URI endpoint() {
    return endpoint;
  }

  /**
   * What the platform says of a request.
   *
   * @throws UserErrorException when it says nothing of it, or accepts it without saying what it
   *     would cost: then nobody knows whether it was a dry run
   */
  public DryRunReply send(JsonNode request) {
    HttpReply.Received reply = receive(request);
    JsonNode body = body(reply);
    List<JsonNode> errors = dryRun.errors().at().in(body);
    boolean isAccepted = reply.status() / 100 == 2 && errors.isEmpty();
    if (isAccepted) {
      return dryRun.cost().in(body).stream()
          .filter(JsonNode::isNumber)
          .findFirst()
          .<DryRunReply>map(cost -> new DryRunReply.Accepted(cost.decimalValue(), body))
          .orElseThrow(
              () ->
                  stopped(
                      "a request was accepted, and the reply does not say what it would cost ("
                          + dryRun.cost()
                          + "), so it may have been executed",
                      reply));
    }
    if (errors.isEmpty() || !(REFUSED.contains(reply.status()) || reply.status() / 100 == 2)) {
      throw stopped("HTTP " + reply.status() + " says nothing of the request", reply);
    }
    return new DryRunReply.Refused(
        errors.stream().flatMap(this::parameters).distinct().toList(),
        text(errors.get(0), dryRun.errors().message()).findFirst().orElse("no reason is given"));
  }

  private HttpReply.Received receive(JsonNode request) {
    Duration wait = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      HttpReply reply = sender.send(httpRequest(request), TIMEOUT).join();
      if (reply instanceof HttpReply.Failed failed) {
        throw new UserErrorException("stopped: " + failed.error().message());
      }
      HttpReply.Received received = (HttpReply.Received) reply;
      if (!BUSY.contains(received.status()) || attempt == ATTEMPTS) {
        return received;
      }
      pause.accept(RetryAfterHeader.of(received.headers(), Clock.systemUTC()).orElse(wait));
      wait = wait.multipliedBy(2);
    }
  }

  private HttpRequest httpRequest(JsonNode request) {
    JsonNode body = dryRun.inList() ? JsonNodeFactory.instance.arrayNode().add(request) : request;
    HttpRequest.Builder post =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("User-Agent", UserAgent.VALUE)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(body.toString()));
    dryRun.headers().forEach(post::header);
    return post.header(dryRun.key().header(), key.in(dryRun.key().value())).build();
  }

  private static JsonNode body(HttpReply.Received reply) {
    try {
      return JSON.readTree(reply.body());
    } catch (JacksonException unreadable) {
      return MissingNode.getInstance();
    }
  }

  private Stream<String> parameters(JsonNode error) {
    Locator place = dryRun.errors().parameter();
    return place == null
        ? Stream.empty()
        : place.in(error).stream()
            .flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node))
            .filter(JsonNode::isString)
            .map(JsonNode::asString);
  }

  private Stream<String> text(JsonNode error, Locator place) {
    return place.in(error).stream()
        .filter(JsonNode::isString)
        .map(node -> DisplayText.line(key.redactIn(node.asString()), MESSAGE_LENGTH));
  }

  private UserErrorException stopped(String reason, HttpReply.Received reply) {
    String body = new String(reply.body(), StandardCharsets.UTF_8);
    return new UserErrorException(
        "stopped: "
            + reason
            + "; the reply is: "
            + DisplayText.line(key.redactIn(body), MESSAGE_LENGTH));
  }

  @Override
  public void close() {
    sender.close();
  }
}
