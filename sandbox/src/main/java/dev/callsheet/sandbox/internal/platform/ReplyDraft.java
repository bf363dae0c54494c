package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.runtime.internal.platform.PlatformReply;
import dev.callsheet.runtime.protocol.Condition;
import dev.callsheet.runtime.protocol.Locator;
import dev.callsheet.sandbox.internal.http.PreparedHttpReply;
import dev.callsheet.sandbox.internal.media.HostedMediaContent;
import java.net.http.HttpHeaders;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reply while it is written. What a locator or a condition would look for is put where they look
 * for it.
 */
final class ReplyDraft {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String ITEM = "*";
  private static final String ANY_DEPTH = "**";

  private int status;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ObjectNode body = JSON.objectNode();
  private @Nullable Bytes bytes;

  /**
   * A body that is media.
   *
   * @param member which stands for it, as a client reads the reply
   */
  private record Bytes(String member, HostedMediaContent media) {}

  ReplyDraft(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  ReplyDraft withStatus(int newStatus) {
    this.status = newStatus;
    return this;
  }

  ReplyDraft withHeader(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Makes media the body, in place of JSON. */
  ReplyDraft withBytes(String member, HostedMediaContent media) {
    bytes = new Bytes(member, media);
    return this;
  }

  /** Puts a text where a locator finds it. */
  ReplyDraft put(Locator place, String text) {
    return put(place, JSON.stringNode(text));
  }

  /** Puts a value where a locator finds it. */
  ReplyDraft put(Locator place, JsonNode value) {
    return put(place, 0, value);
  }

  /**
   * Puts a value where a locator finds it among others.
   *
   * @param item its place in the list that the last {@code *} of the locator stands for
   */
  ReplyDraft put(Locator place, int item, JsonNode value) {
    place
        .header()
        .ifPresentOrElse(
            name -> headers.put(name, value.asString("")), () -> put(body, place, item, value));
    return this;
  }

  /** The same in any object. */
  static void put(ObjectNode object, Locator place, int item, JsonNode value) {
    List<String> steps = place.steps().stream().filter(step -> !step.equals(ANY_DEPTH)).toList();
    if (steps.isEmpty()) {
      value.properties().forEach(member -> object.set(member.getKey(), member.getValue()));
      return;
    }
    JsonPointer owner = JsonPointer.empty();
    for (int i = 0; i < steps.size() - 1; i++) {
      int index = steps.lastIndexOf(ITEM) == i ? item : 0;
      owner =
          steps.get(i).equals(ITEM)
              ? owner.appendIndex(index)
              : owner.appendProperty(unescaped(steps.get(i)));
    }
    String last = steps.get(steps.size() - 1);
    if (last.equals(ITEM)) {
      object.withArray(owner).add(value);
    } else {
      (owner.matches() ? object : object.withObject(owner)).set(unescaped(last), value);
    }
  }

  private static String unescaped(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }

  /** Makes a condition hold, with the status there is if that will do. */
  ReplyDraft satisfy(Condition condition) {
    if (!condition.allowsStatus(status)) {
      status = Statuses.any(condition.status());
    }
    if (condition.at() != null) {
      put(condition.at(), value(condition.oneOf().get(0)));
    }
    if (condition.has() != null && read().text(condition.has()).isEmpty()) {
      put(condition.has(), "true");
    }
    return this;
  }

  /** A condition compares texts; where it means a truth value, one is written. */
  private static JsonNode value(String text) {
    return text.equals("true") || text.equals("false")
        ? JSON.booleanNode(Boolean.parseBoolean(text))
        : JSON.stringNode(text);
  }

  ObjectNode body() {
    return body;
  }

  /** As a client reads it. */
  PlatformReply read() {
    return new PlatformReply(
        status,
        HttpHeaders.of(
            headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
            (name, value) -> true),
        bytes == null ? body : JSON.objectNode().put(bytes.member(), dataUri(bytes.media())));
  }

  private static String dataUri(HostedMediaContent media) {
    return "data:"
        + media.mediaType()
        + ";base64,"
        + Base64.getEncoder().encodeToString(media.bytes());
  }

  /** As it is sent. */
  PreparedHttpReply toReply() {
    PreparedHttpReply reply =
        bytes == null
            ? PreparedHttpReply.json(status, body)
            : new PreparedHttpReply(
                status, Map.of(), bytes.media().mediaType(), bytes.media().bytes());
    for (Map.Entry<String, String> header : headers.entrySet()) {
      reply = reply.withHeader(header.getKey(), header.getValue());
    }
    return reply;
  }
}
