package dev.callsheet.cli.explain;

import dev.callsheet.cli.console.Console;
import dev.callsheet.spec.analysis.RequestSearch;
import dev.callsheet.spec.baseline.SettingsRule;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.lint.StructuralRule;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.report.FindingText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What there is to know of a rule.
 *
 * @param title the rule and its severity
 * @param paragraphs what it says
 * @param passing a request that it has something to say of, and that passes; null when there is
 *     none
 * @param failing one that breaks it, and nothing else; null when there is none
 */
record Explanation(
    String title, List<String> paragraphs, @Nullable String passing, @Nullable String failing) {

  static Explanation ofModels(String id, List<ModelSpec> having) {
    ModelSpec model = having.get(0);
    Rule rule = model.rule(id).orElseThrow();
    RequestSearch search = new RequestSearch(model, Reading.ENFORCED);
    return new Explanation(
        id + " (" + rule.severity().name().toLowerCase(Locale.ROOT) + ")",
        new RuleParagraphs(model, rule, having.subList(1, having.size())).all(),
        search.exercising(rule).map(JsonNode::toPrettyString).orElse(null),
        search.breakingOnly(rule).map(JsonNode::toPrettyString).orElse(null));
  }

  static Explanation ofStructural(StructuralRule rule, List<ModelSpec> models) {
    StructuralExample example = StructuralExample.of(rule, models);
    return new Explanation(
        rule.id() + " (error)",
        List.of(rule.meaning(), rule.advice()),
        example.passing(),
        example.failing());
  }

  /** Of a rule about settings, which no request can break. */
  static Explanation ofSettings(SettingsRule rule) {
    return new Explanation(
        rule.id() + " (warning)", List.of(rule.meaning(), rule.advice()), null, null);
  }

  /** Prints it, with what the linter says of the request that fails. */
  void print(Catalogue catalogue, Console console) {
    PrintWriter out = console.out();
    out.println(console.outPalette().strong(title));
    paragraphs.forEach(paragraph -> out.println("\n" + paragraph));
    if (passing != null) {
      out.println("\nA request that passes:\n\n" + passing);
    }
    if (failing != null) {
      out.println("\nOne that fails:\n\n" + failing + "\n");
      judge(failing, catalogue, console);
    } else if (passing != null) {
      out.println("\nNo request was found that breaks it alone.");
    }
  }

  private static void judge(String request, Catalogue catalogue, Console console) {
    Linter linter = new Linter(catalogue, Reading.ENFORCED);
    FindingText text = new FindingText(console.outPalette().colour());
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
