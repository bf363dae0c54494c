package dev.callsheet.importer.internal.condition;

import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Translates a schema that constrains an object into a condition of the same meaning.
 *
 * <p>A schema is about the value at a path, which is taken to be there. {@code required} then says
 * that members are provided; {@code properties} says of each member that it is not provided or is
 * as its schema says; {@code if}, {@code not} and the like join conditions. Of values that are no
 * objects, what remains is a fragment that they match.
 *
 * <p>Two things depend on where a schema stands. That every item of a list is as a schema says can
 * be a condition only as a fragment; where it is demanded ({@code demanded}), it may as well be
 * said of the parameters of all items, one by one. And alternatives that are combinations of
 * constants are {@link Condition.Rows} where they are demanded.
 */
public final class ConditionTranslator {
  private static final int MAX_DEPTH = 16;

  /** Alternatives of which one holds are written out as pairs where they stand inside of others. */
  private static final int MAX_EXCLUSIVE = 50;

  private static final Set<String> LOGIC =
      Set.of("allOf", "anyOf", "oneOf", "not", "if", "dependentRequired", "dependentSchemas");
  private static final Set<String> STRUCTURE =
      Set.of(
          "type",
          "required",
          "properties",
          "additionalProperties",
          "unevaluatedProperties",
          "minProperties",
          "maxProperties",
          "items");

  private final ParameterTree parameters;
  private int depth;

  /** For schemas of requests with these parameters. */
  public ConditionTranslator(ParameterTree parameters) {
    this.parameters = parameters;
  }

  /**
   * The condition that a schema demands of what is at a path.
   *
   * @throws UnliftableException when no condition says the same
   */
  public Condition demand(SchemaNode schema, ParameterPath path) throws UnliftableException {
    return translate(schema, path, true);
  }

  /**
   * The condition that one keyword of a schema demands.
   *
   * @throws UnliftableException when no condition says the same
   */
  public Condition demand(SchemaNode schema, String keyword, ParameterPath path)
      throws UnliftableException {
    if (LOGIC.contains(keyword)) {
      return logic(keyword, schema, path, true);
    }
    if (keyword.equals("minProperties") || keyword.equals("maxProperties")) {
      return memberCount(keyword, schema, path);
    }
    return new Condition.Matches(path, FragmentTranslator.translate(schema, keyword));
  }

  private Condition translate(SchemaNode schema, ParameterPath path, boolean demanded)
      throws UnliftableException {
    if (schema.value().isBoolean()) {
      return new Condition.Constant(schema.value().booleanValue());
    }
    if (!schema.isObject()) {
      throw new UnliftableException(schema.location(), "a schema is an object, true or false");
    }
    if (++depth > MAX_DEPTH) {
      throw new UnliftableException(schema.location(), "it is nested too deep");
    }
    List<Condition> parts = new ArrayList<>();
    for (String keyword : schema.names()) {
      if (LOGIC.contains(keyword)) {
        parts.add(logic(keyword, schema, path, demanded));
      }
    }
    if (isObject(path)) {
      parts.addAll(structure(schema, path, demanded));
    } else {
      parts.addAll(value(schema, path, demanded));
    }
    depth--;
    return ConditionSimplifier.all(parts);
  }

  private boolean isObject(ParameterPath path) {
    return path.isRoot() || parameters.types(path).equals(Set.of(JsonType.OBJECT));
  }

  private Condition logic(String keyword, SchemaNode schema, ParameterPath path, boolean demanded)
      throws UnliftableException {
    SchemaNode value = schema.get(keyword).orElseThrow();
    return switch (keyword) {
      case "allOf" -> ConditionSimplifier.all(each(value, path, demanded));
      case "anyOf", "oneOf" -> alternatives(keyword, value, path, demanded);
      case "not" -> new Condition.Not(translate(value, path, false));
      case "if" -> conditional(value, schema, path, demanded);
      case "dependentRequired" -> dependentNames(value, path);
      default -> dependentSchemas(value, path, demanded);
    };
  }

  private List<Condition> each(SchemaNode list, ParameterPath path, boolean demanded)
      throws UnliftableException {
    List<Condition> parts = new ArrayList<>();
    for (SchemaNode part : list.items()) {
      parts.add(translate(part, path, demanded));
    }
    return parts;
  }

  private Condition alternatives(
      String keyword, SchemaNode list, ParameterPath path, boolean demanded)
      throws UnliftableException {
    if (demanded) {
      Optional<Condition> rows = ConstantRows.of(list, path, keyword.equals("oneOf"));
      if (rows.isPresent()) {
        return rows.get();
      }
    }
    List<Condition> parts = each(list, path, false);
    if (keyword.equals("oneOf") && parts.size() > MAX_EXCLUSIVE) {
      throw new UnliftableException(
          list.location(), "a rule compares at most " + MAX_EXCLUSIVE + " alternatives");
    }
    return keyword.equals("anyOf")
        ? ConditionSimplifier.any(parts)
        : new Condition.ExactlyOne(parts);
  }

