package dev.callsheet.spec.parser;

import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges a model's file with those it includes: keyword by keyword, the later file overrides the
 * earlier. Lists of required names and of rules are joined; every node keeps its location.
 */
final class SpecMerger {
  private static final Set<String> JOINED_KEYS = Set.of("required", "rules");
  private static final Set<String> KEYS_MERGED_BY_NAME = Set.of("parameters", "properties");

  private SpecMerger() {}

  /** Merges the files; the last overrides all others. */
  static YamlNode.Mapping merge(List<YamlNode.Mapping> files) {
    return files.stream().reduce(SpecMerger::mergeSchemas).orElseThrow();
  }

  private static YamlNode.Mapping mergeSchemas(YamlNode.Mapping base, YamlNode.Mapping overriding) {
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
    } else if (key.equals("response")
        && base.value() instanceof YamlNode.Mapping first
        && overriding.value() instanceof YamlNode.Mapping second) {
      merged = mergeSchemas(first, second);
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
        ? new YamlNode.Entry(overriding.keyLocation(), mergeSchemas(first, second))
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
