package dev.callsheet.cli.explain;

import dev.callsheet.cli.console.Console;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.baseline.StaleEntryRule;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.report.FindingTextWriter;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.analysis.RequestSearch;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The explanation of a rule.
 *
 * @param title the rule and its severity
 * @param paragraphs its description
 * @param passing a valid request that exercises the rule; null when there is none
 * @param failing a request that breaks this rule only; null when there is none
 */
record RuleExplanation(
    String title, List<String> paragraphs, @Nullable String passing, @Nullable String failing) {

  static RuleExplanation ofModels(String id, List<ModelSpec> having) {
    ModelSpec model = having.get(0);
    Rule rule = model.rule(id).orElseThrow();
    RequestSearch search = new RequestSearch(model, RuleInterpretation.ENFORCED);
    return new RuleExplanation(
        id + " (" + rule.severity().id() + ")",
        new ModelRuleDescription(model, rule, having.subList(1, having.size())).paragraphs(),
        search.smallestRequestExercising(rule).map(JsonNode::toPrettyString).orElse(null),
        search.smallestRequestViolatingOnly(rule).map(JsonNode::toPrettyString).orElse(null));
  }

  static RuleExplanation ofStructural(StructuralRule rule, List<ModelSpec> models) {
    StructuralRuleExample example = StructuralRuleExample.of(rule, models);
    return new RuleExplanation(
        rule.id() + " (error)",
        List.of(rule.description(), rule.advice()),
        example.passing(),
        example.failing());
  }

  /** Explains a rule about filter files, which no request can break. */
  static RuleExplanation ofSettings(StaleEntryRule rule) {
    return new RuleExplanation(
        rule.id() + " (warning)", List.of(rule.meaning(), rule.advice()), null, null);
  }

  /** Prints the explanation, with the findings in the request that fails. */
  void print(ModelCatalogue catalogue, Console console) {
    PrintWriter out = console.out();
    out.println(console.outStyle().strong(DisplayText.line(title)));
    paragraphs.forEach(paragraph -> out.println("\n" + DisplayText.lines(paragraph)));
    if (passing != null) {
      out.println("\nA request that passes:\n\n" + passing);
    }
    if (failing != null) {
      out.println("\nOne that fails:\n\n" + failing + "\n");
      printFindings(failing, catalogue, console);
    } else if (passing != null) {
      out.println("\nNo request was found that breaks it alone.");
    }
  }

  private static void printFindings(String request, ModelCatalogue catalogue, Console console) {
    Linter linter = new Linter(catalogue, RuleInterpretation.ENFORCED);
    FindingTextWriter text = new FindingTextWriter(console.outStyle().colour());
    byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
    try {
      for (Finding finding : linter.lint("request.json", bytes).findings()) {
        text.write(finding, console.out());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // a PrintWriter throws none
    }
  }
}
