package dev.callsheet.spec.source;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A node of a YAML document with its location. Accessors for a kind of node that this one is not
 * return nothing; whether a document has the right nodes is validated by the meta-schema.
 */
public sealed interface YamlNode {
  /** Where the node begins. */
  SourceLocation location();

  /** The same as JSON, without locations. */
  JsonNode json();

  /** A string, a number, a boolean or null. */
  record Scalar(JsonNode json, SourceLocation location) implements YamlNode {}

  /** A list. */
  record Sequence(List<YamlNode> items, SourceLocation location) implements YamlNode {
    /** Copies the list, so that a node never changes. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public JsonNode json() {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      items.forEach(item -> array.add(item.json()));
      return array;
    }
  }

  /** Values by their keys, in the order of the document. */
  record Mapping(Map<String, Entry> entries, SourceLocation location) implements YamlNode {
    /** Copies the map, order kept, so that a node never changes. */
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** A mapping without entries, as a stand-in for one that is not there. */
    public static Mapping empty(SourceLocation location) {
      return new Mapping(Map.of(), location);
    }

    /** Whether the key is there. */
    public boolean has(String key) {
      return entries.containsKey(key);
    }

    /** The value of a key. */
    public Optional<YamlNode> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** The value of a key, as text. */
    public Optional<String> text(String key) {
      return get(key).flatMap(YamlNode::asText);
    }

    /** The value of a key, as an exact number. */
    public Optional<BigDecimal> decimal(String key) {
      return get(key).flatMap(YamlNode::asDecimal);
    }

    /** The mapping under a key. */
    public Optional<Mapping> mapping(String key) {
      return get(key).flatMap(YamlNode::asMapping);
    }

    /** The mapping under a key; an empty one when there is none. */
    public Mapping mappingOrEmpty(String key) {
      return mapping(key).orElse(empty(keyLocation(key)));
    }

    /** The items of the list under a key; none when there is no list. */
    public List<YamlNode> items(String key) {
      return get(key).map(YamlNode::items).orElse(List.of());
    }

    /** The texts in the list under a key. */
    public List<String> texts(String key) {
      return items(key).stream().flatMap(item -> item.asText().stream()).toList();
    }

    /** A copy with that value under the key, which keeps its location. */
    public Mapping with(String key, YamlNode value) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.put(key, new Entry(keyLocation(key), value));
      return new Mapping(changed, location);
    }

    /** A copy without those keys. */
    public Mapping without(Collection<String> keys) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      changed.keySet().removeAll(keys);
      return new Mapping(changed, location);
    }

    /** Where a key stands, or where the mapping begins when the key is not there. */
    public SourceLocation keyLocation(String key) {
      Entry entry = entries.get(key);
      return entry == null ? location : entry.keyLocation();
    }

    @Override
    public JsonNode json() {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      entries.forEach((key, entry) -> object.set(key, entry.value().json()));
      return object;
    }
  }

  /** The value of a key, with the location of the key. */
  record Entry(SourceLocation keyLocation, YamlNode value) {}

  /** The number, exact, when this is one. */
  default Optional<BigDecimal> asDecimal() {
    return json().isNumber() ? Optional.of(json().decimalValue()) : Optional.empty();
  }

  /** The text, when this is a string. */
  default Optional<String> asText() {
    return this instanceof Scalar scalar && scalar.json().isString()
        ? Optional.of(scalar.json().stringValue())
        : Optional.empty();
  }

  /** The mapping, when this is one. */
  default Optional<Mapping> asMapping() {
    return this instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
  }

  /** The items, when this is a list; none otherwise. */
  default List<YamlNode> items() {
    return List.of();
  }

  /** The items of a list; any other node is a list of itself. */
  default List<YamlNode> itemsOrSelf() {
    return this instanceof Sequence sequence ? sequence.items() : List.of(this);
  }
}
