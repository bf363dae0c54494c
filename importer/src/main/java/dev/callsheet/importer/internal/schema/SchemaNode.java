package dev.callsheet.importer.internal.schema;

import dev.callsheet.linter.internal.json.PositionedJson;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A value of a published file, mostly a schema, as if what it refers to stood in its place; what
 * stands beside a reference comes before what is referred to.
 */
public final class SchemaNode {
  private final SchemaDocument document;

  /** The value itself, and what it refers to. */
  private final List<PositionedJson> layers;

  /** The members that are not looked at, since others stand for them. */
  private final Set<String> hidden;

  SchemaNode(SchemaDocument document, List<PositionedJson> layers) {
    this(document, layers, Set.of("$ref")); // followed, or reported as damage
  }

  private SchemaNode(SchemaDocument document, List<PositionedJson> layers, Set<String> hidden) {
    this.document = document;
    this.layers = List.copyOf(layers);
    this.hidden = Set.copyOf(hidden);
  }

  private Set<String> hiding(String member) {
    Set<String> all = new LinkedHashSet<>(hidden);
    all.add(member);
    return all;
  }

  /** The same without a member. */
  public SchemaNode without(String member) {
    return new SchemaNode(document, layers, hiding(member));
  }

  /** As if the only item of a list, such as {@code allOf}, stood beside the other members. */
  public SchemaNode withItemOf(String list) {
    List<PositionedJson> all = new ArrayList<>(layers);
    all.addAll(items(list).get(0).layers);
    return new SchemaNode(document, all, hiding(list));
  }

  /** Where it stands; for a member, where its key does. */
  public SourceLocation location() {
    return document.location(layers.get(0));
  }

  /** The value, with references in it as they are written. */
  public JsonNode value() {
    return layers.get(layers.size() - 1).value();
  }

  /** Whether it is an object. */
  public boolean isObject() {
    return value().isObject();
  }

  /** The names of its members, without {@code $ref}. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (PositionedJson layer : layers) {
      if (layer.value().isObject()) {
        names.addAll(layer.value().propertyNames());
      }
    }
    names.removeAll(hidden);
    return names;
  }

  /** Whether there is a member of that name. */
  public boolean has(String name) {
    return !hidden.contains(name) && layers.stream().anyMatch(layer -> layer.value().has(name));
  }

  /** The member of that name. */
  public Optional<SchemaNode> get(String name) {
    if (hidden.contains(name)) {
      return Optional.empty();
    }
    for (PositionedJson layer : layers) {
      PositionedJson member = layer.member(name);
      if (member != null) {
        return Optional.of(document.node(member));
      }
    }
    return Optional.empty();
  }

  /** What names lead to, one inside the other. */
  public Optional<SchemaNode> at(String... names) {
    Optional<SchemaNode> found = Optional.of(this);
    for (String name : names) {
      found = found.flatMap(node -> node.get(name));
    }
    return found;
  }

  /** The text under a name. */
  public Optional<String> text(String name) {
    return get(name).map(SchemaNode::value).filter(JsonNode::isString).map(JsonNode::stringValue);
  }

  /** The texts under a name, of the value itself and of what it refers to. */
  public List<String> everyText(String name) {
    return layers.stream()
        .map(layer -> layer.value().path(name))
        .filter(text -> text.isString() && !hidden.contains(name))
        .map(JsonNode::stringValue)
        .distinct()
        .toList();
  }

  /** The texts in the list under a name; what is no text is left out. */
  public List<String> texts(String name) {
    return items(name).stream()
        .map(SchemaNode::value)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .toList();
  }

  /** The items of the list under a name; none when there is no list. */
  public List<SchemaNode> items(String name) {
    return get(name).map(SchemaNode::items).orElse(List.of());
  }

  /** The items, where it is a list. */
  public List<SchemaNode> items() {
    PositionedJson value = layers.get(layers.size() - 1);
    List<SchemaNode> items = new ArrayList<>();
    if (value.value().isArray()) {
      value.children().forEach(item -> items.add(document.node(item)));
    }
    return items;
  }

  /** The members of the object under a name, by their names; none when there is no object. */
  public Map<String, SchemaNode> members(String name) {
    Map<String, SchemaNode> members = new LinkedHashMap<>();
    get(name)
        .filter(SchemaNode::isObject)
        .ifPresent(
            object ->
                object
                    .names()
                    .forEach(key -> object.get(key).ifPresent(value -> members.put(key, value))));
    return members;
  }

  @Override
  public String toString() {
    return value().toString();
  }
}
