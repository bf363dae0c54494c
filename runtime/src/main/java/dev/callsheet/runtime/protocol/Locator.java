package dev.callsheet.runtime.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Where something stands in a reply: a JSON pointer (RFC 6901) into its body, or {@code header} and
 * the name of a header. In a pointer, {@code *} stands for every item or member at its place, and
 * {@code **} for the value at its place and everything in it, at any depth.
 *
 * @param text such as {@code /urls/get}, {@code /detail/*} or {@code header X-Request-Id}; empty
 *     for the whole body
 */
public record Locator(@JsonValue String text) {
  /** What a locator looks like. */
  public static final Pattern SYNTAX =
      Pattern.compile("(/([^/~]|~[01])*)*|header [!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** The whole body. */
  public static final Locator BODY = new Locator("");

  /** Of one reply no more is looked at than that. */
  private static final int MAX_NODES = 10_000;

  private static final String HEADER = "header ";

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException if it is no locator
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Locator {
    if (!SYNTAX.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "A locator is a JSON pointer or `header NAME`, not `" + text + "`");
    }
  }

  /** The name of the header that it means; empty where it is a pointer. */
  public Optional<String> header() {
    return text.startsWith(HEADER)
        ? Optional.of(text.substring(HEADER.length()))
        : Optional.empty();
  }

  /** The values that stand there, in the order of the text; none where it means a header. */
  public List<JsonNode> in(JsonNode body) {
    if (header().isPresent()) {
      return List.of();
    }
    var found = List.of(body);
    for (var step : steps()) {
      var next = new ArrayList<JsonNode>();
      for (var node : found) {
        add(node, step, next);
      }
      found = next;
    }
    return found.stream().filter(node -> !node.isMissingNode()).toList();
  }

  /** The name of the last step; empty where it is the whole body. */
  public String lastName() {
    var steps = steps();
    return steps.isEmpty() ? "" : steps.get(steps.size() - 1);
  }

  /** The steps of a pointer, as they are written; none for the whole body. */
  public List<String> steps() {
    return text.isEmpty() ? List.of() : List.of(text.substring(1).split("/", -1));
  }

  private static void add(JsonNode node, String step, List<JsonNode> found) {
    if (found.size() >= MAX_NODES) {
      return;
    }
    switch (step) {
      case "*" -> node.valueStream().forEach(found::add);
      case "**" -> {
        found.add(node);
        node.valueStream().forEach(child -> add(child, step, found));
      }
      default -> found.add(child(node, step.replace("~1", "/").replace("~0", "~")));
    }
  }

  private static JsonNode child(JsonNode node, String name) {
    return node.isArray() && name.matches("\\d{1,9}")
        ? node.path(Integer.parseInt(name))
        : node.path(name);
  }

  @Override
  public String toString() {
    return text;
  }
}
