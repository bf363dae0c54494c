package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.source.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the body of a rule. There is exactly one kind of body in a rule. */
final class RuleBodyParser {
  private static final Set<String> CONSEQUENCES = Set.of("require", "forbid", "constrain");

  /** The kinds whose bodies keep their condition themselves. */
  private static final Set<String> CONDITIONAL = Set.of("combinations", "sum");

  /** In how many ways items may be shared among the lists of one rule. */
  private static final int MAX_WAYS = 500;

  private final ProblemCollector problems;
  private final ParameterPathParser paths;
  private final ConditionParser conditions;
  private final Map<String, BodyParser> bodyParsers = new LinkedHashMap<>();

  /** Reads one kind of body. */
  private interface BodyParser {
    RuleBody parse(YamlNode body, @Nullable Formula condition, PathScope scope);
  }

  RuleBodyParser(ProblemCollector problems) {
    this.problems = problems;
    this.paths = new ParameterPathParser(problems);
    this.conditions = new ConditionParser(problems);
    TableRuleParser rows = new TableRuleParser(problems);
    NumericRuleParser numeric = new NumericRuleParser(problems);
    bodyParsers.put(
        "exactlyOneOf",
        (body, when, scope) -> new RuleBody.ExactlyOneOf(conditions.parseAll(body.items(), scope)));
    bodyParsers.put(
        "atLeastOneOf",
        (body, when, scope) -> new RuleBody.AtLeastOneOf(conditions.parseAll(body.items(), scope)));
    bodyParsers.put(
        "atMostOneOf",
        (body, when, scope) -> new RuleBody.AtMostOneOf(conditions.parseAll(body.items(), scope)));
    bodyParsers.put(
        "allOrNone",
        (body, when, scope) -> new RuleBody.AllOrNone(paths.parseEachSingle(body.items(), scope)));
    bodyParsers.put("combinations", rows::parseCombinations);
    bodyParsers.put("table", (body, when, scope) -> rows.parseTable(body, scope));
    bodyParsers.put("itemsTogether", (body, when, scope) -> parseItemsTogether(body, scope));
    bodyParsers.put("sum", numeric::parseSum);
    bodyParsers.put("measure", (body, when, scope) -> numeric.parseMeasure(body, scope));
    bodyParsers.put("references", (body, when, scope) -> numeric.parseReferences(body, scope));
  }

  /** The body among the keys of a rule; empty, and reported, when there is none or several. */
  Optional<RuleBody> parse(YamlNode.Mapping rule, PathScope scope) {
    List<String> found = kindsIn(rule);
    Formula condition = conditions.parse(rule, "when", scope).orElse(null);
    List<RuleBody> bodies = new ArrayList<>();
    for (String kind : found) {
      bodies.add(
          kind.equals("when")
              ? parseConditional(rule, condition, scope)
              : parse(kind, rule, condition, scope));
    }
    if (found.isEmpty() && problems.hasProblemAtKeyOf(rule)) {
      return Optional.empty();
    }
    if (found.size() != 1) {
      problems.report(
          rule.location(),
          found.isEmpty() ? missingBodyMessage(rule) : multipleBodiesMessage(found));
      return Optional.empty();
    }
    return Optional.of(bodies.get(0));
  }

  private RuleBody parseItemsTogether(YamlNode body, PathScope scope) {
    YamlNode.Mapping mapping = body.asMapping().orElse(YamlNode.Mapping.empty(body.location()));
    List<ParameterPath> lists =
        mapping.items("of").stream()
            .map(
                node ->
                    paths.parseSingle(
                        node, Set.of(JsonType.ARRAY), "`itemsTogether` counts lists", scope))
            .toList();
    int minimum = mapping.decimal("minimum").map(BigDecimal::intValue).orElse(0);
    Integer maximum = mapping.decimal("maximum").map(BigDecimal::intValue).orElse(null);
    int largest = Math.max(minimum, maximum == null ? 0 : maximum + 1);
    if (!problems.hasProblemAtKeyOf(mapping)
        && RuleBody.ItemsTogether.ways(largest, lists.size()) > MAX_WAYS) {
      problems.report(
          body.location(),
          "so many items can be shared among these lists in more than "
              + MAX_WAYS
              + " ways, which is more than a rule may try; lower the bound, or count fewer lists");
      return new RuleBody.AtLeastOneOf(List.of());
    }
    return new RuleBody.ItemsTogether(lists, minimum, maximum);
  }

  private RuleBody parse(
      String kind, YamlNode.Mapping rule, @Nullable Formula condition, PathScope scope) {
    BodyParser reader = Objects.requireNonNull(bodyParsers.get(kind));
    RuleBody body = reader.parse(rule.get(kind).orElse(rule), condition, scope);
    return condition == null || CONDITIONAL.contains(kind)
        ? body
        : new RuleBody.Conditional(condition, List.of(body.toFormula()), List.of(), Map.of());
  }

  private List<String> kindsIn(YamlNode.Mapping rule) {
    List<String> found = new ArrayList<>();
    if (CONSEQUENCES.stream().anyMatch(rule::has)) {
      found.add("when");
    }
    bodyParsers.keySet().stream().filter(rule::has).forEach(found::add);
    return found;
  }

  private RuleBody parseConditional(
      YamlNode.Mapping rule, @Nullable Formula condition, PathScope scope) {
    List<Formula> require =
        rule.get("require")
            .map(node -> conditions.parseAll(node.itemsOrSelf(), scope))
            .orElse(List.of());
    List<ParameterPath> forbid =
        rule.get("forbid").map(node -> paths.parseAll(node.itemsOrSelf(), scope)).orElse(List.of());
    return new RuleBody.Conditional(
        condition,
        require,
        forbid,
        rule.get("constrain")
            .map(node -> conditions.parseConstraints(node, scope))
            .orElse(Map.of()));
  }

  private String missingBodyMessage(YamlNode.Mapping rule) {
    if (rule.has("when")) {
      return "`when` needs a consequence: `require`, `forbid` or `constrain`";
    }
    return "the rule has no consequence; it needs one of `require`, `forbid`, `constrain`, "
        + bodyParsers.keySet().stream()
            .map(kind -> "`" + kind + "`")
            .collect(Collectors.joining(", "));
  }

  private static String multipleBodiesMessage(List<String> found) {
    return "a rule has one form; write "
        + found.stream()
            .map(kind -> kind.equals("when") ? "consequences" : "`" + kind + "`")
            .collect(Collectors.joining(" and "))
        + " as separate rules";
  }
}
