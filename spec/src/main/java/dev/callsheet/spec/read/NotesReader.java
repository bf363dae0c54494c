package dev.callsheet.spec.read;

import dev.callsheet.spec.model.Notes;
import dev.callsheet.spec.source.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what the documentation says of a parameter. */
final class NotesReader {
  private final UriReader uris;

  NotesReader(Problems problems) {
    this.uris = new UriReader(problems);
  }

  Notes read(Node.Mapping schema) {
    return new Notes(
        schema.text("description").orElse(""),
        schema.text("unit").orElse(null),
        media(schema).orElse(null),
        schema.text("section").orElse(null),
        schema.text("pairedWith").orElse(null),
        links(schema.items("links")),
        values(schema, "documented"),
        schema.text("note").orElse(null),
        values(schema, "measured"));
  }

  /** The media of a list are those of its items; of alternative shapes, the first that has any. */
  private static Optional<String> media(Node.Mapping schema) {
    Stream<Node> inner =
        Stream.concat(schema.get("items").stream(), schema.items("oneOf").stream());
    return schema
        .text("media")
        .or(
            () ->
                inner
                    .flatMap(node -> node.asMapping().flatMap(NotesReader::media).stream())
                    .findFirst());
  }

  private List<Notes.Link> links(List<Node> nodes) {
    return nodes.stream()
        .flatMap(node -> node.asMapping().stream())
        .flatMap(
            link ->
                uris.read(link, "url").stream()
                    .map(url -> new Notes.Link(link.text("title").orElse(""), url)))
        .toList();
  }

  private static Map<String, JsonNode> values(Node.Mapping schema, String key) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    schema
        .mapping(key)
        .ifPresent(
            mapping ->
                mapping.entries().forEach((name, entry) -> values.put(name, entry.value().json())));
    return values;
  }
}
