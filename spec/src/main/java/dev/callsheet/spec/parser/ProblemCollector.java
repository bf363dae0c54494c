package dev.callsheet.spec.parser;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the problems of a spec and the files it includes. Parsing goes on after a problem, with
 * a placeholder for what could not be parsed, so that one run finds all of them.
 */
final class ProblemCollector {
  /** The longest line or message that is shown, in code units. */
  private static final int MAX_LENGTH = 1000;

  private final Map<String, SourceText> sources = new LinkedHashMap<>();
  private final Map<String, List<String>> lines = new HashMap<>();
  private final Set<SpecProblem> found = new LinkedHashSet<>();
  private final Set<SourceLocation> locations = new HashSet<>();

  /** Adds a file that is parsed, so that problems can show their lines. */
  void addSource(SourceText source) {
    sources.putIfAbsent(source.file(), source);
  }

  /** Adds a problem, unless it was added before. */
  void report(SourceLocation location, String message) {
    String bounded =
        message.length() <= MAX_LENGTH ? message : message.substring(0, MAX_LENGTH) + "...";
    found.add(new SpecProblem(location, DisplayText.printable(bounded), sourceLine(location)));
    locations.add(location);
  }

  /** Whether there is any problem. */
  boolean isAnyReported() {
    return !found.isEmpty();
  }

  /** How many problems there are. */
  int count() {
    return found.size();
  }

  /** Whether there is a problem at that location. */
  boolean hasProblemAt(SourceLocation location) {
    return locations.contains(location);
  }

  /**
   * Whether there is a problem with a key of the mapping; then a key that is missing may be there
   * in a misspelt form.
   */
  boolean hasProblemAtKeyOf(YamlNode.Mapping mapping) {
    return mapping.entries().values().stream().anyMatch(entry -> hasProblemAt(entry.keyLocation()));
  }

  /** Throws when there is a problem. */
  void throwIfAny() throws SpecException {
    if (!found.isEmpty()) {
      throw toException();
    }
  }

  /** All problems, ordered by file and location. */
  SpecException toException() {
    List<String> files = List.copyOf(sources.keySet());
    Comparator<SpecProblem> byFile =
        Comparator.comparingInt(p -> files.indexOf(p.location().file()));
    return new SpecException(
        found.stream().sorted(byFile.thenComparing(SpecProblem::location)).toList());
  }

  private @Nullable String sourceLine(SourceLocation location) {
    List<String> text = lines.computeIfAbsent(location.file(), this::lines);
    String line = location.line() <= text.size() ? text.get(location.line() - 1) : null;
    return line == null || line.length() > MAX_LENGTH ? null : line;
  }

  private List<String> lines(String file) {
    SourceText source = sources.get(file);
    return source == null ? List.of() : source.text().lines().toList();
  }
}
