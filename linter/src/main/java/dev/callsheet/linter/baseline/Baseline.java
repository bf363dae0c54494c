package dev.callsheet.linter.baseline;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The known findings: how many there are of each fingerprint. Written in YAML, one finding per line
 * and sorted, so that two versions can be compared and merged.
 *
 * @param source the file that it was read from
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

  /** How many findings of a fingerprint there are, and where the entry is in the file. */
  record Entry(int count, SourceLocation location) {}

  /** The bytes of the file that it was read from; null when there was none. */
  byte @Nullable [] content() {
    return source.text().isEmpty() ? null : source.text().getBytes(StandardCharsets.UTF_8);
  }

  /** A baseline without findings. */
  public static Baseline empty(Path file) {
    return new Baseline(new SourceText(file.toString(), ""), Map.of());
  }

  /**
   * Reads a baseline.
   *
   * @throws FilterFileException when the content is not a baseline
   * @throws IOException when it cannot be read
   */
  public static Baseline read(Path file) throws FilterFileException, IOException {
    FilterFileReader reader = FilterFileReader.open(file);
    Map<BaselineFingerprint, Entry> entries = new LinkedHashMap<>();
    for (YamlNode.Mapping entry : reader.entries(VERSION_KEY, FINDINGS_KEY)) {
      reader.checkKeys(entry, KEYS);
      BaselineFingerprint fingerprint =
          new BaselineFingerprint(
              reader.requiredText(entry, "file", "the name of a file"),
              reader.requiredText(entry, "rule", "the id of a rule"),
              entry.text("pointer").orElse(""),
              reader.requiredText(entry, "message", "the message of a finding"));
      Entry before =
          entries.putIfAbsent(fingerprint, new Entry(count(reader, entry), entry.location()));
      if (before != null) {
        reader.addProblem(
            entry.location(), "this finding is there already, in line " + before.location().line());
      }
    }
    reader.throwIfProblems();
    return new Baseline(reader.source(), entries);
  }

  private static int count(FilterFileReader reader, YamlNode.Mapping entry) {
    JsonNode count =
        entry.get("count").map(YamlNode::json).orElse(JsonNodeFactory.instance.numberNode(1));
    if (!count.isIntegralNumber() || count.asInt(0) < 1) {
      reader.addProblem(entry.keyLocation("count"), "`count` must be a number of findings, from 1");
    }
    return count.asInt(1);
  }

  /** Writes a baseline with so many findings of each fingerprint. */
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

  /** A JSON string, which is a YAML string as well, with every character visible. */
  private static String quoted(String text) {
    return DisplayText.printable(JsonNodeFactory.instance.stringNode(text).toString());
  }
}
