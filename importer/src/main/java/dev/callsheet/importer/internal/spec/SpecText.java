package dev.callsheet.importer.internal.spec;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a whole spec in the layout of imported ones. */
public final class SpecText {
  /** Sections that follow the one before without an empty line. */
  private static final Set<String> ATTACHED = Set.of("callsheet", "model", "include", "without");

  private SpecText() {}

  /**
   * The text of a spec.
   *
   * @param comments lines for people in front, with their signs
   */
  public static String of(ObjectNode spec, List<String> comments) {
    YamlWriter yaml = new YamlWriter();
    comments.forEach(line -> yaml.comment(line.replaceFirst("^# ?", "")));
    for (var entry : spec.properties()) {
      String key = entry.getKey();
      JsonNode value = entry.getValue();
      if (!ATTACHED.contains(key)) {
        yaml.blank();
      }
      if (key.equals("parameters") && !value.isEmpty()) {
        yaml.spaced(key, value);
      } else if (key.equals("rules") && value.isArray()) {
        yaml.list(key, value);
      } else {
        yaml.entry(key, value, 0);
      }
    }
    return yaml.text();
  }
}
