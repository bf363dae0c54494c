package dev.callsheet.spec.read;

import dev.callsheet.spec.source.Node;
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
  static Node.Mapping applied(Node.Mapping spec) {
    List<String> names = spec.texts("order");
    if (names.isEmpty()) {
      return spec;
    }
    DocumentedOrder order = new DocumentedOrder(names);
    return with(
        with(spec, "parameters", order::sorted),
        "response",
        response -> with(response, "properties", order::sorted));
  }

  private static Node.Mapping with(
      Node.Mapping mapping, String key, UnaryOperator<Node.Mapping> change) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>(mapping.entries());
    entries.computeIfPresent(
        key,
        (name, entry) ->
            entry.value() instanceof Node.Mapping value
                ? new Node.Entry(entry.keyLocation(), change.apply(value))
                : entry);
    return new Node.Mapping(entries, mapping.location());
  }

  private Node.Mapping sorted(Node.Mapping parameters) {
    List<Map.Entry<String, Node.Entry>> entries = new ArrayList<>(parameters.entries().entrySet());
    entries.sort(Comparator.comparingInt(entry -> rank(entry.getKey())));
    Map<String, Node.Entry> sorted = new LinkedHashMap<>();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return new Node.Mapping(sorted, parameters.location());
  }

  private int rank(String name) {
    int place = names.indexOf(name);
    if (place < 0) {
      place = names.indexOf(OTHERS);
    }
    return place < 0 ? names.size() : place;
  }
}
