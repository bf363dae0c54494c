package dev.callsheet.spec.parser;

import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a spec and the files it includes. Reading goes on after a mistake,
 * with a stand-in for what could not be read, so that one run finds them all.
 */
final class ProblemCollector {
  /** Longer lines and messages are no help; in code units. */
  private static final int MAX_LENGTH = 1000;

  private final Map<String, List<String>> lines = new LinkedHashMap<>();
  private final Set<SpecProblem> found = new LinkedHashSet<>();
  private final Set<SourceLocation> locations = new HashSet<>();

  /** Takes part in what is read, so that a problem can show its line. */
  void addSource(SourceText source) {
    lines.putIfAbsent(source.file(), source.text().lines().toList());
  }

  /** Notes a mistake, once. */
  void report(SourceLocation location, String message) {
    String shown =
        message.length() <= MAX_LENGTH ? message : message.substring(0, MAX_LENGTH) + "...";
    found.add(new SpecProblem(location, shown, sourceLine(location)));
    locations.add(location);
  }

  /** Whether something is wrong at that place. */
  boolean hasProblemAt(SourceLocation location) {
    return locations.contains(location);
  }

  /**
   * Whether a key of the mapping is wrong; then it may be the misspelt form of one that seems to be
   * missing.
   */
  boolean hasProblemAtKeyOf(YamlNode.Mapping mapping) {
    return mapping.entries().values().stream().anyMatch(entry -> hasProblemAt(entry.keyLocation()));
  }

  /** Ends the reading when there was a mistake. */
  void throwIfAny() throws SpecException {
    if (!found.isEmpty()) {
      throw toException();
    }
  }

  /** All that was found, by file and place. */
  SpecException toException() {
    List<String> files = List.copyOf(lines.keySet());
    Comparator<SpecProblem> byFile =
        Comparator.comparingInt(p -> files.indexOf(p.location().file()));
    return new SpecException(
        found.stream().sorted(byFile.thenComparing(SpecProblem::location)).toList());
  }

  private @Nullable String sourceLine(SourceLocation location) {
    List<String> text = lines.getOrDefault(location.file(), List.of());
    String line = location.line() <= text.size() ? text.get(location.line() - 1) : null;
    return line == null || line.length() > MAX_LENGTH ? null : line;
  }
}
