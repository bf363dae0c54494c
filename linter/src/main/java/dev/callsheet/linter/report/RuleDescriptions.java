package dev.callsheet.linter.report;

import dev.callsheet.linter.baseline.StaleEntryRule;
import dev.callsheet.linter.internal.report.SarifLogWriter;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Descriptions of the rules that requests can break. */
final class RuleDescriptions {
  private final ModelCatalogue catalogue;
  private final SortedSet<String> models = new TreeSet<>();

  RuleDescriptions(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Says that a rule of this model was broken: only such models' rules are described. */
  void addModel(String id) {
    models.add(id);
  }

  /** The description of a rule; several models may have one of that id, each with its own text. */
  SarifLogWriter.RuleDescriptor of(String id) {
    return StructuralRule.withId(id)
        .map(rule -> rule(id, rule.description(), rule.advice(), "error"))
        .or(
            () ->
                StaleEntryRule.of(id)
                    .map(rule -> rule(id, rule.meaning(), rule.advice(), "warning")))
        .orElseGet(() -> ofModels(id));
  }

  private static SarifLogWriter.RuleDescriptor rule(
      String id, String meaning, String advice, String level) {
    return new SarifLogWriter.RuleDescriptor(id, meaning, meaning, advice + explainHint(id), level);
  }

  private SarifLogWriter.RuleDescriptor ofModels(String id) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    models.stream()
        .flatMap(model -> catalogue.called(model).stream())
        .forEach(
            model -> model.rule(id).ifPresent(rule -> rules.put(model.metadata().name(), rule)));
    List<String> sentences = rules.values().stream().map(Rule::description).distinct().toList();
    String meaning =
        sentences.size() == 1 ? sentences.get(0) : "A rule of several models, each in its words.";
    String details =
        rules.entrySet().stream()
            .map(rule -> rule.getKey() + ": " + sentenceWithNote(rule.getValue()))
            .collect(Collectors.joining("\n\n"));
    String level =
        rules.values().stream().map(rule -> rule.severity().id()).findFirst().orElse("error");
    return new SarifLogWriter.RuleDescriptor(
        id, meaning, details, details + explainHint(id), level);
  }

  private static String sentenceWithNote(Rule rule) {
    return rule.note() == null ? rule.description() : rule.description() + " " + rule.note();
  }

  private static String explainHint(String id) {
    return "\n\n`callsheet lint --explain " + id + "` says more.";
  }
}
