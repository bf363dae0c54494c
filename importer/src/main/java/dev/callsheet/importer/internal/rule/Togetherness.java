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

/** Recognises parameters that need each other: provided together or not at all. */
final class Togetherness {
  private Togetherness() {}

  /** Of one condition: where one of several is provided, all of them are, whatever else is so. */
  static Optional<RuleForm.Together> of(Condition.Implies implication) {
    Set<ParameterPath> some =
        implication.condition() instanceof Condition.Any any ? paths(any.parts()) : Set.of();
    boolean needsAll =
        some.size() > 1
            && some.stream()
                .map(Condition.Provided::new)
                .allMatch(conjuncts(implication.consequence())::contains);
    return needsAll ? Optional.of(new RuleForm.Together(List.copyOf(some))) : Optional.empty();
  }

  /** A consequence without what the form says. */
  static Condition rest(RuleForm.Together form, Condition consequence) {
    List<Condition> left = new ArrayList<>(conjuncts(consequence));
    form.parameters().forEach(path -> left.remove(new Condition.Provided(path)));
    return ConditionSimplifier.all(left);
  }

  private static List<Condition> conjuncts(Condition condition) {
    return condition instanceof Condition.All all ? all.parts() : List.of(condition);
  }

  /** Adds a form for each set of parameters that need each other; the other parts are left. */
  static List<Condition> extract(List<Condition> parts, List<RuleForm> forms) {
    Map<ParameterPath, Set<ParameterPath>> needs = new LinkedHashMap<>();
    for (Condition part : parts) {
      if (part instanceof Condition.Implies implication
          && implication.condition() instanceof Condition.Provided one) {
        Set<ParameterPath> needed = paths(conjuncts(implication.consequence()));
        if (!needed.isEmpty()) {
          needs.put(one.path(), needed);
        }
      }
    }
    Set<ParameterPath> done = new LinkedHashSet<>();
    needs.forEach(
        (path, needed) -> {
          Set<ParameterPath> group = new LinkedHashSet<>(List.of(path));
          group.addAll(needed);
          if (!done.contains(path) && group.stream().allMatch(e -> needsAll(e, group, needs))) {
            forms.add(new RuleForm.Together(List.copyOf(group)));
            done.addAll(group);
          }
        });
    List<Condition> left = new ArrayList<>(parts);
    left.removeIf(
        part ->
            part instanceof Condition.Implies implication
                && implication.condition() instanceof Condition.Provided one
                && done.contains(one.path())
                && needs.containsKey(one.path()));
    return left;
  }

  private static boolean needsAll(
      ParameterPath member,
      Set<ParameterPath> group,
      Map<ParameterPath, Set<ParameterPath>> needs) {
    Set<ParameterPath> others = new LinkedHashSet<>(group);
    others.remove(member);
    return others.equals(needs.get(member));
  }

  /** The parameters, where all of the conditions are that one is provided; none otherwise. */
  private static Set<ParameterPath> paths(List<Condition> conditions) {
    Set<ParameterPath> paths = new LinkedHashSet<>();
    for (Condition condition : conditions) {
      if (!(condition instanceof Condition.Provided provided)) {
        return Set.of();
      }
      paths.add(provided.path());
    }
    return paths;
  }
}
