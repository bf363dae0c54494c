package dev.callsheet.cli.demo;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.report.ReportFormat.TextStyle;
import dev.callsheet.linter.report.ReportingSink;
import dev.callsheet.linter.report.TextReport;
import dev.callsheet.runtime.Price;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.price.PriceEstimator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two requests as JSON, validated and priced. */
final class LintStage {
  private final DemoOutput output;
  private final ModelCatalogue catalogue;

  LintStage(DemoOutput narrator, ModelCatalogue catalogue) {
    this.output = narrator;
    this.catalogue = catalogue;
  }

  /** Lints both, and prices the good one. */
  void run(Path good, Path bad) throws IOException {
    Linter linter = new Linter(catalogue, RuleInterpretation.ENFORCED);
    output.printHeading("Two requests, linted: that one as JSON, and one gone wrong");
    for (Path file : List.of(good, bad)) {
      show(file, linter.lint(file.toString(), Files.readAllBytes(file)));
    }

    output.printHeading("The price, before anything is sent");
    JsonNode task = JsonMapper.shared().readTree(Files.readString(good));
    String id = task.path("model").asString();
    Price price = PriceEstimator.price(catalogue.find(id).orElseThrow(), task);
    output.printLine(output.style().strong(price.toString()) + "  " + price.why());
  }

  private void show(Path file, LintResult result) {
    if (result.findings().isEmpty()) {
      output.printLine(output.style().name(file.toString()) + ": nothing found");
      return;
    }
    StringWriter text = new StringWriter();
    ReportingSink reporting =
        new ReportingSink(
            List.of(new TextReport(text, new TextStyle(output.style().colour(), true, false))));
    result.findings().forEach(reporting::onFinding);
    reporting.onInputLinted(file.toString(), result.requests());
    reporting.finish();
    output.printLines(text.toString().lines().toList());
  }
}
