package dev.callsheet.linter.baseline;

import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The findings that were there when a team began to lint: how many of each fingerprint. Written in
 * YAML, a finding a line, sorted, so that two versions can be compared and merged.
 *
 * @param source what it was read from
 * @param entries in the order of the file
 */
record Baseline(SourceText source, Map<BaselineFingerprint, Entry> entries) {
  private static final String VERSION_KEY = "callsheet-baseline";
  private static final String FINDINGS_KEY = "findings";
  private static final List<String> KEYS = List.of("file", "rule", "pointer", "count", "message");

  /** Copies the map, so that a baseline never changes. */
  public Baseline {
    entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** How many findings there were, and where that stands. */
  record Entry(int count, SourceLocation location) {}

  /** One without findings, as there is before the first is written. */
  public static Baseline empty(Path file) {
    return new Baseline(new SourceText(file.toString(), ""), Map.of());
  }

  /**
   * Reads one.
   *
   * @throws FilterFileException when it is wrong
   * @throws IOException when it cannot be read
   */
  public static Baseline read(Path file) throws FilterFileException, IOException {
    FilterFileReader settings = FilterFileReader.open(file);
    Map<BaselineFingerprint, Entry> entries = new LinkedHashMap<>();
    for (YamlNode.Mapping entry : settings.entries(VERSION_KEY, FINDINGS_KEY)) {
      settings.checkKeys(entry, KEYS);
      BaselineFingerprint fingerprint =
          new BaselineFingerprint(
              settings.requiredText(entry, "file", "the name of a file"),
              settings.requiredText(entry, "rule", "the id of a rule"),
              entry.text("pointer").orElse(""),
              settings.requiredText(entry, "message", "the message of a finding"));
      Entry before =
          entries.putIfAbsent(fingerprint, new Entry(count(settings, entry), entry.location()));
      if (before != null) {
        settings.addProblem(
            entry.location(), "this finding is there already, in line " + before.location().line());
      }
    }
    settings.throwIfProblems();
    return new Baseline(settings.source(), entries);
  }

  private static int count(FilterFileReader settings, YamlNode.Mapping entry) {
    JsonNode count =
        entry.get("count").map(YamlNode::json).orElse(JsonNodeFactory.instance.numberNode(1));
    if (!count.isIntegralNumber() || count.asInt(0) < 1) {
      settings.addProblem(
          entry.keyLocation("count"), "`count` must be a number of findings, from 1");
    }
    return count.asInt(1);
  }

  /** The text of a baseline with so many findings of these fingerprints. */
  static String format(SortedMap<BaselineFingerprint, Integer> counts) {
    StringBuilder text = new StringBuilder();
    text.append(
        "# Findings that are known and not reported. Written by `callsheet lint --baseline");
    text.append(" FILE --update-baseline`;\n# lines may be taken out by hand.\n");
    text.append(VERSION_KEY)
        .append(": 1\n")
        .append(FINDINGS_KEY)
        .append(counts.isEmpty() ? ": []\n" : ":\n");
    counts.forEach(
        (fingerprint, count) -> {
          text.append("  - {file: ").append(quoted(fingerprint.file()));
          text.append(", rule: ").append(fingerprint.rule());
          text.append(", pointer: ").append(quoted(fingerprint.pointer()));
          text.append(count == 1 ? "" : ", count: " + count);
          text.append(", message: ").append(quoted(fingerprint.message())).append("}\n");
        });
    return text.toString();
  }

  /** How many findings of each fingerprint there are. */
  SortedMap<BaselineFingerprint, Integer> counts() {
    SortedMap<BaselineFingerprint, Integer> counts = new TreeMap<>();
    entries.forEach((fingerprint, entry) -> counts.put(fingerprint, entry.count()));
    return counts;
  }

  /** A JSON string is a YAML one. */
  private static String quoted(String text) {
    return JsonNodeFactory.instance.stringNode(text).toString();
  }
}
