package dev.callsheet.importer.internal.page;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.spec.source.SourceLocation;
import java.util.HashSet;
import java.util.Set;

/**
 * The attributes of a parameter while a shape is made of them. It keeps which have been asked for,
 * so that each of the others can be reported: what the shape has no place for is not forgotten.
 */
final class PageAttributes {
  private final PageParameter parameter;
  private final Set<String> read = new HashSet<>(Set.of("Path", "Type", "Required"));
  private boolean areValuesRead;

  PageAttributes(PageParameter parameter) {
    this.parameter = parameter;
  }

  /** The parameter that has them. */
  PageParameter parameter() {
    return parameter;
  }

  /** An attribute; empty when it is not there. */
  String read(String key) {
    read.add(key);
    return parameter.attribute(key);
  }

  /** The allowed values, as written; none when any are allowed. */
  Iterable<String> readValues() {
    areValuesRead = true;
    return parameter.values();
  }

  /** Whether values are listed. */
  boolean hasValues() {
    return !parameter.values().isEmpty();
  }

  /** Reports what has not been asked for, and says something. */
  void reportUnread(FindingCollector findings) {
    SourceLocation location = parameter.location();
    parameter
        .attributes()
        .forEach(
            (key, value) -> {
              if (!read.contains(key) && !value.isBlank()) {
                findings.add(
                    Kind.NOT_IMPORTED,
                    location,
                    "`"
                        + key
                        + "` of `"
                        + parameter.path()
                        + "` says nothing that is known of such a parameter; it is left out: "
                        + value);
              }
            });
    if (!areValuesRead && !parameter.values().isEmpty()) {
      findings.add(
          Kind.NOT_IMPORTED,
          location,
          "the allowed values of `"
              + parameter.path()
              + "` are left out: values of its type are not listed");
    }
    if (!parameter.attribute("Required").matches("true|false|")) {
      findings.add(
          Kind.NOT_IMPORTED,
          location,
          "whether `"
              + parameter.path()
              + "` is required is neither true nor false; taken for not");
    }
  }
}
