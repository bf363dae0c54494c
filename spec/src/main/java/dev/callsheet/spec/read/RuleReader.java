package dev.callsheet.spec.read;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.calculus.JsonType;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleBody;
import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.Node;
import dev.callsheet.spec.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads rules, those inside {@code each} included, and the names they know each other by. */
final class RuleReader {
  /** Ids of mistakes that need no rule; a rule of the same name would be mistaken for them. */
  static final Set<String> STRUCTURAL =
      Set.of(
          "unknown-parameter",
          "missing-parameter",
          "wrong-type",
          "out-of-range",
          "wrong-length",
          "not-allowed-value",
          "wrong-format",
          "too-many-items",
          "too-few-items",
          "duplicate-key",
          "malformed-json",
          "too-large",
          "unknown-model",
          "secret-in-request");

  private final Problems problems;
  private final PathReader paths;
  private final BodyReader bodies;
  private final Map<String, Location> ids = new LinkedHashMap<>();
  private final Map<Node, String> contradicted = new LinkedHashMap<>();

  RuleReader(Problems problems) {
    this.problems = problems;
    this.paths = new PathReader(problems);
    this.bodies = new BodyReader(problems);
  }

  /** All rules of a spec, in its order. */
  List<Rule> read(List<Node> nodes, Scope scope) {
    List<Rule> rules = new ArrayList<>();
    readInto(rules, nodes, scope);
    contradicted.forEach(this::checkContradiction);
    return rules;
  }

  private void readInto(List<Rule> rules, List<Node> nodes, Scope scope) {
    for (Node node : nodes) {
      if (node instanceof Node.Mapping mapping) {
        if (mapping.has("each")) {
          readInto(rules, mapping.items("rules"), itemScope(mapping, scope));
        } else {
          rule(mapping, scope).ifPresent(rules::add);
        }
      }
    }
  }

  private Scope itemScope(Node.Mapping each, Scope scope) {
    Node node = each.get("each").orElse(each);
    Path list = paths.one(node, scope);
    paths.expect(list, Set.of(JsonType.ARRAY), "`each` wants a list", node, scope);
    return scope.eachItem(list);
  }

  private Optional<Rule> rule(Node.Mapping rule, Scope scope) {
    String id = id(rule);
    rule.get("contradicts").ifPresent(node -> contradicted.put(node, id));
    Optional<RuleBody> body = bodies.read(rule, scope);
    Optional<RuleBody> documented =
        rule.mapping("documented").flatMap(published -> bodies.read(published, scope));
    if (body.isPresent() && body.equals(documented)) {
      problems.report(
          rule.get("documented").orElse(rule).location(),
          "`documented` says what the rule says; leave it out where the two do not differ");
    }
    return body.map(
        enforced ->
            new Rule(
                id,
                rule.text("severity").filter("warning"::equals).isPresent()
                    ? Severity.WARNING
                    : Severity.ERROR,
                rule.text("description").orElse(""),
                scope.base(),
                enforced,
                documented.orElse(null),
                rule.text("contradicts").orElse(null),
                rule.text("note").orElse(null),
                location(rule)));
  }

  private String id(Node.Mapping rule) {
    String id = rule.text("id").orElse("");
    Location location = location(rule);
    if (!id.isEmpty()) {
      Location first = ids.putIfAbsent(id, location);
      if (first != null) {
        problems.report(location, "the rule id `" + id + "` is taken; the first is at " + first);
      }
      if (STRUCTURAL.contains(id)) {
        problems.report(
            location,
            "the rule id `" + id + "` is Callsheet's own, for mistakes that need no rule");
      }
    }
    return id;
  }

  private void checkContradiction(Node node, String own) {
    node.asText()
        .ifPresent(
            other -> {
              if (other.equals(own)) {
                problems.report(node.location(), "the rule `" + own + "` contradicts itself");
              } else if (!ids.containsKey(other)) {
                problems.report(
                    node.location(),
                    "there is no rule `" + other + "`" + Suggestion.hint(other, ids.keySet()));
              }
            });
  }

  private static Location location(Node.Mapping rule) {
    return rule.get("id").map(Node::location).orElse(rule.location());
  }
}
