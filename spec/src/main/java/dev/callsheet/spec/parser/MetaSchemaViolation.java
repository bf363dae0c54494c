package dev.callsheet.spec.parser;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A violation of the meta-schema, with a message for the author of a spec. */
final class MetaSchemaViolation {
  /** More names than this are not listed. */
  private static final int MAX_LISTED = 13;

  /** The meta-schema's title of what a value must match. */
  private static final String FRAGMENT_TITLE = "Fragment";

  private final Error error;
  private final NamedNode subject;

  /** The part of the meta-schema with the violated keyword. */
  private final JsonNode schema;

  MetaSchemaViolation(Error error, YamlNode file, JsonNode metaSchema) {
    this.error = error;
    this.schema = resolve(metaSchema, error.getSchemaLocation().getFragment().getParent());
    this.subject =
        NamedNode.at(file, error.getInstanceLocation(), schema.path("title").asString(""));
  }

  /** Where the key stands, if the key is wrong; else where the value does. */
  SourceLocation location() {
    boolean keyIsWrong =
        error.getKeyword().equals("additionalProperties") || error.getProperty() != null;
    return keyIsWrong && subject.node() instanceof YamlNode.Mapping mapping
        ? mapping.keyLocation(error.getProperty())
        : subject.node().location();
  }

  /** What is wrong and what would be right. */
  String message() {
    JsonNode rule = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "additionalProperties" -> unknownKey(error.getProperty());
      case "required" -> subject.name() + " needs the key `" + error.getProperty() + "`";
      case "type" ->
          subject.name()
              + " must be "
              + types(rule)
              + ", not "
              + subject.describeKind()
              + constHint();
      case "enum" -> valueNotAllowed(subject.node().json(), rule);
      case "const" -> subject.name() + " must be " + rule + ", not " + subject.displayValue();
      case "pattern", "propertyNames" -> patternMismatch();
      case "minLength" -> subject.name() + " is empty";
      case "maxLength" ->
          subject.name() + " takes at most " + pluralize(rule, "character", "characters");
      case "minItems" -> subject.name() + " needs at least " + pluralize(rule, "item", "items");
      case "minProperties" ->
          subject.name() + " needs at least " + pluralize(rule, "entry", "entries");
      case "maxItems" -> subject.name() + " takes at most " + pluralize(rule, "item", "items");
      case "uniqueItems" -> subject.name() + " holds the same item twice";
      case "minimum" ->
          subject.name() + " must be " + rule + " or more, not " + subject.displayValue();
      case "maximum" ->
          subject.name() + " must be " + rule + " or less, not " + subject.displayValue();
      case "dependentRequired" -> missingCompanion(rule);
      case "exclusiveMinimum" ->
          subject.name() + " must be more than " + rule + ", not " + subject.displayValue();
      default -> subject.name() + " " + error.getMessage();
    };
  }

  /** Which key is there without one that it needs. */
  private String missingCompanion(JsonNode rule) {
    JsonNode given = subject.node().json();
    for (Map.Entry<String, JsonNode> key : rule.properties()) {
      for (JsonNode companion : key.getValue()) {
        if (given.has(key.getKey()) && !given.has(companion.asString())) {
          return subject.name()
              + " needs the key `"
              + companion.asString()
              + "` beside `"
              + key.getKey()
              + "`";
        }
      }
    }
    return subject.name() + " " + error.getMessage();
  }

  private String unknownKey(String key) {
    List<String> known = new ArrayList<>(schema.path("properties").propertyNames());
    known.removeIf(name -> subject.node() instanceof YamlNode.Mapping mapping && mapping.has(name));
    String hint = SpellingSuggestion.hint(key, known);
    if (hint.isEmpty() && !known.isEmpty() && known.size() <= MAX_LISTED) {
      hint = "; it may have " + quotedList(known);
    }
    return "`" + key + "` is not a key of " + subject.name() + hint;
  }

  /** How to demand the value that was written in place of a fragment. */
  private String constHint() {
    boolean isMeant =
        schema.path("title").asString("").equals(FRAGMENT_TITLE) && subject.isScalar();
    return isMeant ? "; to ask for a value, write `{const: " + subject.displayValue() + "}`" : "";
  }

  private String patternMismatch() {
    String wrong = error.getProperty() == null ? subject.displayValue() : error.getProperty();
    JsonNode names = schema.path("propertyNames");
    JsonNode owner = error.getKeyword().equals("propertyNames") ? names : schema;
    return "`" + wrong + "` is not allowed: " + owner.path(MetaSchema.PATTERN_MESSAGE).asString("");
  }

  private String valueNotAllowed(JsonNode value, JsonNode allowed) {
    List<String> known = allowed.valueStream().map(JsonNode::asString).toList();
    return subject.name()
        + " is "
        + value
        + ", which is none of "
        + quotedList(known)
        + SpellingSuggestion.hint(value.asString(""), known);
  }

  private static JsonNode resolve(JsonNode metaSchema, NodePath path) {
    JsonNode node = metaSchema;
    for (int i = 0; i < path.getNameCount(); i++) {
      Object step = path.getElement(i);
      node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
    }
    return node;
  }

  private static String types(JsonNode rule) {
    return rule.isArray()
        ? rule.valueStream()
            .map(type -> describeType(type.asString()))
            .collect(Collectors.joining(" or "))
        : describeType(rule.asString());
  }

  private static String describeType(String type) {
    return switch (type) {
      case "object" -> "a mapping";
      case "array" -> "a list";
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      default -> "true or false";
    };
  }

  private static String pluralize(JsonNode number, String one, String many) {
    return number.asInt() == 1 ? "one " + one : number + " " + many;
  }

  private static String quotedList(List<String> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }
}
