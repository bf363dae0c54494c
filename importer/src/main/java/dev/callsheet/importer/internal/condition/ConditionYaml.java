package dev.callsheet.importer.internal.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conditions as the spec language writes them. What it cannot write inside of others, such as
 * exactly one of several, is written out by what it can.
 */
public final class ConditionYaml implements ConditionVisitor<JsonNode> {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ConditionYaml INSTANCE = new ConditionYaml();

  private ConditionYaml() {}

  /** The written form. */
  public static JsonNode of(Condition condition) {
    return condition.accept(INSTANCE);
  }

  /** The written forms of several. */
  public static ArrayNode listOf(List<Condition> conditions) {
    ArrayNode list = NODES.arrayNode();
    conditions.forEach(condition -> list.add(of(condition)));
    return list;
  }

  @Override
  public JsonNode visitConstant(Condition.Constant condition) {
    // Simplified conditions are constants as a whole or have none inside.
    throw new IllegalArgumentException("a constant is no condition of the language");
  }

  @Override
  public JsonNode visitProvided(Condition.Provided condition) {
    return NODES.stringNode(condition.path().toString());
  }

  @Override
  public JsonNode visitMatches(Condition.Matches condition) {
    return entry(condition.path().toString(), condition.fragment());
  }

  @Override
  public JsonNode visitRows(Condition.Rows condition) {
    ArrayNode rows = NODES.arrayNode();
    for (Condition.Row row : condition.rows()) {
      ObjectNode values = NODES.objectNode();
      for (int i = 0; i < row.values().size(); i++) {
        values.set(condition.parameters().get(i).toString(), entry("const", row.values().get(i)));
      }
      rows.add(values);
    }
    return entry("anyOf", rows);
  }

  @Override
  public JsonNode visitAll(Condition.All condition) {
    if (condition.parts().stream().allMatch(Condition.Provided.class::isInstance)) {
      return listOf(condition.parts());
    }
    ObjectNode joined = joined(condition.parts());
    return joined == null ? entry("allOf", listOf(condition.parts())) : joined;
  }

  /** One mapping for all; null when they are not all of different parameters that match. */
  private static @Nullable ObjectNode joined(List<Condition> parts) {
    ObjectNode joined = NODES.objectNode();
    for (Condition part : parts) {
      if (!(part instanceof Condition.Matches matches) || joined.has(matches.path().toString())) {
        return null;
      }
      joined.set(matches.path().toString(), matches.fragment());
    }
    return joined;
  }

  @Override
  public JsonNode visitAny(Condition.Any condition) {
    return entry("anyOf", listOf(condition.parts()));
  }

  @Override
  public JsonNode visitExactlyOne(Condition.ExactlyOne condition) {
    ArrayNode all = NODES.arrayNode();
    all.add(entry("anyOf", listOf(condition.parts())));
    for (int i = 0; i < condition.parts().size(); i++) {
      for (int j = i + 1; j < condition.parts().size(); j++) {
        List<Condition> pair = List.of(condition.parts().get(i), condition.parts().get(j));
        all.add(entry("not", entry("allOf", listOf(pair))));
      }
    }
    return entry("allOf", all);
  }

  @Override
  public JsonNode visitNot(Condition.Not condition) {
    return entry("not", of(condition.part()));
  }

  @Override
  public JsonNode visitImplies(Condition.Implies condition) {
    ArrayNode any = NODES.arrayNode();
    any.add(entry("not", of(condition.condition())));
    any.add(of(condition.consequence()));
    return entry("anyOf", any);
  }

  private static ObjectNode entry(String key, JsonNode value) {
    ObjectNode mapping = NODES.objectNode();
    mapping.set(key, value);
    return mapping;
  }
}
