package dev.callsheet.cli.demo;

import dev.callsheet.cli.request.PriceText;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.LintResult;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.price.Price;
import dev.callsheet.spec.price.Pricer;
import dev.callsheet.spec.report.TextReport;
import java.io.IOException;
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
    narrator.say(narrator.palette().name(good.toString()));
    show(linter.lint(good.toString(), Files.readAllBytes(good)));
    narrator.say("");
    show(linter.lint(bad.toString(), Files.readAllBytes(bad)));

    narrator.stage("The price, before anything is sent");
    JsonNode task = JsonMapper.shared().readTree(Files.readString(good));
    String id = task.path("model").asString();
    Price price = Pricer.price(catalogue.find(id).orElseThrow(), task);
    narrator.say(narrator.palette().strong(PriceText.amount(price)) + "  " + price.why());
  }

  private void show(LintResult result) throws IOException {
    StringBuilder text = new StringBuilder();
    new TextReport(narrator.palette().colour()).write(List.of(result), text);
    narrator.show(text.toString().lines().toList());
  }
}
