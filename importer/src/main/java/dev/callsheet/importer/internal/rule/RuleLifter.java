package dev.callsheet.importer.internal.rule;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ConditionSimplifier;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the forms of rules that say together what a simplified condition says. What holds together
 * becomes one rule for each thing that is to be said, so that each has an id and a message of its
 * own; what no other form says is a requirement.
 */
public final class RuleLifter {
  private final List<RuleForm> forms = new ArrayList<>();

  private RuleLifter() {}

  /** The forms, in the order in which the condition says them; none where it always holds. */
  public static List<RuleForm> lift(Condition condition) {
    RuleLifter lifter = new RuleLifter();
    lifter.lift(Condition.TRUE, condition);
    return lifter.forms;
  }

  private void lift(Condition when, Condition demand) {
    if (demand.equals(Condition.TRUE)) {
      return;
    }
    if (demand instanceof Condition.Implies implication) {
      Condition consequence = implication.consequence();
      Optional<RuleForm.Together> together =
          Togetherness.of(implication).filter(form -> isTrue(when));
      if (together.isPresent()) {
        forms.add(together.get());
        consequence = Togetherness.rest(together.get(), consequence);
      }
      lift(and(when, implication.condition()), consequence);
      return;
    }
    List<Condition> parts = demand instanceof Condition.All all ? all.parts() : List.of(demand);
    if (isTrue(when)) {
      parts = Togetherness.extract(parts, forms);
    }
    Consequences consequences = new Consequences(when);
    parts.forEach(consequences::add);
    consequences.finish();
  }

  private static boolean isTrue(Condition condition) {
    return condition.equals(Condition.TRUE);
  }

  private static Condition and(Condition one, Condition other) {
    List<Condition> parts = new ArrayList<>();
    for (Condition each : List.of(one, other)) {
      if (!isTrue(each)) {
        parts.addAll(each instanceof Condition.All all ? all.parts() : List.of(each));
      }
    }
    return ConditionSimplifier.all(parts);
  }

  /** What is demanded under one condition, sorted by what rules can say at once. */
  private final class Consequences {
    private final Condition when;
    private final List<Condition> required = new ArrayList<>();
    private final Set<ParameterPath> forbidden = new LinkedHashSet<>();
    private final Map<ParameterPath, ObjectNode> constrained = new LinkedHashMap<>();
    private final List<RuleForm> others = new ArrayList<>();

    Consequences(Condition when) {
      this.when = when;
    }

    void add(Condition part) {
      if (part instanceof Condition.Not not) {
        addNot(not.part());
      } else if (part instanceof Condition.Any any) {
        addAny(any);
      } else if (part instanceof Condition.Rows rows) {
        others.add(new RuleForm.Combinations(beyond(rows), rows));
      } else if (part instanceof Condition.ExactlyOne one) {
        others.add(new RuleForm.Choice(RuleForm.Count.EXACTLY_ONE, when, one.parts()));
      } else if (part instanceof Condition.Implies) {
        RuleLifter inner = new RuleLifter();
        inner.lift(when, part);
        others.addAll(inner.forms);
      } else if (part.equals(Condition.FALSE)) {
        others.add(new RuleForm.Requirement(Condition.TRUE, List.of(new Condition.Not(when))));
      } else {
        required.add(part);
      }
    }

    /** The condition without what combinations say already: that their parameters are provided. */
    private Condition beyond(Condition.Rows rows) {
      List<Condition> provided =
          rows.parameters().stream().<Condition>map(Condition.Provided::new).toList();
      List<Condition> parts = when instanceof Condition.All all ? all.parts() : List.of(when);
      return ConditionSimplifier.all(
          parts.stream()
              .filter(part -> !isTrue(part))
              .filter(part -> !ConditionSimplifier.implies(new Condition.All(provided), part))
              .toList());
    }

    private void addNot(Condition part) {
      Optional<List<ParameterPath>> provided = providedList(part);
      if (provided.isPresent()) {
        forbidden.addAll(provided.get());
      } else if (part instanceof Condition.Any any) {
        Optional<List<Condition>> exclusive = Exclusions.commonSet(any.parts());
        if (exclusive.isPresent()) {
          others.add(new RuleForm.Choice(RuleForm.Count.AT_MOST_ONE, when, exclusive.get()));
        } else {
          any.parts().forEach(this::addNot);
        }
      } else if (part instanceof Condition.All all) {
        others.add(exclusion(all.parts()));
      } else {
        required.add(new Condition.Not(part));
      }
    }

    /** That conditions do not hold together. */
    private RuleForm exclusion(List<Condition> parts) {
      boolean isPair = parts.size() == 2;
      boolean areNamesOnly = parts.stream().allMatch(Condition.Provided.class::isInstance);
      if (isPair && areNamesOnly) {
        return new RuleForm.Choice(RuleForm.Count.AT_MOST_ONE, when, parts);
      }
      for (int i = parts.size() - 1; i >= 0; i--) {
        Optional<List<ParameterPath>> provided = providedList(parts.get(i));
        if (provided.isPresent()) {
          List<Condition> rest = new ArrayList<>(parts);
          rest.remove(i);
          return new RuleForm.Prohibition(and(when, ConditionSimplifier.all(rest)), provided.get());
        }
      }
      if (isPair) {
        return new RuleForm.Choice(RuleForm.Count.AT_MOST_ONE, when, parts);
      }
      List<Condition> rest = parts.subList(0, parts.size() - 1);
      Condition last = parts.get(parts.size() - 1);
      return new RuleForm.Requirement(
          and(when, ConditionSimplifier.all(rest)), List.of(new Condition.Not(last)));
    }

    private void addAny(Condition.Any any) {
      List<Condition> parts = any.parts();
      if (parts.size() == 2
          && parts.get(0) instanceof Condition.Not not
          && parts.get(1) instanceof Condition.Matches matches
          && not.part().equals(new Condition.Provided(matches.path()))
          && !constrained.containsKey(matches.path())) {
        constrained.put(matches.path(), matches.fragment());
      } else if (parts.get(0) instanceof Condition.Not not) {
        RuleLifter inner = new RuleLifter();
        Condition rest = ConditionSimplifier.any(parts.subList(1, parts.size()));
        inner.lift(and(when, not.part()), rest);
        others.addAll(inner.forms);
      } else if (isTrue(when)) {
        others.add(new RuleForm.Choice(RuleForm.Count.AT_LEAST_ONE, when, parts));
      } else {
        required.add(any);
      }
    }

    void finish() {
      if (!required.isEmpty()) {
        forms.add(new RuleForm.Requirement(when, List.copyOf(required)));
      }
      if (!forbidden.isEmpty()) {
        forms.add(new RuleForm.Prohibition(when, List.copyOf(forbidden)));
      }
      if (!constrained.isEmpty()) {
        forms.add(new RuleForm.Constraint(when, constrained));
      }
      forms.addAll(others);
    }
  }

  /** The parameters, where a condition is that one of some is provided. */
  private static Optional<List<ParameterPath>> providedList(Condition condition) {
    List<Condition> parts =
        condition instanceof Condition.Any any ? any.parts() : List.of(condition);
    List<ParameterPath> paths = new ArrayList<>();
    for (Condition part : parts) {
      if (!(part instanceof Condition.Provided provided)) {
        return Optional.empty();
      }
      paths.add(provided.path());
    }
    return Optional.of(paths);
  }
}