  private Condition conditional(
      SchemaNode condition, SchemaNode schema, ParameterPath path, boolean demanded)
      throws UnliftableException {
    Condition when = translate(condition, path, false);
    List<Condition> parts = new ArrayList<>();
    Optional<SchemaNode> then = schema.get("then");
    if (then.isPresent()) {
      parts.add(new Condition.Implies(when, translate(then.get(), path, demanded)));
    }
    Optional<SchemaNode> otherwise = schema.get("else");
    if (otherwise.isPresent()) {
      Condition unless = new Condition.Not(when);
      parts.add(new Condition.Implies(unless, translate(otherwise.get(), path, demanded)));
    }
    return ConditionSimplifier.all(parts);
  }

  private static Condition dependentNames(SchemaNode value, ParameterPath path) {
    List<Condition> parts = new ArrayList<>();
    for (String name : value.names()) {
      List<Condition> needed =
          value.texts(name).stream().map(each -> provided(path, each)).toList();
      parts.add(new Condition.Implies(provided(path, name), ConditionSimplifier.all(needed)));
    }
    return ConditionSimplifier.all(parts);
  }

  private Condition dependentSchemas(SchemaNode value, ParameterPath path, boolean demanded)
      throws UnliftableException {
    List<Condition> parts = new ArrayList<>();
    for (String name : value.names()) {
      Condition demand = translate(value.get(name).orElseThrow(), path, demanded);
      parts.add(new Condition.Implies(provided(path, name), demand));
    }
    return ConditionSimplifier.all(parts);
  }

  private List<Condition> structure(SchemaNode schema, ParameterPath path, boolean demanded)
      throws UnliftableException {
    List<Condition> parts = new ArrayList<>();
    for (String keyword : schema.names()) {
      switch (keyword) {
        case "required" -> schema.texts(keyword).forEach(name -> parts.add(provided(path, name)));
        case "properties" -> {
          for (Map.Entry<String, SchemaNode> member : schema.members(keyword).entrySet()) {
            parts.add(member(member.getKey(), member.getValue(), path, demanded));
          }
        }
        case "additionalProperties", "unevaluatedProperties" ->
            parts.addAll(onlyListed(keyword, schema, path));
        case "minProperties", "maxProperties" -> parts.add(memberCount(keyword, schema, path));
        case "type" -> {
          if (!schema.get(keyword).orElseThrow().value().toString().contains("object")) {
            parts.add(Condition.FALSE);
          }
        }
        default -> requireKnown(keyword, schema);
      }
    }
    return parts;
  }

  /** Reports keywords that are no logic, no annotation, and nothing that objects ignore. */
  private static void requireKnown(String keyword, SchemaNode schema) throws UnliftableException {
    boolean ignoredByObjects =
        FragmentTranslator.SAME.contains(keyword) && !Set.of("const", "enum").contains(keyword);
    boolean isBranch = Set.of("then", "else").contains(keyword);
    boolean isKnown =
        LOGIC.contains(keyword)
            || isBranch
            || ignoredByObjects
            || Set.of("items", "contains", "pattern", "format").contains(keyword)
            || FragmentTranslator.isAnnotation(keyword);
    if (!isKnown) {
      throw FragmentTranslator.unliftable(keyword, schema.get(keyword).orElse(schema));
    }
  }

  private Condition member(String name, SchemaNode schema, ParameterPath path, boolean demanded)
      throws UnliftableException {
    ParameterPath member = path.member(name);
    Condition absent = new Condition.Not(new Condition.Provided(member));
    if (!parameters.exists(member)) {
      return Condition.TRUE;
    }
    Condition demand = translate(schema, member, demanded);
    return demand.equals(Condition.TRUE)
        ? Condition.TRUE
        : ConditionSimplifier.any(List.of(absent, demand));
  }

  private List<Condition> onlyListed(String keyword, SchemaNode schema, ParameterPath path)
      throws UnliftableException {
    JsonNode value = schema.get(keyword).orElseThrow().value();
    if (!value.isBoolean()) {
      throw FragmentTranslator.unliftable(keyword, schema.get(keyword).orElseThrow());
    }
    List<Condition> absent = new ArrayList<>();
    if (!value.booleanValue()) {
      Set<String> others = new LinkedHashSet<>(parameters.members(path));
      others.removeAll(schema.members("properties").keySet());
      others.forEach(name -> absent.add(new Condition.Not(provided(path, name))));
    }
    return absent;
  }

