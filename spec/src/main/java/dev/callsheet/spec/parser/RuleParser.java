package dev.callsheet.spec.parser;

import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads rules, those inside {@code each} included, and the names they know each other by. */
final class RuleParser {
  /** Ids of violations that need no rule; a rule of the same name would be taken for them. */
  static final Set<String> RESERVED_IDS =
      Arrays.stream(StructuralRule.values())
          .map(StructuralRule::id)
          .collect(Collectors.toUnmodifiableSet());

  private final ProblemCollector problems;
  private final ParameterPathParser paths;
  private final RuleBodyParser bodies;
  private final Map<String, SourceLocation> ids = new LinkedHashMap<>();
  private final Map<YamlNode, String> contradictedBy = new LinkedHashMap<>();

  RuleParser(ProblemCollector problems) {
    this.problems = problems;
    this.paths = new ParameterPathParser(problems);
    this.bodies = new RuleBodyParser(problems);
  }

  /** All rules of a spec, in its order. */
  List<Rule> parse(List<YamlNode> nodes, PathScope scope) {
    List<Rule> rules = new ArrayList<>();
    parseInto(rules, nodes, scope);
    contradictedBy.forEach(this::checkContradiction);
    return rules;
  }

  private void parseInto(List<Rule> rules, List<YamlNode> nodes, PathScope scope) {
    for (YamlNode node : nodes) {
      if (node instanceof YamlNode.Mapping mapping) {
        if (mapping.has("each")) {
          parseInto(rules, mapping.items("rules"), itemScope(mapping, scope));
        } else {
          parseRule(mapping, scope).ifPresent(rules::add);
        }
      }
    }
  }

  private PathScope itemScope(YamlNode.Mapping each, PathScope scope) {
    YamlNode node = each.get("each").orElse(each);
    ParameterPath list = paths.parseSingle(node, scope);
    paths.checkType(list, Set.of(JsonType.ARRAY), "`each` wants a list", node, scope);
    return scope.eachItem(list);
  }

  private Optional<Rule> parseRule(YamlNode.Mapping rule, PathScope scope) {
    String id = parseId(rule);
    rule.get("contradicts").ifPresent(node -> contradictedBy.put(node, id));
    Optional<RuleBody> body = bodies.parse(rule, scope);
    Optional<RuleBody> documented =
        rule.mapping("documented").flatMap(published -> bodies.parse(published, scope));
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

  private String parseId(YamlNode.Mapping rule) {
    String id = rule.text("id").orElse("");
    SourceLocation location = location(rule);
    if (!id.isEmpty()) {
      SourceLocation first = ids.putIfAbsent(id, location);
      if (first != null) {
        problems.report(location, "the rule id `" + id + "` is taken; the first is at " + first);
      }
      if (RESERVED_IDS.contains(id)) {
        problems.report(
            location,
            "the rule id `" + id + "` is Callsheet's own, for mistakes that need no rule");
      }
    }
    return id;
  }

  private void checkContradiction(YamlNode node, String own) {
    node.asText()
        .ifPresent(
            other -> {
              if (other.equals(own)) {
                problems.report(node.location(), "the rule `" + own + "` contradicts itself");
              } else if (!ids.containsKey(other)) {
                problems.report(
                    node.location(),
                    "there is no rule `"
                        + other
                        + "`"
                        + SpellingSuggestion.hint(other, ids.keySet()));
              }
            });
  }

  private static SourceLocation location(YamlNode.Mapping rule) {
    return rule.get("id").map(YamlNode::location).orElse(rule.location());
  }
}
