package dev.callsheet.spec.parser;

import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Merges a file with what it shares: keyword by keyword, the later file overrides the earlier.
 * Modes and definitions are merged by name; lists of required names, rules and charges are joined;
 * every node keeps its location.
 */
final class SpecMerger {
  private static final Set<String> JOINED_KEYS = Set.of("required", "rules", "charges");

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
    return new YamlNode.Entry(
        overriding.keyLocation(), mergeValue(key, base.value(), overriding.value()));
  }

  private static YamlNode mergeValue(String key, YamlNode base, YamlNode overriding) {
    if (base instanceof YamlNode.Sequence first && overriding instanceof YamlNode.Sequence second) {
      return JOINED_KEYS.contains(key) ? joinLists(first, second) : second;
    }
    if (base instanceof YamlNode.Mapping first && overriding instanceof YamlNode.Mapping second) {
      return switch (key) {
        case "parameters", "properties" -> mergeByName(first, second, SpecMerger::mergeParameter);
        case "modes", "$defs" -> mergeByName(first, second, (lower, upper) -> upper);
        case "response", "pricing" -> merge(first, second);
        default -> second;
      };
    }
    return overriding;
  }

  private static YamlNode.Mapping mergeByName(
      YamlNode.Mapping base,
      YamlNode.Mapping overriding,
      BinaryOperator<YamlNode.Entry> mergeEntries) {
    Map<String, YamlNode.Entry> merged = new LinkedHashMap<>(base.entries());
    overriding.entries().forEach((name, entry) -> merged.merge(name, entry, mergeEntries));
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
