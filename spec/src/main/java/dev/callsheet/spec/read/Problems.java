package dev.callsheet.spec.read;

import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what is wrong with a spec and the files it includes. Reading goes on after a mistake,
 * with a stand-in for what could not be read, so that one run finds them all.
 */
final class Problems {
  private final Map<String, SourceText> sources = new LinkedHashMap<>();
  private final List<Problem> found = new ArrayList<>();

  /** Takes part in what is read, so that a problem can show its line. */
  void add(SourceText source) {
    sources.putIfAbsent(source.file(), source);
  }

  /** Notes a mistake, once. */
  void report(Location location, String message) {
    SourceText source = sources.get(location.file());
    Problem problem =
        new Problem(location, message, source == null ? null : source.line(location.line()));
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** Ends the reading when there was a mistake. */
  void throwIfAny() throws SpecException {
    if (!found.isEmpty()) {
      throw asException();
    }
  }

  /** All that was found, by file and place. */
  SpecException asException() {
    List<String> files = List.copyOf(sources.keySet());
    Comparator<Problem> byFile = Comparator.comparingInt(p -> files.indexOf(p.location().file()));
    return new SpecException(
        found.stream().sorted(byFile.thenComparing(Problem::location)).toList());
  }
}
