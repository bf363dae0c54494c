package dev.callsheet.importer.internal.page;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.spec.source.SourceLocation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a page says by keys. Where it says something else of a key again, that is reported. */
final class UniqueEntries {
  private final Map<String, String> entries = new LinkedHashMap<>();
  private final FindingCollector findings;

  UniqueEntries(FindingCollector findings) {
    this.findings = findings;
  }

  /**
   * Takes what is said of a key first.
   *
   * @param owner what has the keys, in words for people
   */
  void put(String owner, String key, String value, SourceLocation location) {
    String before = entries.putIfAbsent(key, value);
    if (before != null && !before.equals(value)) {
      findings.add(
          Kind.NOTE,
          location,
          owner + " has `" + key + "` twice; " + before + " counts, not " + value);
    }
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  String get(String key) {
    return entries.getOrDefault(key, "");
  }

  void clear() {
    entries.clear();
  }

  /** All of them as they are now, in the order of the page. */
  Map<String, String> copy() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }
}
