package dev.callsheet.spec.read;

import dev.callsheet.spec.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lays one file over another: keyword by keyword, the later one wins. Lists of required names and
 * of rules are joined; every node keeps the place it came from.
 */
final class Merge {
  private static final Set<String> JOINED = Set.of("required", "rules");
  private static final Set<String> BY_NAME = Set.of("parameters", "properties");

  private Merge() {}

  /** The files laid over each other, the last on top. */
  static Node.Mapping files(List<Node.Mapping> files) {
    return files.stream().reduce(Merge::schemas).orElseThrow();
  }

  private static Node.Mapping schemas(Node.Mapping below, Node.Mapping above) {
    Map<String, Node.Entry> merged = new LinkedHashMap<>(below.entries());
    above.entries().forEach((key, entry) -> merged.merge(key, entry, (b, a) -> keyword(key, b, a)));
    return new Node.Mapping(merged, above.location());
  }

  private static Node.Entry keyword(String key, Node.Entry below, Node.Entry above) {
    Node merged = above.value();
    if (JOINED.contains(key)
        && below.value() instanceof Node.Sequence first
        && above.value() instanceof Node.Sequence second) {
      merged = joined(first, second);
    } else if (BY_NAME.contains(key)
        && below.value() instanceof Node.Mapping first
        && above.value() instanceof Node.Mapping second) {
      merged = named(first, second);
    } else if (key.equals("response")
        && below.value() instanceof Node.Mapping first
        && above.value() instanceof Node.Mapping second) {
      merged = schemas(first, second);
    }
    return new Node.Entry(above.keyLocation(), merged);
  }

  private static Node.Mapping named(Node.Mapping below, Node.Mapping above) {
    Map<String, Node.Entry> merged = new LinkedHashMap<>(below.entries());
    above.entries().forEach((name, entry) -> merged.merge(name, entry, Merge::parameter));
    return new Node.Mapping(merged, above.location());
  }

  private static Node.Entry parameter(Node.Entry below, Node.Entry above) {
    return below.value() instanceof Node.Mapping first
            && above.value() instanceof Node.Mapping second
        ? new Node.Entry(above.keyLocation(), schemas(first, second))
        : above;
  }

  private static Node.Sequence joined(Node.Sequence below, Node.Sequence above) {
    List<Node> items = new ArrayList<>(below.items());
    for (Node item : above.items()) {
      boolean there =
          item.asText().isPresent() && items.stream().anyMatch(i -> i.json().equals(item.json()));
      if (!there) {
        items.add(item);
      }
    }
    return new Node.Sequence(items, above.location());
  }
}
