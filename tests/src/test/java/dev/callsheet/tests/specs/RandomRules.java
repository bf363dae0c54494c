package dev.callsheet.tests.specs;

import static dev.callsheet.tests.specs.RandomParameters.json;

import dev.callsheet.tests.specs.RandomParameter.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes rules of every form about parameters, and conditions of every form. */
final class RandomRules {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Random random;
  private final List<RandomParameter> parameters;

  RandomRules(Random random, List<RandomParameter> parameters) {
    this.random = random;
    this.parameters = parameters;
  }

  /** A rule, or a group of rules for every item of a list. */
  ObjectNode rule(String id) {
    ObjectNode rule = json("{'id': '%s', 'description': 'Rule %s.'}", id, id);
    ObjectNode body = body();
    if (body.has("each")) {
      ((ObjectNode) body.get("rules").get(0)).setAll(rule);
      return body;
    }
    if (random.nextInt(10) == 0) {
      rule.put("severity", "warning");
    }
    return rule.setAll(body);
  }

  private ObjectNode body() {
    List<RandomParameter> shots = ofKind(Kind.LIST_OF_OBJECTS);
    List<RandomParameter> lists =
        Stream.concat(shots.stream(), ofKind(Kind.LIST).stream()).toList();
    List<RandomParameter> integers = ofKind(Kind.INTEGER);
    return switch (random.nextInt(14)) {
      case 0 -> alternatives("exactlyOneOf", 2);
      case 1 -> alternatives("atMostOneOf", 2);
      case 2 -> alternatives("atLeastOneOf", 2);
      case 3 -> allOrNone();
      case 4 -> shots.isEmpty() ? conditional() : sum(one(shots), integers);
      case 5 -> lists.size() < 2 ? conditional() : itemsTogether(lists);
      case 6 ->
          integers.size() < 2
              ? conditional()
              : json(
                  "{'measure': {'area': ['%s', '%s'], 'minimum': 2, 'maximum': 30}}",
                  integers.get(0).path(), integers.get(1).path());
      case 7 -> shots.isEmpty() ? conditional() : each(one(shots));
      case 8 -> combinations();
      case 9 -> shots.isEmpty() ? conditional() : references(one(shots));
      default -> conditional();
    };
  }

  private ObjectNode allOrNone() {
    RandomParameter one = any();
    RandomParameter other = any();
    return one.equals(other)
        ? conditional()
        : json("{'allOrNone': ['%s', '%s']}", one.path(), other.path());
  }

  private ObjectNode sum(RandomParameter shots, List<RandomParameter> integers) {
    String terms = shots.path() + "[]." + (random.nextBoolean() ? "n" : "share");
    ObjectNode sum =
        switch (integers.isEmpty() ? 1 + random.nextInt(2) : random.nextInt(3)) {
          case 0 -> json("{'of': '%s', 'equals': '%s'}", terms, one(integers).path());
          case 1 -> json("{'of': '%s', 'equals': %d}", terms, 3 + random.nextInt(5));
          default -> json("{'of': '%s', 'minimum': 1.5, 'maximum': 7}", terms);
        };
    ObjectNode body = JSON.objectNode().set("sum", sum);
    return random.nextInt(3) == 0 ? body.set("when", condition(1)) : body;
  }

  private ObjectNode itemsTogether(List<RandomParameter> lists) {
    return json(
        "{'itemsTogether': {'of': ['%s', '%s'], 'maximum': %d}}",
        lists.get(0).path(), lists.get(1).path(), 2 + random.nextInt(3));
  }

  private ObjectNode each(RandomParameter list) {
    ObjectNode inner =
        switch (random.nextInt(3)) {
          case 0 -> json("{'when': 'on', 'require': 't'}");
          case 1 -> json("{'when': {'n': {'minimum': 3}}, 'forbid': ['on']}");
          default -> json("{'atLeastOneOf': ['t', 'share']}");
        };
    ObjectNode group = json("{'each': '%s'}", list.path());
    group.putArray("rules").add(inner);
    return group;
  }

  private ObjectNode combinations() {
    List<RandomParameter> choices = ofKind(Kind.CHOICE);
    if (choices.size() < 2) {
      return conditional();
    }
    RandomParameter one = choices.get(0);
    RandomParameter other = choices.get(1);
    ObjectNode body = JSON.objectNode();
    ObjectNode combinations = body.putObject("combinations");
    combinations.putArray("of").add(one.path()).add(other.path());
    ArrayNode rows = combinations.putArray("rows");
    Set<JsonNode> taken = new LinkedHashSet<>();
    for (int i = 0; i < 3; i++) {
      ArrayNode values = JSON.arrayNode().add(value(one)).add(value(other));
      if (taken.add(values)) {
        rows.addObject().put("label", "row " + i).set("values", values);
      }
    }
    return body;
  }

  private JsonNode value(RandomParameter choice) {
    JsonNode listed =
        choice.schema().has("enum") ? choice.schema().get("enum") : choice.schema().get("oneOf");
    JsonNode value = listed.get(random.nextInt(listed.size()));
    return value.isObject() ? value.get("const") : value;
  }

  private ObjectNode references(RandomParameter list) {
    return json(
        "{'references': {'in': ['%1$s[].t'], 'pattern': '<(\\\\d+)>', 'to': '%1$s'}}", list.path());
  }

  private ObjectNode conditional() {
    ObjectNode body = JSON.objectNode();
    body.set("when", condition(2));
    switch (random.nextInt(3)) {
      case 0 -> body.set("require", condition(1));
      case 1 -> body.putArray("forbid").add(any().path());
      default -> {
        RandomParameter bound = any();
        body.putObject("constrain").set(bound.path(), one(bound.matches()));
      }
    }
    return body;
  }

  private ObjectNode alternatives(String form, int count) {
    ObjectNode body = JSON.objectNode();
    Set<JsonNode> conditions = new LinkedHashSet<>();
    for (int i = 0; i < count + random.nextInt(2); i++) {
      conditions.add(condition(1));
    }
    body.putArray(form).addAll(conditions);
    return conditions.size() < 2 ? conditional() : body;
  }

  /** A condition with conditions inside, so deep at most. */
  JsonNode condition(int depth) {
    switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0, 1, 2 -> {
        return JSON.stringNode(any().path());
      }
      case 3, 4, 5 -> {
        RandomParameter matched = any();
        return JSON.objectNode().set(matched.path(), one(matched.matches()));
      }
      case 6 -> {
        return JSON.objectNode().set("not", condition(depth - 1));
      }
      case 7 -> {
        return JSON.arrayNode().add(condition(depth - 1)).add(condition(depth - 1));
      }
      default -> {
        ArrayNode any = JSON.arrayNode().add(condition(depth - 1)).add(condition(depth - 1));
        return JSON.objectNode().set("anyOf", any);
      }
    }
  }

  /** A parameter that is not always there. */
  RandomParameter any() {
    return one(parameters);
  }

  List<RandomParameter> ofKind(Kind kind) {
    return parameters.stream().filter(parameter -> parameter.kind() == kind).toList();
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
