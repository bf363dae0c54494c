package dev.callsheet.generator.site;

import dev.callsheet.generator.page.Anchors;
import dev.callsheet.generator.page.JsonText;
import dev.callsheet.generator.page.ModeEntry;
import dev.callsheet.generator.page.ModelAnalysis;
import dev.callsheet.generator.page.ModelPage;
import dev.callsheet.generator.page.ParameterSection;
import dev.callsheet.generator.page.Prose;
import dev.callsheet.generator.page.RequestExample;
import dev.callsheet.generator.page.RuleEntry;
import dev.callsheet.generator.page.ValueTable;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.analysis.CausingRule;
import dev.callsheet.spec.check.CheckFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A model's page as its template reads it.
 *
 * @param calculator null where there is nothing to calculate
 * @param changes null where it is not compared with an earlier version
 */
record ModelView(
    ModelEntry listing,
    ModelAnalysis analysis,
    @Nullable CalculatorView calculator,
    @Nullable ChangesView changes) {
  /** Where the style sheet and the other pages are. */
  String root() {
    return "../";
  }

  ModelPage page() {
    return listing.page();
  }

  String slug() {
    return listing.slug();
  }

  String title() {
    return listing.title();
  }

  String capabilities() {
    return listing.capabilities();
  }

  boolean hasCapabilities() {
    return !page().capabilities().isEmpty();
  }

  boolean hasModes() {
    return !page().modes().isEmpty();
  }

  boolean hasRules() {
    return !page().rules().isEmpty();
  }

  boolean hasExamples() {
    return !page().examples().isEmpty();
  }

  boolean hasContradictions() {
    return !analysis.findings().isEmpty();
  }

  List<Mode> modes() {
    return page().modes().stream()
        .map(mode -> new Mode(mode, analysis.modeRequests().get(mode.name())))
        .toList();
  }

  ModeTable matrix() {
    return ModeTable.of(page(), analysis.modes());
  }

  List<Section> request() {
    ParameterViews views = new ParameterViews(page(), analysis);
    Anchors anchors = new Anchors();
    return page().request().stream()
        .map(
            section ->
                new Section(
                    anchors.next("section-" + section.title()),
                    section,
                    section.containers().stream().map(views::of).toList(),
                    section.parameters().stream().map(views::of).toList()))
        .toList();
  }

  List<ParameterView> result() {
    return page().result().stream().map(ParameterViews::ofResult).toList();
  }

  List<RuleView> rules() {
    return page().rules().stream()
        .map(
            rule ->
                RuleView.of(
                    rule,
                    analysis.rules().get(rule.id()),
                    page().tables().stream()
                        .filter(table -> table.rule().equals(rule.id()))
                        .toList()))
        .toList();
  }

  boolean hasLimitations() {
    return !analysis.limitations().isEmpty();
  }

  /** What the proof takes to allow anything. */
  List<Limitation> limitations() {
    return analysis.limitations().stream()
        .map(limit -> new Limitation(limit.subject(), limit.reason()))
        .toList();
  }

  List<Finding> contradictions() {
    return analysis.findings().stream().map(Finding::of).toList();
  }

  private static @Nullable String json(@Nullable JsonNode request) {
    return request == null ? null : JsonText.pretty(request);
  }

  /** A smallest request of a model without modes; null where it has modes, or none was found. */
  @Nullable RequestExample example() {
    return analysis.modeRequests().get(ModelAnalysis.ANY_REQUEST);
  }

  /** A mode with a request of it; null where none was found. */
  record Mode(ModeEntry entry, @Nullable RequestExample example) {}

  /** A heading with its parameters. */
  record Section(
      String anchor,
      ParameterSection section,
      List<ParameterView> containers,
      List<ParameterView> parameters) {}

  /**
   * A rule with requests.
   *
   * @param refused what validation says of the failing request
   */
  record RuleView(
      RuleEntry entry,
      List<ValueTable> tables,
      @Nullable String passing,
      @Nullable String failing,
      List<Refusal> refused,
      boolean isNeverBroken) {
    static RuleView of(
        RuleEntry entry, ModelAnalysis.@Nullable RuleRequests requests, List<ValueTable> tables) {
      return requests == null
          ? new RuleView(entry, tables, null, null, List.of(), false)
          : new RuleView(
              entry,
              tables,
              json(requests.passing()),
              json(requests.failing()),
              requests.violations().stream().map(Refusal::of).toList(),
              requests.failing() == null);
    }
  }

  /** What is said of a request, and where in it. */
  record Refusal(String pointer, Prose message) {
    static Refusal of(Violation violation) {
      return new Refusal(violation.pointer(), Prose.of(violation.message()));
    }
  }

  /** What is not proved of, and why. */
  record Limitation(String subject, String reason) {}

  /** Where rules contradict each other. */
  record Finding(Prose message, List<String> rules, @Nullable String example) {
    static Finding of(CheckFinding finding) {
      return new Finding(
          Prose.of(finding.message()),
          finding.causes().stream().map(CausingRule::ruleId).toList(),
          json(finding.exampleRequest()));
    }
  }
}
