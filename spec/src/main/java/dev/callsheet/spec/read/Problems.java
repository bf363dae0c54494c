package dev.callsheet.spec.read;

import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.Node;
import dev.callsheet.spec.source.SourceText;
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
final class Problems {
  /** Longer lines and messages are no help; in code units. */
  private static final int MAX_SHOWN = 1000;

  private final Map<String, List<String>> lines = new LinkedHashMap<>();
  private final Set<Problem> found = new LinkedHashSet<>();
  private final Set<Location> places = new HashSet<>();

  /** Takes part in what is read, so that a problem can show its line. */
  void add(SourceText source) {
    lines.putIfAbsent(source.file(), source.text().lines().toList());
  }

  /** Notes a mistake, once. */
  void report(Location location, String message) {
    String shown =
        message.length() <= MAX_SHOWN ? message : message.substring(0, MAX_SHOWN) + "...";
    found.add(new Problem(location, shown, line(location)));
    places.add(location);
  }

  /** Whether something is wrong at that place. */
  boolean areAt(Location location) {
    return places.contains(location);
  }

  /**
   * Whether a key of the mapping is wrong; then it may be the misspelt form of one that seems to be
   * missing.
   */
  boolean areAtKeysOf(Node.Mapping mapping) {
    return mapping.entries().values().stream().anyMatch(entry -> areAt(entry.keyLocation()));
  }

  /** Ends the reading when there was a mistake. */
  void throwIfAny() throws SpecException {
    if (!found.isEmpty()) {
      throw asException();
    }
  }

  /** All that was found, by file and place. */
  SpecException asException() {
    List<String> files = List.copyOf(lines.keySet());
    Comparator<Problem> byFile = Comparator.comparingInt(p -> files.indexOf(p.location().file()));
    return new SpecException(
        found.stream().sorted(byFile.thenComparing(Problem::location)).toList());
  }

  private @Nullable String line(Location location) {
    List<String> text = lines.getOrDefault(location.file(), List.of());
    String line = location.line() <= text.size() ? text.get(location.line() - 1) : null;
    return line == null || line.length() > MAX_SHOWN ? null : line;
  }
}
