package dev.callsheet.importer.internal.page;

import dev.callsheet.spec.source.SourceLocation;
import java.util.List;
import java.util.Map;

/**
 * A parameter as a page describes it.
 *
 * @param name its heading
 * @param attributes the list below it, such as {@code Type} to {@code integer}, in its order
 * @param values the allowed values, as written
 * @param text the paragraphs
 * @param glosses what is said of the allowed values, a line each
 * @param location of its heading
 */
public record PageParameter(
    String name,
    Map<String, String> attributes,
    List<String> values,
    String text,
    String glosses,
    SourceLocation location) {
  /** Copies what it is given, so that it never changes. */
  public PageParameter {
    values = List.copyOf(values);
  }

  /** An attribute; empty when it is not there. */
  String attribute(String key) {
    return attributes.getOrDefault(key, "");
  }

  /**
   * The dotted path. Of an object, the page gives the path of its first member instead; so it is
   * read up to the parameter's own name.
   */
  String path() {
    String path = attribute("Path");
    if (path.isEmpty() || path.equals(name) || path.endsWith("." + name)) {
      return path.isEmpty() ? name : path;
    }
    int inside = path.indexOf(name + ".");
    return inside < 0 ? path : path.substring(0, inside + name.length());
  }
}
