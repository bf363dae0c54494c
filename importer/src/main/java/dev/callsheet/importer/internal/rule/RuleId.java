package dev.callsheet.importer.internal.rule;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ConditionPaths;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An id for a rule, made of the names in it, so that the same constraint has the same id wherever
 * it stands in a file: {@code resolution-excludes-width-and-height}.
 */
final class RuleId implements RuleForm.Visitor<String> {
  private static final int MAX_NAMES = 2;
  private static final int MAX_LENGTH = 60;

  RuleId() {}

  @Override
  public String visitTogether(RuleForm.Together form) {
    return isSize(form.parameters()) ? "size-pair" : names(form.parameters()) + "-together";
  }

  @Override
  public String visitChoice(RuleForm.Choice form) {
    String count =
        switch (form.count()) {
          case EXACTLY_ONE -> "exactly-one-of-";
          case AT_LEAST_ONE -> "some-of-";
          case AT_MOST_ONE -> "at-most-one-of-";
        };
    return count + conditions(form.alternatives());
  }

  @Override
  public String visitRequirement(RuleForm.Requirement form) {
    String required = conditions(form.required());
    if (form.when() instanceof Condition.Not not) {
      return bounded(required + "-without-" + conditions(List.of(not.part())));
    }
    return linked(form.when(), "needs", required, "required-");
  }

  @Override
  public String visitProhibition(RuleForm.Prohibition form) {
    String forbidden = names(form.forbidden());
    if (form.when() instanceof Condition.Not not) {
      return bounded(forbidden + "-needs-" + conditions(List.of(not.part())));
    }
    return linked(form.when(), "excludes", forbidden, "no-");
  }

  @Override
  public String visitConstraint(RuleForm.Constraint form) {
    return linked(
        form.when(), "limits", names(List.copyOf(form.fragments().keySet())), "limit-of-");
  }

  @Override
  public String visitCombinations(RuleForm.Combinations form) {
    boolean isSize = isSize(form.rows().parameters());
    String what = isSize ? "size" : names(form.rows().parameters()) + "-combinations";
    return simpleCondition(form) ? what : linked(form.when(), "limits", what, "");
  }

  /** Whether the condition says no more than that the combined parameters are provided. */
  private static boolean simpleCondition(RuleForm.Combinations form) {
    Set<ParameterPath> named = new LinkedHashSet<>(ConditionPaths.of(form.when()));
    named.removeAll(form.rows().parameters());
    return named.isEmpty();
  }

  @Override
  public String visitMeasure(RuleForm.Measure form) {
    String kind = form.kind().equals("area") ? "area" : "proportions";
    return isSize(form.operands()) ? kind : kind + "-of-" + names(form.operands());
  }

  private static String linked(Condition when, String verb, String what, String unconditional) {
    return when.equals(Condition.TRUE)
        ? bounded(unconditional + what)
        : bounded(conditions(List.of(when)) + "-" + verb + "-" + what);
  }

  private static boolean isSize(List<ParameterPath> parameters) {
    return parameters.stream()
        .map(ParameterPath::toString)
        .collect(Collectors.toSet())
        .equals(Set.of("width", "height"));
  }

  private static String conditions(List<Condition> conditions) {
    Set<ParameterPath> paths = new LinkedHashSet<>();
    conditions.forEach(condition -> paths.addAll(ConditionPaths.of(condition)));
    return names(List.copyOf(paths));
  }

  private static String names(List<ParameterPath> paths) {
    List<String> names = paths.stream().map(path -> word(path.lastName())).distinct().toList();
    String some = names.stream().limit(MAX_NAMES).collect(Collectors.joining("-and-"));
    String joined = names.size() > MAX_NAMES ? some + "-and-others" : some;
    return joined.isEmpty() ? "request" : joined;
  }

  /** A name in lower case, its words joined by hyphens. */
  static String word(String name) {
    String words =
        name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .replaceAll("([A-Z]+)([A-Z][a-z])", "$1-$2")
            .replaceAll("[^A-Za-z0-9]+", "-")
            .replaceAll("-{2,}", "-")
            .replaceAll("^-|-$", "")
            .toLowerCase(Locale.ROOT);
    return words.isEmpty() ? "parameter" : words;
  }

  private static String bounded(String id) {
    return id.length() <= MAX_LENGTH ? id : id.substring(0, MAX_LENGTH).replaceAll("-[^-]*$", "");
  }
}
