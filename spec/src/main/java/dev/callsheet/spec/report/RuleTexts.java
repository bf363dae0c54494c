package dev.callsheet.spec.report;

import dev.callsheet.spec.baseline.SettingsRule;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.StructuralRule;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What there is to say of the rules that requests can break. */
final class RuleTexts {
  private final Catalogue catalogue;

  RuleTexts(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The text of the rule of that id. Several models may have one, each in its own words. */
  SarifLog.Rule of(String id) {
    return StructuralRule.of(id)
        .map(rule -> rule(id, rule.meaning(), rule.advice(), "error"))
        .or(
            () ->
                SettingsRule.of(id).map(rule -> rule(id, rule.meaning(), rule.advice(), "warning")))
        .orElseGet(() -> ofModels(id));
  }

  private static SarifLog.Rule rule(String id, String meaning, String advice, String level) {
    return new SarifLog.Rule(id, meaning, meaning, advice + explained(id), level);
  }

  private SarifLog.Rule ofModels(String id) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (ModelSpec model : catalogue.models()) {
      model.rule(id).ifPresent(rule -> rules.put(model.identity().name(), rule));
    }
    List<String> sentences = rules.values().stream().map(Rule::sentence).distinct().toList();
    String meaning =
        sentences.size() == 1 ? sentences.get(0) : "A rule of several models, each in its words.";
    String details =
        rules.entrySet().stream()
            .map(rule -> rule.getKey() + ": " + said(rule.getValue()))
            .collect(Collectors.joining("\n\n"));
    String level =
        rules.values().stream()
            .map(rule -> rule.severity().name().toLowerCase(Locale.ROOT))
            .findFirst()
            .orElse("error");
    return new SarifLog.Rule(id, meaning, details, details + explained(id), level);
  }

  private static String said(Rule rule) {
    return rule.note() == null ? rule.sentence() : rule.sentence() + " " + rule.note();
  }

  private static String explained(String id) {
    return "\n\n`callsheet lint --explain " + id + "` says more.";
  }
}
