package dev.callsheet.spec.parser;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses rules, those inside {@code each} included, and checks their ids and references. */
final class RuleParser {
  private final ProblemCollector problems;
  private final ParameterPathParser paths;
  private final RuleBodyParser bodies;
  private final Map<String, SourceLocation> ids = new LinkedHashMap<>();
  private final Map<YamlNode, String> contradictions = new LinkedHashMap<>();

  RuleParser(ProblemCollector problems) {
    this.problems = problems;
    this.paths = new ParameterPathParser(problems);
    this.bodies = new RuleBodyParser(problems);
  }

  /** All rules of a spec, in its order. */
  List<Rule> parse(List<YamlNode> nodes, PathScope scope) {
    List<Rule> rules = new ArrayList<>();
    parseInto(rules, nodes, scope);
    contradictions.forEach(this::checkContradiction);
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
    return scope.eachItem(
        paths.parseSingle(node, Set.of(JsonType.ARRAY), "`each` needs a list", scope));
  }

  private Optional<Rule> parseRule(YamlNode.Mapping rule, PathScope scope) {
    String id = parseId(rule);
    rule.get("contradicts").ifPresent(node -> contradictions.put(node, id));
    Optional<RuleBody> body = bodies.parse(rule, scope);
    Optional<RuleBody> documented =
        rule.mapping("documented").flatMap(published -> bodies.parse(published, scope));
    if (body.isPresent() && body.equals(documented)) {
      problems.report(
          rule.get("documented").orElse(rule).location(),
          "`documented` equals the rule; leave it out where the two do not differ");
    }
    return body.map(
        enforced ->
            new Rule(
                id,
                severity(rule),
                rule.text("description").orElse(""),
                scope.base(),
                enforced,
                documented.orElse(null),
                rule.text("contradicts").orElse(null),
                rule.text("note").orElse(null),
                null,
                rule.text("redundant").orElse(null),
                rule.text("proposed").orElse(null),
                location(rule)));
  }

  /** A rule that nobody has confirmed yet warns, whatever it is to do later. */
  private static Severity severity(YamlNode.Mapping rule) {
    boolean isWarning = rule.text("severity").filter("warning"::equals).isPresent();
    return isWarning || rule.has("proposed") ? Severity.WARNING : Severity.ERROR;
  }

  private String parseId(YamlNode.Mapping rule) {
    String id = rule.text("id").orElse("");
    SourceLocation location = location(rule);
    if (!id.isEmpty()) {
      SourceLocation first = ids.putIfAbsent(id, location);
      if (first != null) {
        problems.report(location, "the rule id `" + id + "` is taken; the first is at " + first);
      }
      if (StructuralRule.withId(id).isPresent()) {
        problems.report(
            location,
            "the rule id `" + id + "` is reserved for findings that need no rule in a spec");
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
