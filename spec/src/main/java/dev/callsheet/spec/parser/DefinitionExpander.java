package dev.callsheet.spec.parser;

import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes out shapes that are described once, under {@code $defs}, and referred to by {@code $ref:
 * '#/$defs/NAME'}. Keywords beside a reference override those of the definition one by one.
 *
 * <p>A spec grows by it no further than to {@link #MAX_SHAPES} shapes: definitions that double each
 * other would be without end.
 */
final class DefinitionExpander {
  private static final int MAX_SHAPES = 50_000;
  private static final String PREFIX = "#/$defs/";
  private static final Set<String> MAPS_OF_SHAPES = Set.of("parameters", "properties");
  private static final Set<String> SHAPES =
      Set.of("items", "contains", "oneOf", "additionalProperties");

  private final YamlNode.Mapping definitions;
  private final ProblemCollector problems;
  private final Deque<String> open = new ArrayDeque<>();
  private int shapes;

  private DefinitionExpander(YamlNode.Mapping definitions, ProblemCollector problems) {
    this.definitions = definitions;
    this.problems = problems;
  }

  /** The spec without references. */
  static YamlNode.Mapping expand(YamlNode.Mapping spec, ProblemCollector problems) {
    return new DefinitionExpander(spec.mappingOrEmpty("$defs"), problems).spec(spec);
  }

  private YamlNode.Mapping spec(YamlNode.Mapping spec) {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>(spec.entries());
    entries.computeIfPresent("parameters", (key, entry) -> mapOfShapes(entry));
    entries.computeIfPresent(
        "response",
        (key, entry) ->
            entry.value() instanceof YamlNode.Mapping response
                ? new YamlNode.Entry(entry.keyLocation(), shape(response))
                : entry);
    return new YamlNode.Mapping(entries, spec.location());
  }

  private YamlNode.Entry mapOfShapes(YamlNode.Entry entry) {
    if (!(entry.value() instanceof YamlNode.Mapping members)) {
      return entry;
    }
    Map<String, YamlNode.Entry> expanded = new LinkedHashMap<>();
    members
        .entries()
        .forEach(
            (name, member) ->
                expanded.put(name, new YamlNode.Entry(member.keyLocation(), any(member.value()))));
    return new YamlNode.Entry(
        entry.keyLocation(), new YamlNode.Mapping(expanded, members.location()));
  }

  private YamlNode any(YamlNode node) {
    if (node instanceof YamlNode.Mapping shape) {
      return shape(shape);
    }
    if (node instanceof YamlNode.Sequence list) {
      List<YamlNode> items = new ArrayList<>();
      list.items().forEach(item -> items.add(any(item)));
      return new YamlNode.Sequence(items, list.location());
    }
    return node;
  }

  private YamlNode.Mapping shape(YamlNode.Mapping shape) {
    if (++shapes > MAX_SHAPES) {
      problems.report(
          shape.location(),
          "with its definitions written out, the spec has more than " + MAX_SHAPES + " shapes");
      return YamlNode.Mapping.empty(shape.location());
    }
    YamlNode reference = shape.get("$ref").orElse(null);
    if (reference != null) {
      return referred(shape, reference);
    }
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    shape
        .entries()
        .forEach(
            (key, entry) -> {
              if (MAPS_OF_SHAPES.contains(key)) {
                entries.put(key, mapOfShapes(entry));
              } else if (SHAPES.contains(key)) {
                entries.put(key, new YamlNode.Entry(entry.keyLocation(), any(entry.value())));
              } else {
                entries.put(key, entry);
              }
            });
    return new YamlNode.Mapping(entries, shape.location());
  }

  private YamlNode.Mapping referred(YamlNode.Mapping shape, YamlNode reference) {
    YamlNode.Mapping own = shape.without(Set.of("$ref"));
    String name = name(reference);
    YamlNode.Mapping definition = definitions.mapping(name).orElse(null);
    if (name.isEmpty() || problems.hasProblemAt(reference.location())) {
      return shape; // not a reference; reported by the meta-schema
    }
    if (definition == null) {
      problems.report(
          reference.location(),
          "there is no `"
              + name
              + "` under `$defs`"
              + SpellingSuggestion.hint(name, definitions.entries().keySet()));
      return shape;
    }
    if (open.contains(name)) {
      problems.report(
          reference.location(),
          "`" + name + "` contains itself: " + String.join(" -> ", open) + " -> " + name);
      return shape;
    }
    open.addLast(name);
    YamlNode.Mapping expanded = shape(SpecMerger.merge(definition, own));
    open.removeLast();
    return expanded;
  }

  private static String name(YamlNode reference) {
    return reference
        .asText()
        .filter(text -> text.startsWith(PREFIX))
        .map(text -> text.substring(PREFIX.length()))
        .orElse("");
  }
}
