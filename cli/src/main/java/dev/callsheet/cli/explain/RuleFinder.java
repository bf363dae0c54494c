package dev.callsheet.cli.explain;

import dev.callsheet.cli.SpecOptions;
import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.spec.baseline.SettingsRule;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.StructuralRule;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.source.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the rule that a user names. */
record RuleFinder(Catalogue catalogue) {
  /** The explanation of a rule, of one model where the user names it. */
  Explanation find(String rule, @Nullable String model) {
    List<ModelSpec> models =
        model == null ? catalogue.models() : List.of(SpecOptions.model(catalogue, model));
    Optional<StructuralRule> structural = StructuralRule.of(rule);
    if (structural.isPresent()) {
      return Explanation.ofStructural(structural.get(), models);
    }
    Optional<SettingsRule> settings = SettingsRule.of(rule);
    if (settings.isPresent()) {
      return Explanation.ofSettings(settings.get());
    }
    List<ModelSpec> having = models.stream().filter(each -> each.rule(rule).isPresent()).toList();
    if (having.isEmpty()) {
      throw new UserMistake(
          "there is no rule '" + rule + "'" + (model == null ? "" : " of " + model) + hint(rule));
    }
    return Explanation.ofModels(rule, having);
  }

  private String hint(String rule) {
    List<String> known =
        Stream.of(
                Arrays.stream(StructuralRule.values()).map(StructuralRule::id),
                Arrays.stream(SettingsRule.values()).map(SettingsRule::id),
                catalogue.models().stream().flatMap(each -> each.rules().stream()).map(Rule::id))
            .flatMap(ids -> ids)
            .distinct()
            .toList();
    return Suggestion.nearest(rule, known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("; a finding names its rule in brackets");
  }
}
