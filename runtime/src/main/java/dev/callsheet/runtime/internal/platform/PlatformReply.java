package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.protocol.Condition;
import dev.callsheet.runtime.protocol.Locator;
import dev.callsheet.runtime.protocol.PlatformProtocol.StateRule;
import dev.callsheet.runtime.protocol.RemoteState;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A reply as far as descriptions look at it, or a request's body, which has no status.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param body its JSON; missing where it is something else
 */
public record PlatformReply(int status, HttpHeaders headers, JsonNode body) {
  private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

  /** The body of a request, to ask the same of it as of replies. */
  public static PlatformReply ofBody(JsonNode body) {
    return new PlatformReply(0, NO_HEADERS, body);
  }

  /** A part of this reply. */
  public PlatformReply part(JsonNode inner) {
    return new PlatformReply(status, headers, inner);
  }

  boolean isReadable() {
    return !(body instanceof MissingNode);
  }

  /** The values that stand there. */
  public List<JsonNode> nodes(Locator locator) {
    return locator.in(body);
  }

  /** The first text, number or truth value that stands there, as text. */
  public Optional<String> text(Locator locator) {
    return locator
        .header()
        .map(name -> headers.firstValue(name).stream())
        .orElseGet(
            () ->
                nodes(locator).stream()
                    .filter(node -> node.isValueNode() && !node.isNull())
                    .map(JsonNode::asString))
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /** Whether a condition holds of it. */
  public boolean matches(Condition condition) {
    var has = condition.has();
    var at = condition.at();
    return condition.allowsStatus(status)
        && (has == null || isPresent(has))
        && (at == null || texts(at).anyMatch(condition.oneOf()::contains));
  }

  private boolean isPresent(Locator locator) {
    return locator.header().isPresent()
        ? text(locator).isPresent()
        : nodes(locator).stream().anyMatch(node -> !node.isNull());
  }

  private Stream<String> texts(Locator locator) {
    return locator.header().isPresent()
        ? text(locator).stream()
        : nodes(locator).stream().filter(JsonNode::isValueNode).map(JsonNode::asString);
  }

  /** The state that the first rule which holds says; empty where none does. */
  public Optional<RemoteState> state(List<StateRule> rules) {
    return rules.stream().filter(rule -> matches(rule.condition())).map(StateRule::is).findFirst();
  }

  /** Whether its status is among those named. */
  public boolean isStatus(List<String> patterns) {
    return patterns.stream().anyMatch(pattern -> Condition.matches(pattern, status));
  }
}
