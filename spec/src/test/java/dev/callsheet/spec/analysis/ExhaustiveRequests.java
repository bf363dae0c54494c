package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.logic.CompiledFormula;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every request that a small spec's shapes allow, and which rules each of them keeps. */
final class ExhaustiveRequests {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<JsonNode> requests;
  private final Map<String, BitSet> keeping = new LinkedHashMap<>();
  private final List<String> bindingRules;

  ExhaustiveRequests(ModelSpec spec) {
    this.requests = objects(spec.request());
    for (Rule rule : spec.rules()) {
      keeping.put(rule.id(), where(rule.body().toFormula()));
    }
    this.bindingRules =
        spec.rules().stream()
            .filter(rule -> rule.severity() == Severity.ERROR)
            .map(Rule::id)
            .toList();
  }

  /** The requests of which a formula holds. */
  BitSet where(Formula formula) {
    CompiledFormula statement = FormulaCompiler.compile(formula);
    return where(request -> statement.holdsIn(JsonLocation.root(request)));
  }

  BitSet where(Predicate<JsonNode> test) {
    BitSet found = new BitSet();
    IntStream.range(0, requests.size()).filter(i -> test.test(requests.get(i))).forEach(found::set);
    return found;
  }

  /** The requests that keep these rules. */
  BitSet keeping(Iterable<String> rules) {
    BitSet found = new BitSet();
    found.set(0, requests.size());
    rules.forEach(rule -> found.and(keeping.get(rule)));
    return found;
  }

  BitSet valid() {
    return keeping(bindingRules);
  }

  /** What a valid request keeps. */
  List<String> rules() {
    return bindingRules;
  }

  /** What a request keeps that may break a rule. */
  List<String> rulesBeside(Rule rule) {
    return (rule.severity() == Severity.ERROR ? bindingRules : keeping.keySet())
        .stream().filter(id -> !id.equals(rule.id())).toList();
  }

  /** The size of a smallest set of these rules that leaves none of the claimed requests. */
  int smallestCause(BitSet claim, List<String> among) {
    int smallest = Integer.MAX_VALUE;
    for (int subset = 0; subset < 1 << among.size(); subset++) {
      List<String> chosen = new ArrayList<>();
      for (int i = 0; i < among.size(); i++) {
        if ((subset & 1 << i) != 0) {
          chosen.add(among.get(i));
        }
      }
      if (chosen.size() < smallest && !keeping(chosen).intersects(claim)) {
        smallest = chosen.size();
      }
    }
    return smallest;
  }

  private static List<JsonNode> objects(Shape.Structure structure) {
    List<JsonNode> objects = List.of(JSON.objectNode());
    for (Parameter member : structure.members()) {
      List<JsonNode> longer = new ArrayList<>();
      for (JsonNode object : objects) {
        if (!member.required()) {
          longer.add(object);
        }
        for (JsonNode value : values(member.shape())) {
          ObjectNode extended = ((ObjectNode) object).deepCopy();
          longer.add(extended.set(member.name(), value));
        }
      }
      objects = longer;
    }
    return objects;
  }

  private static List<JsonNode> values(Shape shape) {
    if (shape instanceof Shape.Structure structure) {
      return objects(structure);
    }
    if (shape instanceof Shape.Choice choice) {
      return choice.values();
    }
    if (shape instanceof Shape.Dictionary) {
      return List.of(
          JSON.objectNode(),
          JSON.objectNode().put("a", 1),
          JSON.objectNode().put("a", 1).put("b", 2));
    }
    return switch (((Shape.Scalar) shape).type()) {
      case BOOLEAN -> List.of(JSON.booleanNode(true), JSON.booleanNode(false));
      case STRING -> List.of(JSON.stringNode("x"), JSON.stringNode("yy"), JSON.stringNode("zzz"));
      default -> List.of(JSON.numberNode(1), JSON.numberNode(2), JSON.numberNode(3));
    };
  }
}
