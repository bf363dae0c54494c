package dev.callsheet.cli.explain;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Describes a rule of a model in words, and as it is written in the spec. */
record ModelRuleDescription(ModelSpec model, Rule rule, List<ModelSpec> others) {
  List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(rule.description());
    if (rule.documentedBody() != null) {
      paragraphs.add(
          "The published form differs from the enforced one: a request that breaks the published"
              + " form alone gets a note,\nor an error with --reading documented.");
    }
    if (rule.note() != null) {
      paragraphs.add(rule.note());
    }
    paragraphs.add(
        "A rule of "
            + model.metadata().name()
            + " ("
            + model.id()
            + "), in "
            + rule.location().file()
            + ", line "
            + rule.location().line()
            + ":");
    RuleSourceExcerpt.of(rule).ifPresent(paragraphs::add);
    if (!others.isEmpty()) {
      paragraphs.add(
          others.stream()
              .map(ModelSpec::id)
              .collect(
                  Collectors.joining(
                      ", ", "Other models have a rule of that name: ", ". --model shows it.")));
    }
    return paragraphs;
  }
}
