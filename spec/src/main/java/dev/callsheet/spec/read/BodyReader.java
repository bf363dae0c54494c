package dev.callsheet.spec.read;

import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.Requirement;
import dev.callsheet.spec.model.RuleBody;
import dev.callsheet.spec.source.Node;
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
final class BodyReader {
  private static final Set<String> CONSEQUENCES = Set.of("require", "forbid", "constrain");

  /** The kinds whose bodies keep their condition themselves. */
  private static final Set<String> CONDITIONAL = Set.of("combinations", "sum");

  private final Problems problems;
  private final PathReader paths;
  private final ConditionReader conditions;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  /** Reads one kind of body. */
  private interface Kind {
    RuleBody read(Node body, @Nullable Formula condition, Scope scope);
  }

  BodyReader(Problems problems) {
    this.problems = problems;
    this.paths = new PathReader(problems);
    this.conditions = new ConditionReader(problems);
    RowsReader rows = new RowsReader(problems);
    NumericReader numeric = new NumericReader(problems);
    kinds.put(
        "exactlyOneOf",
        (body, when, scope) -> new RuleBody.ExactlyOneOf(conditions.each(body.items(), scope)));
    kinds.put(
        "atLeastOneOf",
        (body, when, scope) -> new RuleBody.AtLeastOneOf(conditions.each(body.items(), scope)));
    kinds.put(
        "atMostOneOf",
        (body, when, scope) -> new RuleBody.AtMostOneOf(conditions.each(body.items(), scope)));
    kinds.put(
        "allOrNone",
        (body, when, scope) -> new RuleBody.AllOrNone(paths.each(body.items(), scope)));
    kinds.put("combinations", rows::combinations);
    kinds.put("table", (body, when, scope) -> rows.table(body, scope));
    kinds.put("sum", numeric::sum);
    kinds.put("measure", (body, when, scope) -> numeric.measure(body, scope));
    kinds.put("references", (body, when, scope) -> numeric.references(body, scope));
  }

  /** The body among the keys of a rule; empty, and reported, when there is none or several. */
  Optional<RuleBody> read(Node.Mapping rule, Scope scope) {
    List<String> found = found(rule);
    Formula condition = conditions.read(rule, "when", scope).orElse(null);
    List<RuleBody> bodies = new ArrayList<>();
    for (String kind : found) {
      bodies.add(
          kind.equals("when")
              ? consequences(rule, condition, scope)
              : read(kind, rule, condition, scope));
    }
    if (found.isEmpty() && problems.areAtKeysOf(rule)) {
      return Optional.empty();
    }
    if (found.size() != 1) {
      problems.report(rule.location(), found.isEmpty() ? missing(rule) : several(found));
      return Optional.empty();
    }
    return Optional.of(bodies.get(0));
  }

  private RuleBody read(String kind, Node.Mapping rule, @Nullable Formula condition, Scope scope) {
    Kind reader = Objects.requireNonNull(kinds.get(kind));
    RuleBody body = reader.read(rule.get(kind).orElse(rule), condition, scope);
    return condition == null || CONDITIONAL.contains(kind)
        ? body
        : new RuleBody.When(condition, List.of(Requirement.of(body)), List.of(), Map.of());
  }

  private List<String> found(Node.Mapping rule) {
    List<String> found = new ArrayList<>();
    if (CONSEQUENCES.stream().anyMatch(rule::has)) {
      found.add("when");
    }
    kinds.keySet().stream().filter(rule::has).forEach(found::add);
    return found;
  }

  private RuleBody consequences(Node.Mapping rule, @Nullable Formula condition, Scope scope) {
    List<Formula> require =
        rule.get("require").map(node -> conditions.each(node.oneOrMore(), scope)).orElse(List.of());
    List<Path> forbid =
        rule.get("forbid").map(node -> paths.all(node.oneOrMore(), scope)).orElse(List.of());
    return new RuleBody.When(
        condition,
        require,
        forbid,
        rule.get("constrain").map(node -> conditions.constraints(node, scope)).orElse(Map.of()));
  }

  private String missing(Node.Mapping rule) {
    if (rule.has("when")) {
      return "`when` needs a consequence: `require`, `forbid` or `constrain`";
    }
    return "the rule says nothing; it needs one of `require`, `forbid`, `constrain`, "
        + kinds.keySet().stream().map(kind -> "`" + kind + "`").collect(Collectors.joining(", "));
  }

  private static String several(List<String> found) {
    return "a rule says one thing; "
        + found.stream()
            .map(kind -> kind.equals("when") ? "consequences" : "`" + kind + "`")
            .collect(Collectors.joining(" and "))
        + " are rules of their own";
  }
}
