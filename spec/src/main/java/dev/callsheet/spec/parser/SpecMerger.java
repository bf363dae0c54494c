package dev.callsheet.spec.parser;

import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lays one file over another: keyword by keyword, the later one wins. Lists of required names and
 * of rules are joined; every node keeps the place it came from.
 */
final class SpecMerger {
  private static final Set<String> JOINED_KEYS = Set.of("required", "rules");
  private static final Set<String> KEYS_MERGED_BY_NAME = Set.of("parameters", "properties");

  private SpecMerger() {}

  /** The files laid over each other, the last on top. */
  static YamlNode.Mapping merge(List<YamlNode.Mapping> files) {
    return files.stream().reduce(SpecMerger::mergeSchemas).orElseThrow();
  }

  private static YamlNode.Mapping mergeSchemas(YamlNode.Mapping below, YamlNode.Mapping above) {
    Map<String, YamlNode.Entry> merged = new LinkedHashMap<>(below.entries());
    above
        .entries()
        .forEach((key, entry) -> merged.merge(key, entry, (b, a) -> mergeEntry(key, b, a)));
    return new YamlNode.Mapping(merged, above.location());
  }

  private static YamlNode.Entry mergeEntry(String key, YamlNode.Entry below, YamlNode.Entry above) {
    YamlNode merged = above.value();
    if (JOINED_KEYS.contains(key)
        && below.value() instanceof YamlNode.Sequence first
        && above.value() instanceof YamlNode.Sequence second) {
      merged = joinLists(first, second);
    } else if (KEYS_MERGED_BY_NAME.contains(key)
        && below.value() instanceof YamlNode.Mapping first
        && above.value() instanceof YamlNode.Mapping second) {
      merged = mergeByName(first, second);
    } else if (key.equals("response")
        && below.value() instanceof YamlNode.Mapping first
        && above.value() instanceof YamlNode.Mapping second) {
      merged = mergeSchemas(first, second);
    }
    return new YamlNode.Entry(above.keyLocation(), merged);
  }

  private static YamlNode.Mapping mergeByName(YamlNode.Mapping below, YamlNode.Mapping above) {
    Map<String, YamlNode.Entry> merged = new LinkedHashMap<>(below.entries());
    above.entries().forEach((name, entry) -> merged.merge(name, entry, SpecMerger::mergeParameter));
    return new YamlNode.Mapping(merged, above.location());
  }

  private static YamlNode.Entry mergeParameter(YamlNode.Entry below, YamlNode.Entry above) {
    return below.value() instanceof YamlNode.Mapping first
            && above.value() instanceof YamlNode.Mapping second
        ? new YamlNode.Entry(above.keyLocation(), mergeSchemas(first, second))
        : above;
  }

  private static YamlNode.Sequence joinLists(YamlNode.Sequence below, YamlNode.Sequence above) {
    List<YamlNode> items = new ArrayList<>(below.items());
    for (YamlNode item : above.items()) {
      boolean there =
          item.asText().isPresent() && items.stream().anyMatch(i -> i.json().equals(item.json()));
      if (!there) {
        items.add(item);
      }
    }
    return new YamlNode.Sequence(items, above.location());
  }
}
