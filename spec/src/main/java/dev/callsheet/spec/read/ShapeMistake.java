package dev.callsheet.spec.read;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.Node;
import dev.callsheet.spec.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A breach of the meta-schema in words for the author of a spec. */
final class ShapeMistake {
  /** More names than this are no help to list. */
  private static final int MAX_LISTED = 12;

  /** The meta-schema's title of what a value must match. */
  private static final String FRAGMENT = "Fragment";

  private final Error error;
  private final NamedNode place;

  /** The part of the meta-schema that has the keyword that is broken. */
  private final JsonNode schema;

  ShapeMistake(Error error, Node file, JsonNode metaSchema) {
    this.error = error;
    this.schema = at(metaSchema, error.getSchemaLocation().getFragment().getParent());
    this.place = NamedNode.of(file, error.getInstanceLocation(), schema.path("title").asString(""));
  }

  /** The key, where the key is the mistake; else the value. */
  Location location() {
    boolean keyIsWrong =
        error.getKeyword().equals("additionalProperties") || error.getProperty() != null;
    return keyIsWrong && place.node() instanceof Node.Mapping mapping
        ? mapping.keyLocation(error.getProperty())
        : place.node().location();
  }

  /** What is wrong and what would be right. */
  String message() {
    JsonNode rule = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "additionalProperties" -> unknownKey(error.getProperty());
      case "required" -> place.name() + " needs the key `" + error.getProperty() + "`";
      case "type" -> place.name() + " must be " + types(rule) + ", not " + place.kind() + asMatch();
      case "enum" -> notOneOf(place.node().json(), rule);
      case "const" -> place.name() + " must be " + rule + ", not " + place.value();
      case "pattern", "propertyNames" -> unlikePattern();
      case "minLength" -> place.name() + " is empty";
      case "minItems" -> place.name() + " needs at least " + counted(rule, "item", "items");
      case "minProperties" -> place.name() + " needs at least " + counted(rule, "entry", "entries");
      case "maxItems" -> place.name() + " takes at most " + counted(rule, "item", "items");
      case "uniqueItems" -> place.name() + " holds the same item twice";
      case "minimum" -> place.name() + " must be " + rule + " or more, not " + place.value();
      case "exclusiveMinimum" ->
          place.name() + " must be more than " + rule + ", not " + place.value();
      default -> place.name() + " " + error.getMessage();
    };
  }

  private String unknownKey(String key) {
    List<String> known = new ArrayList<>(schema.path("properties").propertyNames());
    known.removeIf(name -> place.node() instanceof Node.Mapping mapping && mapping.has(name));
    String hint = Suggestion.hint(key, known);
    if (hint.isEmpty() && !known.isEmpty() && known.size() <= MAX_LISTED) {
      hint = "; it may have " + listed(known);
    }
    return "`" + key + "` is not a key of " + place.name() + hint;
  }

  /** How to say that a parameter has the value that stands where a fragment should. */
  private String asMatch() {
    boolean isMeant = schema.path("title").asString("").equals(FRAGMENT) && place.isScalar();
    return isMeant ? "; to ask for a value, write `{const: " + place.value() + "}`" : "";
  }

  private String unlikePattern() {
    String wrong = error.getProperty() == null ? place.value() : error.getProperty();
    JsonNode names = schema.path("propertyNames");
    JsonNode owner = error.getKeyword().equals("propertyNames") ? names : schema;
    return "`" + wrong + "` will not do: " + owner.path(MetaSchema.PATTERN_MESSAGE).asString("");
  }

  private String notOneOf(JsonNode value, JsonNode allowed) {
    List<String> known = allowed.valueStream().map(JsonNode::asString).toList();
    return place.name()
        + " is "
        + value
        + ", which is none of "
        + listed(known)
        + Suggestion.hint(value.asString(""), known);
  }

  private static JsonNode at(JsonNode metaSchema, NodePath path) {
    JsonNode node = metaSchema;
    for (int i = 0; i < path.getNameCount(); i++) {
      Object step = path.getElement(i);
      node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
    }
    return node;
  }

  private static String types(JsonNode rule) {
    return rule.isArray()
        ? rule.valueStream().map(type -> named(type.asString())).collect(Collectors.joining(" or "))
        : named(rule.asString());
  }

  private static String named(String type) {
    return switch (type) {
      case "object" -> "a mapping";
      case "array" -> "a list";
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      default -> "true or false";
    };
  }

  private static String counted(JsonNode number, String one, String many) {
    return number.asInt() == 1 ? "one " + one : number + " " + many;
  }

  private static String listed(List<String> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }
}
