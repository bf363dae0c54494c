package dev.callsheet.cli.demo;

import dev.callsheet.runtime.price.Price;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.LintResult;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.price.Pricer;
import dev.callsheet.spec.report.Reporting;
import dev.callsheet.spec.report.TextReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two requests as JSON, judged and priced. */
final class JudgeStage {
  private final Narrator narrator;
  private final Catalogue catalogue;

  JudgeStage(Narrator narrator, Catalogue catalogue) {
    this.narrator = narrator;
    this.catalogue = catalogue;
  }

  /** Lints both, and prices the good one. */
  void play(Path good, Path bad) throws IOException {
    Linter linter = new Linter(catalogue, Reading.ENFORCED);
    narrator.stage("Two requests, linted: that one as JSON, and one gone wrong");
    for (Path file : List.of(good, bad)) {
      show(file, linter.lint(file.toString(), Files.readAllBytes(file)));
    }

    narrator.stage("The price, before anything is sent");
    JsonNode task = JsonMapper.shared().readTree(Files.readString(good));
    String id = task.path("model").asString();
    Price price = Pricer.price(catalogue.find(id).orElseThrow(), task);
    narrator.say(narrator.palette().strong(price.toString()) + "  " + price.why());
  }

  private void show(Path file, LintResult result) {
    if (result.findings().isEmpty()) {
      narrator.say(narrator.palette().name(file.toString()) + ": nothing found");
      return;
    }
    StringWriter text = new StringWriter();
    Reporting reporting =
        new Reporting(List.of(new TextReport(text, narrator.palette().colour(), true)));
    result.findings().forEach(reporting::found);
    reporting.judged(file.toString(), result.requests());
    reporting.end();
    narrator.show(text.toString().lines().toList());
  }
}
