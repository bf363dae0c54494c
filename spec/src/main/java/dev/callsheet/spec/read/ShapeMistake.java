package dev.callsheet.spec.read;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.Node;
import dev.callsheet.spec.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A breach of the meta-schema in words for the author of a spec.
 *
 * @param location the key, where the key is the mistake; else the value
 * @param message what is wrong and what would be right
 */
record ShapeMistake(Location location, String message) {

  /** What a validator found in a file. */
  static ShapeMistake of(Error error, Node file, JsonNode metaSchema) {
    Place place = Place.of(file, error.getInstanceLocation());
    JsonNode rule = error.getSchemaNode();
    String keyword = error.getKeyword();
    return switch (keyword) {
      case "additionalProperties" ->
          new ShapeMistake(
              keyLocation(place, error.getProperty()), unknownKey(error, place, metaSchema));
      case "required" ->
          new ShapeMistake(
              place.location(), place.name() + " needs the key `" + error.getProperty() + "`");
      case "type" ->
          new ShapeMistake(
              place.location(), place.name() + " must be " + types(rule) + ", not " + place.kind());
      case "enum" ->
          new ShapeMistake(
              place.location(), place.name() + " is " + notOneOf(place.node().json(), rule));
      case "const" ->
          new ShapeMistake(
              place.location(), place.name() + " must be " + rule + ", not " + place.value());
      case "pattern" -> pattern(error, place, metaSchema);
      case "minLength" -> new ShapeMistake(place.location(), place.name() + " is empty");
      case "minItems", "minProperties" ->
          new ShapeMistake(place.location(), place.name() + " needs " + atLeast(error));
      case "maxItems" ->
          new ShapeMistake(place.location(), place.name() + " takes at most " + rule + " items");
      case "uniqueItems" ->
          new ShapeMistake(place.location(), place.name() + " holds the same item twice");
      case "minimum" ->
          new ShapeMistake(
              place.location(),
              place.name() + " must be " + bound(error) + " or more, not " + place.value());
      case "exclusiveMinimum" ->
          new ShapeMistake(
              place.location(),
              place.name() + " must be more than " + bound(error) + ", not " + place.value());
      default -> new ShapeMistake(place.location(), place.name() + " " + error.getMessage());
    };
  }

  private static Location keyLocation(Place place, String key) {
    return place.node() instanceof Node.Mapping mapping
        ? mapping.keyLocation(key)
        : place.location();
  }

  private static String unknownKey(Error error, Place place, JsonNode metaSchema) {
    List<String> known =
        new ArrayList<>(parent(error, metaSchema).path("properties").propertyNames());
    known.removeIf(key -> place.node() instanceof Node.Mapping mapping && mapping.has(key));
    String key = error.getProperty();
    String hint = Suggestion.hint(key, known);
    return "`"
        + key
        + "` is not a key of "
        + place.name()
        + (hint.isEmpty() ? "; it may have " + listed(known) : hint);
  }

  private static ShapeMistake pattern(Error error, Place place, JsonNode metaSchema) {
    String rule = parent(error, metaSchema).path(MetaSchema.PATTERN_MESSAGE).asString("");
    String wrong = Optional.ofNullable(error.getProperty()).orElse(place.value());
    return new ShapeMistake(place.location(), "`" + wrong + "` will not do: " + rule);
  }

  private static JsonNode parent(Error error, JsonNode metaSchema) {
    NodePath path = error.getSchemaLocation().getFragment().getParent();
    JsonNode node = metaSchema;
    for (int i = 0; i < path.getNameCount(); i++) {
      Object step = path.getElement(i);
      node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
    }
    return node;
  }

  private static String notOneOf(JsonNode value, JsonNode allowed) {
    List<String> known = allowed.valueStream().map(JsonNode::asString).toList();
    String hint = Suggestion.hint(value.asString(""), known);
    return value + ", which is none of " + listed(known) + hint;
  }

  private static String types(JsonNode rule) {
    return rule.isArray()
        ? rule.valueStream()
            .map(type -> article(type.asString()))
            .collect(Collectors.joining(" or "))
        : article(rule.asString());
  }

  private static String article(String type) {
    return switch (type) {
      case "object" -> "a mapping";
      case "array" -> "a list";
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      default -> type;
    };
  }

  private static String atLeast(Error error) {
    int least = error.getSchemaNode().asInt();
    String what = error.getKeyword().equals("minItems") ? "item" : "entry";
    return "at least "
        + (least == 1 ? "one " + what : least + " " + (what.equals("item") ? "items" : "entries"));
  }

  private static JsonNode bound(Error error) {
    return error.getSchemaNode();
  }

  private static String listed(List<String> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }
}
