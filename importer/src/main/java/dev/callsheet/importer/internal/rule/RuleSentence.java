package dev.callsheet.importer.internal.rule;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A factual sentence for a rule, to be rewritten by a person who knows why it is so. */
final class RuleSentence implements RuleForm.Visitor<String> {
  RuleSentence() {}

  @Override
  public String visitTogether(RuleForm.Together form) {
    return names(form.parameters(), "and") + " are provided together or not at all.";
  }

  @Override
  public String visitChoice(RuleForm.Choice form) {
    boolean onlyNames = form.alternatives().stream().allMatch(Condition.Provided.class::isInstance);
    String what =
        switch (form.count()) {
          case EXACTLY_ONE -> "exactly one of these holds: ";
          case AT_LEAST_ONE -> "at least one of these holds: ";
          case AT_MOST_ONE -> "at most one of these holds: ";
        };
    String sentence =
        onlyNames
            ? what.replace("these holds: ", "")
                + names(
                    form.alternatives().stream()
                        .map(each -> ((Condition.Provided) each).path())
                        .toList(),
                    "and")
                + " is provided"
            : what + ConditionText.joined(form.alternatives(), "or");
    return when(form.when(), sentence);
  }

  @Override
  public String visitRequirement(RuleForm.Requirement form) {
    return when(form.when(), ConditionText.joined(form.required(), "and"));
  }

  @Override
  public String visitProhibition(RuleForm.Prohibition form) {
    return when(form.when(), names(form.forbidden(), "and") + " cannot be provided");
  }

  @Override
  public String visitConstraint(RuleForm.Constraint form) {
    List<String> demands = new ArrayList<>();
    form.fragments()
        .forEach(
            (path, fragment) -> demands.add("`" + path + "` " + ConditionText.demand(fragment)));
    return when(form.when(), ConditionText.list(demands, "and") + ", where provided");
  }

  @Override
  public String visitCombinations(RuleForm.Combinations form) {
    int rows = form.rows().rows().size();
    String which = rows == 1 ? "the combination" : "one of " + rows + " combinations";
    return when(
        form.when(), names(form.rows().parameters(), "and") + " have the values of " + which);
  }

  @Override
  public String visitMeasure(RuleForm.Measure form) {
    String what =
        form.kind().equals("area")
            ? names(form.operands(), "times")
            : names(form.operands(), "divided by");
    List<String> bounds = new ArrayList<>();
    form.bounds()
        .properties()
        .forEach(
            bound ->
                bounds.add(
                    (bound.getKey().equals("minimum") ? "at least " : "at most ")
                        + bound.getValue()));
    return sentence(what + " is " + ConditionText.list(bounds, "and"));
  }

  private static String when(Condition condition, String demand) {
    return condition.equals(Condition.TRUE)
        ? sentence(demand)
        : "When " + ConditionText.of(condition) + ", " + demand + ".";
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  private static String names(List<ParameterPath> paths, String word) {
    return ConditionText.list(paths.stream().map(path -> "`" + path + "`").toList(), word);
  }
}
