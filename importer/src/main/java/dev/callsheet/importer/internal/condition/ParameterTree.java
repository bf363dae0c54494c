package dev.callsheet.importer.internal.condition;

import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of the parameters of a request, or of an item of a list in it: a shape as the spec
 * language writes it.
 */
public record ParameterTree(ObjectNode shape) {

  /** Whether there is such a parameter; a request with any other is invalid. */
  public boolean exists(ParameterPath path) {
    return !shapes(path).isEmpty();
  }

  /** Whether every valid request provides the parameter. */
  public boolean isAlwaysProvided(ParameterPath path) {
    JsonNode owner = shape;
    for (ParameterPath.Step step : path.steps()) {
      String name = step.fold(member -> member, () -> "");
      boolean required =
          owner.path("required").valueStream().anyMatch(each -> each.asString("").equals(name));
      if (!required) {
        return false;
      }
      owner = owner.path("properties").path(name);
    }
    return true;
  }

  /** The types that its value can have; empty when that is not known. */
  public Set<JsonType> types(ParameterPath path) {
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    for (JsonNode found : shapes(path)) {
      types.addAll(typesOf(found));
    }
    return types;
  }

  /** The names of its members, where it is an object. */
  public Set<String> members(ParameterPath path) {
    Set<String> names = new LinkedHashSet<>();
    shapes(path).forEach(found -> names.addAll(found.path("properties").propertyNames()));
    return names;
  }

  /** The shapes that it can have: several, where it or something around it is one of several. */
  public List<JsonNode> shapes(ParameterPath path) {
    List<JsonNode> found = forms(shape).toList();
    for (ParameterPath.Step step : path.steps()) {
      List<JsonNode> inner = new ArrayList<>();
      for (JsonNode owner : found) {
        JsonNode next =
            step.fold(name -> owner.path("properties").path(name), () -> owner.path("items"));
        forms(next).forEach(inner::add);
      }
      found = inner;
    }
    return found;
  }

  /** The parameter that names lead to, where lists stand for their items; empty for none. */
  public Optional<ParameterPath> find(List<String> names) {
    ParameterPath path = ParameterPath.ROOT;
    for (String name : names) {
      if (exists(path.member(name))) {
        path = path.member(name);
      } else if (exists(path.eachItem().member(name))) {
        path = path.eachItem().member(name);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(path);
  }

  /** The parameters of the items of a list, where these are objects. */
  public Optional<ParameterTree> item(ParameterPath items) {
    return shapes(items).stream()
        .filter(item -> item.path("properties").isObject())
        .map(item -> new ParameterTree((ObjectNode) item))
        .findFirst();
  }

  /** The shape, or the forms of one of several. */
  public static Stream<JsonNode> forms(JsonNode shape) {
    if (!shape.isObject()) {
      return Stream.empty();
    }
    JsonNode alternatives = shape.path("oneOf");
    boolean isUnion = alternatives.isArray() && !shape.has("type");
    return isUnion ? alternatives.valueStream().flatMap(ParameterTree::forms) : Stream.of(shape);
  }

  private static Set<JsonType> typesOf(JsonNode shape) {
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    Optional<JsonType> type = typeNamed(shape.path("type").asString(""));
    if (type.isPresent()) {
      types.add(type.get());
    } else if (shape.has("const")) {
      types.add(JsonType.of(shape.get("const")));
    } else {
      shape.path("enum").forEach(value -> types.add(JsonType.of(value)));
    }
    return types;
  }

  /** The type of that name in JSON Schema. */
  public static Optional<JsonType> typeNamed(String keyword) {
    return Stream.of(JsonType.values()).filter(type -> type.keyword().equals(keyword)).findFirst();
  }
}
