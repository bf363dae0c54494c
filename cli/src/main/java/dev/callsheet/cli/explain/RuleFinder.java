package dev.callsheet.cli.explain;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.linter.baseline.StaleEntryRule;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the rule that a user names. */
public record RuleFinder(ModelCatalogue catalogue) {
  /** Explains a rule: of the given model, or else of the first that has it. */
  RuleExplanation find(String rule, @Nullable String model) {
    List<ModelSpec> models =
        model == null ? catalogue.models() : List.of(SpecOptions.model(catalogue, model));
    Optional<StructuralRule> structural = StructuralRule.withId(rule);
    if (structural.isPresent()) {
      return RuleExplanation.ofStructural(structural.get(), models);
    }
    Optional<StaleEntryRule> settings = StaleEntryRule.of(rule);
    if (settings.isPresent()) {
      return RuleExplanation.ofSettings(settings.get());
    }
    List<ModelSpec> modelsWithRule =
        models.stream().filter(each -> each.rule(rule).isPresent()).toList();
    if (modelsWithRule.isEmpty()) {
      throw new UserErrorException(
          "there is no rule '" + rule + "'" + (model == null ? "" : " of " + model) + hint(rule));
    }
    return RuleExplanation.ofModels(rule, modelsWithRule);
  }

  private String hint(String rule) {
    return SpellingSuggestion.nearest(rule, ids(catalogue.models()))
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("; a finding names its rule in brackets");
  }

  /** The ids of all rules that a finding about requests for these models can have, each once. */
  public static List<String> ids(List<ModelSpec> models) {
    return Stream.of(
            Arrays.stream(StructuralRule.values()).map(StructuralRule::id),
            Arrays.stream(StaleEntryRule.values()).map(StaleEntryRule::id),
            models.stream().flatMap(each -> each.rulesAndAdvice().stream()).map(Rule::id))
        .flatMap(ids -> ids)
        .distinct()
        .toList();
  }
}
