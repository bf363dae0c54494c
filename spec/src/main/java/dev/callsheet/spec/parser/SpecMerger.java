package dev.callsheet.spec.parser;

import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges a file with what it shares: keyword by keyword, the later file overrides the earlier.
 * Modes and definitions are merged by name; lists of required names, rules and charges are joined;
 * every node keeps its location.
 */
final class SpecMerger {
  private static final Set<String> JOINED_KEYS = Set.of("required", "rules", "charges");
  private static final Set<String> KEYS_MERGED_BY_NAME = Set.of("parameters", "properties");

  /** Of these, the later file has the whole of what is under a name. */
  private static final Set<String> KEYS_REPLACED_BY_NAME = Set.of("modes", "$defs");

  private static final Set<String> MERGED_MAPPINGS = Set.of("response", "pricing");

  private SpecMerger() {}

  /** Merges two files, or two descriptions of one shape; the second overrides the first. */
  static YamlNode.Mapping merge(YamlNode.Mapping base, YamlNode.Mapping overriding) {
    Map<String, YamlNode.Entry> merged = new LinkedHashMap<>(base.entries());
    overriding
        .entries()
        .forEach((key, entry) -> merged.merge(key, entry, (b, a) -> mergeEntry(key, b, a)));
    return new YamlNode.Mapping(merged, overriding.location());
  }

  private static YamlNode.Entry mergeEntry(
      String key, YamlNode.Entry base, YamlNode.Entry overriding) {
    YamlNode merged = overriding.value();
    if (JOINED_KEYS.contains(key)
        && base.value() instanceof YamlNode.Sequence first
        && overriding.value() instanceof YamlNode.Sequence second) {
      merged = joinLists(first, second);
    } else if (KEYS_MERGED_BY_NAME.contains(key)
        && base.value() instanceof YamlNode.Mapping first
        && overriding.value() instanceof YamlNode.Mapping second) {
      merged = mergeByName(first, second);
    } else if (KEYS_REPLACED_BY_NAME.contains(key)
        && base.value() instanceof YamlNode.Mapping first
        && overriding.value() instanceof YamlNode.Mapping second) {
      Map<String, YamlNode.Entry> all = new LinkedHashMap<>(first.entries());
      all.putAll(second.entries());
      merged = new YamlNode.Mapping(all, second.location());
    } else if (MERGED_MAPPINGS.contains(key)
        && base.value() instanceof YamlNode.Mapping first
        && overriding.value() instanceof YamlNode.Mapping second) {
      merged = merge(first, second);
    }
    return new YamlNode.Entry(overriding.keyLocation(), merged);
  }

  private static YamlNode.Mapping mergeByName(YamlNode.Mapping base, YamlNode.Mapping overriding) {
    Map<String, YamlNode.Entry> merged = new LinkedHashMap<>(base.entries());
    overriding
        .entries()
        .forEach((name, entry) -> merged.merge(name, entry, SpecMerger::mergeParameter));
    return new YamlNode.Mapping(merged, overriding.location());
  }

  private static YamlNode.Entry mergeParameter(YamlNode.Entry base, YamlNode.Entry overriding) {
    return base.value() instanceof YamlNode.Mapping first
            && overriding.value() instanceof YamlNode.Mapping second
        ? new YamlNode.Entry(overriding.keyLocation(), merge(first, second))
        : overriding;
  }

  private static YamlNode.Sequence joinLists(YamlNode.Sequence base, YamlNode.Sequence overriding) {
    List<YamlNode> items = new ArrayList<>(base.items());
    for (YamlNode item : overriding.items()) {
      boolean isPresent =
          item.asText().isPresent() && items.stream().anyMatch(i -> i.json().equals(item.json()));
      if (!isPresent) {
        items.add(item);
      }
    }
    return new YamlNode.Sequence(items, overriding.location());
  }
}
