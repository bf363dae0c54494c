package dev.callsheet.spec.parser;

import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Puts a merged spec's parameters, and the fields of its result, into the order in which the
 * documentation shows them: that of the names under {@code order}, with {@code *} for all others.
 * Without a {@code *} the others come last.
 */
final class DocumentedOrder {
  private static final String OTHERS = "*";

  private final List<String> names;

  private DocumentedOrder(List<String> names) {
    this.names = names;
  }

  /** The spec in its own {@code order}; as it is when it has none. */
  static YamlNode.Mapping apply(YamlNode.Mapping spec) {
    List<String> names = spec.texts("order");
    if (names.isEmpty()) {
      return spec;
    }
    DocumentedOrder order = new DocumentedOrder(names);
    return withChangedEntry(
        withChangedEntry(spec, "parameters", order::sorted),
        "response",
        response -> withChangedEntry(response, "properties", order::sorted));
  }

  private static YamlNode.Mapping withChangedEntry(
      YamlNode.Mapping mapping, String key, UnaryOperator<YamlNode.Mapping> change) {
    return mapping
        .mapping(key)
        .map(value -> mapping.with(key, change.apply(value)))
        .orElse(mapping);
  }

  private YamlNode.Mapping sorted(YamlNode.Mapping parameters) {
    List<Map.Entry<String, YamlNode.Entry>> entries =
        new ArrayList<>(parameters.entries().entrySet());
    entries.sort(Comparator.comparingInt(entry -> rank(entry.getKey())));
    Map<String, YamlNode.Entry> sorted = new LinkedHashMap<>();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return new YamlNode.Mapping(sorted, parameters.location());
  }

  private int rank(String name) {
    int place = names.indexOf(name);
    if (place < 0) {
      place = names.indexOf(OTHERS);
    }
    return place < 0 ? names.size() : place;
  }
}
