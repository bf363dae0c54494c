package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the labels of rates, such as {@code quality low · 1K}: each part is a value of a parameter,
 * named or a resolution.
 */
final class RateLabels {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String RESOLUTION = "resolution";

  private final ParameterTree parameters;
  private final List<String> sizeLabels;

  /**
   * For a model.
   *
   * @param sizeLabels the labels of the rows of its rule {@code size}; empty when it has none
   */
  RateLabels(ParameterTree parameters, List<String> sizeLabels) {
    this.parameters = parameters;
    this.sizeLabels = sizeLabels;
  }

  /** Which requests a label is about; empty when it cannot be told. */
  Optional<JsonNode> condition(String label) {
    ArrayNode all = NODES.arrayNode();
    for (String part : label.split("\\s*·\\s*", -1)) {
      Optional<JsonNode> condition = resolution(part).or(() -> named(part));
      if (condition.isEmpty()) {
        return Optional.empty();
      }
      all.add(condition.get());
    }
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.of(entry("allOf", all));
  }

  private Optional<JsonNode> resolution(String value) {
    ParameterPath path = ParameterPath.ROOT.member(RESOLUTION);
    List<JsonNode> any = new ArrayList<>();
    if (hasValue(path, value)) {
      any.add(equal(path, value));
    }
    if (sizeLabels.stream().anyMatch(label -> label.startsWith(value + " "))) {
      any.add(entry("size", NODES.stringNode(value + " *")));
    }
    return any.isEmpty() ? Optional.empty() : Optional.of(anyOf(any));
  }

  /** A name and a value, such as {@code quality low}. */
  private Optional<JsonNode> named(String part) {
    int space = part.indexOf(' ');
    if (space < 0) {
      return Optional.empty();
    }
    String name = part.substring(0, space);
    String value = part.substring(space + 1);
    for (ParameterPath owner : List.of(ParameterPath.ROOT, ParameterPath.ROOT.member("settings"))) {
      ParameterPath path = owner.member(name);
      if (hasValue(path, value)) {
        List<JsonNode> any = new ArrayList<>(List.of(equal(path, value)));
        if (isDefault(path, value)) {
          any.add(entry("not", NODES.stringNode(path.toString())));
        }
        return Optional.of(anyOf(any));
      }
    }
    return Optional.empty();
  }

  private boolean hasValue(ParameterPath path, String value) {
    return parameters.shapes(path).stream()
        .anyMatch(
            shape -> shape.path("enum").valueStream().anyMatch(e -> e.asString("").equals(value)));
  }

  private boolean isDefault(ParameterPath path, String value) {
    return parameters.shapes(path).stream()
        .anyMatch(shape -> shape.path("default").asString("").equals(value));
  }

  private static JsonNode equal(ParameterPath path, String value) {
    return entry(path.toString(), entry("const", NODES.stringNode(value)));
  }

  private static JsonNode anyOf(List<JsonNode> conditions) {
    ArrayNode list = NODES.arrayNode();
    conditions.forEach(list::add);
    return conditions.size() == 1 ? conditions.get(0) : entry("anyOf", list);
  }

  private static ObjectNode entry(String key, JsonNode value) {
    ObjectNode mapping = NODES.objectNode();
    mapping.set(key, value);
    return mapping;
  }
}