  private Condition memberCount(String keyword, SchemaNode schema, ParameterPath path)
      throws UnliftableException {
    SchemaNode value = schema.get(keyword).orElseThrow();
    List<Condition> provided =
        parameters.members(path).stream().map(name -> provided(path, name)).toList();
    String count = keyword + value.value();
    if (count.equals("minProperties1")) {
      return ConditionSimplifier.any(provided);
    }
    if (count.equals("maxProperties0")) {
      return new Condition.Not(ConditionSimplifier.any(provided));
    }
    if (count.equals("minProperties0")) {
      return Condition.TRUE;
    }
    throw FragmentTranslator.unliftable(keyword, value);
  }

  /** What a schema says of a value that need not be an object, but for logic. */
  private List<Condition> value(SchemaNode schema, ParameterPath path, boolean demanded)
      throws UnliftableException {
    List<Condition> parts = new ArrayList<>();
    ObjectNode fragment = JsonNodeFactory.instance.objectNode();
    for (String keyword : schema.names()) {
      if (LOGIC.contains(keyword) || Set.of("then", "else").contains(keyword)) {
        continue;
      }
      if (keyword.equals("type")) {
        typed(schema, path).ifPresent(parts::add);
      } else if (keyword.equals("items") && demanded) {
        parts.addAll(items(schema.get(keyword).orElseThrow(), path));
      } else if (STRUCTURE.contains(keyword) || !FragmentTranslator.isAnnotation(keyword)) {
        fragment.setAll(FragmentTranslator.translate(schema, keyword));
      }
    }
    if (!fragment.isEmpty()) {
      parts.add(0, new Condition.Matches(path, fragment));
    }
    return parts;
  }

  /** That the value is of one of the types, where that is not so in any case. */
  private Optional<Condition> typed(SchemaNode schema, ParameterPath path) {
    SchemaNode type = schema.get("type").orElseThrow();
    List<String> names = new ArrayList<>();
    if (type.value().isString()) {
      names.add(type.value().stringValue());
    }
    type.items().forEach(item -> names.add(item.value().asString("")));
    Set<JsonType> possible = parameters.types(path);
    boolean always =
        !possible.isEmpty()
            && possible.stream()
                .allMatch(
                    each ->
                        names.contains(each.keyword())
                            || (each == JsonType.INTEGER && names.contains("number")));
    if (always) {
      return Optional.empty();
    }
    List<Condition> matches = new ArrayList<>();
    for (String name : names) {
      ObjectNode fragment = JsonNodeFactory.instance.objectNode();
      if (name.equals("null")) {
        fragment.putNull("const");
      } else {
        fragment.put("type", name);
      }
      matches.add(new Condition.Matches(path, fragment));
    }
    return Optional.of(ConditionSimplifier.any(matches));
  }

  /** That every item is as a schema demands, said of the parameters of all items one by one. */
  private List<Condition> items(SchemaNode schema, ParameterPath list) throws UnliftableException {
    ParameterPath item = list.eachItem();
    List<Condition> parts = new ArrayList<>();
    for (String keyword : schema.names()) {
      if (keyword.equals("properties")) {
        for (Map.Entry<String, SchemaNode> member : schema.members(keyword).entrySet()) {
          itemMember(item.member(member.getKey()), member.getValue()).ifPresent(parts::add);
        }
      } else if (keyword.equals("allOf")) {
        for (SchemaNode part : schema.items(keyword)) {
          parts.addAll(items(part, list));
        }
      } else if (!FragmentTranslator.isAnnotation(keyword)) {
        ObjectNode fragment = FragmentTranslator.translate(schema, keyword);
        if (!fragment.isEmpty()) {
          parts.add(whereProvided(item, fragment));
        }
      }
    }
    return parts;
  }

  private static Optional<Condition> itemMember(ParameterPath member, SchemaNode schema)
      throws UnliftableException {
    if (schema.value().isBoolean() && !schema.value().booleanValue()) {
      return Optional.of(new Condition.Not(new Condition.Provided(member)));
    }
    ObjectNode fragment = FragmentTranslator.translate(schema);
    return fragment.isEmpty() ? Optional.empty() : Optional.of(whereProvided(member, fragment));
  }

  private static Condition whereProvided(ParameterPath path, ObjectNode fragment) {
    return new Condition.Any(
        List.of(
            new Condition.Not(new Condition.Provided(path)),
            new Condition.Matches(path, fragment)));
  }

  private static Condition provided(ParameterPath owner, String name) {
    return new Condition.Provided(owner.member(name));
  }
}
