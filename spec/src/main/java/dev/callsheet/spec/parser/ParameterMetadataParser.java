package dev.callsheet.spec.parser;

import dev.callsheet.spec.model.ParameterMetadata;
import dev.callsheet.spec.source.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what the documentation says of a parameter. */
final class ParameterMetadataParser {
  private final UriParser uris;
  private final DeprecationParser deprecations;

  ParameterMetadataParser(ProblemCollector problems) {
    this.uris = new UriParser(problems);
    this.deprecations = new DeprecationParser(problems);
  }

  ParameterMetadata parse(YamlNode.Mapping schema) {
    return new ParameterMetadata(
        schema.text("description").orElse(""),
        schema.text("unit").orElse(null),
        media(schema).orElse(null),
        schema.text("section").orElse(null),
        schema.text("pairedWith").orElse(null),
        links(schema.items("links")),
        values(schema, "documented"),
        schema.text("note").orElse(null),
        deprecations.parse(schema).orElse(null),
        values(schema, "measured"));
  }

  /** The media of a list are those of its items; of alternative shapes, the first that has any. */
  private static Optional<String> media(YamlNode.Mapping schema) {
    Stream<YamlNode> inner =
        Stream.concat(schema.get("items").stream(), schema.items("oneOf").stream());
    return schema
        .text("media")
        .or(
            () ->
                inner
                    .flatMap(
                        node -> node.asMapping().flatMap(ParameterMetadataParser::media).stream())
                    .findFirst());
  }

  private List<ParameterMetadata.Link> links(List<YamlNode> nodes) {
    return nodes.stream()
        .flatMap(node -> node.asMapping().stream())
        .flatMap(
            link ->
                uris.parse(link, "url").stream()
                    .map(url -> new ParameterMetadata.Link(link.text("title").orElse(""), url)))
        .toList();
  }

  private static Map<String, JsonNode> values(YamlNode.Mapping schema, String key) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    schema
        .mapping(key)
        .ifPresent(
            mapping ->
                mapping.entries().forEach((name, entry) -> values.put(name, entry.value().json())));
    return values;
  }
}
