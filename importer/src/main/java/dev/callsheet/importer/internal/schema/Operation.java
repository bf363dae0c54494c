package dev.callsheet.importer.internal.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An operation of an OpenAPI file that has a body.
 *
 * @param method in lower case, such as {@code post}
 * @param path the address, from the server on
 * @param bodies by their media types, as the file has them
 * @param parameters what its requests have beside a body
 */
record Operation(
    String method, String path, Map<String, SchemaNode> bodies, List<SchemaNode> parameters) {
  private static final Pattern JSON =
      Pattern.compile("(?i)application/(?:json|[^;\\s]+\\+json)\\s*(?:;.*)?");

  /** Those of a file, in its order. */
  static List<Operation> of(SchemaNode root) {
    List<Operation> operations = new ArrayList<>();
    root.members("paths")
        .forEach(
            (path, item) ->
                item.names().forEach(method -> of(path, method, item).ifPresent(operations::add)));
    return operations;
  }

  private static Optional<Operation> of(String path, String method, SchemaNode item) {
    Optional<SchemaNode> body = item.at(method, "requestBody");
    Map<String, SchemaNode> bodies = body.map(each -> each.members("content")).orElse(Map.of());
    if (bodies.isEmpty()) {
      return Optional.empty();
    }
    List<SchemaNode> parameters = new ArrayList<>(item.items("parameters"));
    item.get(method).ifPresent(operation -> parameters.addAll(operation.items("parameters")));
    return Optional.of(new Operation(method, path, bodies, parameters));
  }

  /** The schema of what is JSON, by media types. */
  static Optional<SchemaNode> json(Map<String, SchemaNode> byMediaType) {
    return described(byMediaType).flatMap(body -> body.getValue().get("schema"));
  }

  private static Optional<Map.Entry<String, SchemaNode>> described(
      Map<String, SchemaNode> byMediaType) {
    return byMediaType.entrySet().stream()
        .filter(body -> JSON.matcher(body.getKey()).matches() && body.getValue().has("schema"))
        .findFirst();
  }

  /** The schema of its body as JSON. */
  Optional<SchemaNode> json() {
    return json(bodies);
  }

  /** The media types of its body, but for the one that is read as JSON. */
  List<String> otherMediaTypes() {
    Optional<String> read = described(bodies).map(Map.Entry::getKey);
    return bodies.keySet().stream().filter(type -> !read.equals(Optional.of(type))).toList();
  }

  /** What it is called in findings, such as {@code POST /v1/video}. */
  String name() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }
}
