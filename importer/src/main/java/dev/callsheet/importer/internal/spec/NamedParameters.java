package dev.callsheet.importer.internal.spec;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the documentation of a parameter says that its name tells: its section and its unit. */
final class NamedParameters {
  private static final Map<String, String> SECTIONS =
      Map.of("inputs", "inputs", "settings", "settings", "providerSettings", "provider-settings");
  private static final Map<String, String> UNITS =
      Map.of("width", "px", "height", "px", "duration", "s");

  private NamedParameters() {}

  /** The shape with these, where it does not say them itself. */
  static ObjectNode documented(String name, ObjectNode shape, SpecDraft spec) {
    boolean isNumber = !shape.has("oneOf") && !shape.path("type").asString("").equals("string");
    if (UNITS.containsKey(name) && isNumber && !shape.has("unit")) {
      shape.put("unit", UNITS.get(name));
    }
    if (!shape.has("section")) {
      boolean isStructured =
          isStructured(shape)
              || shape.path("oneOf").valueStream().anyMatch(NamedParameters::isStructured);
      shape.put("section", SECTIONS.getOrDefault(name, isStructured ? "features" : "core"));
    }
    spec.pairedWith(name).ifPresent(other -> shape.put("pairedWith", other));
    return shape;
  }

  private static boolean isStructured(JsonNode shape) {
    return shape.has("properties") || shape.has("items");
  }
}
