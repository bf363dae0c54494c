package dev.callsheet.spec.analysis;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * Checks that cases partition the valid requests, so that each has exactly one: modes, prices.
 * Finds cases that no request has, pairs that one request can have, and requests without any.
 */
final class PartitionCheck {
  /**
   * One of the cases.
   *
   * @param name for messages, with its sort: {@code mode 'edit'}
   * @param location where it stands
   * @param condition which requests have it
   * @param isExact whether {@code condition} is exact; if not, more requests than these satisfy it
   */
  record Case(String name, SourceLocation location, Formula condition, boolean isExact) {}

  /** The kinds of finding for cases of one sort. */
  record FindingKinds(
      AnalysisFinding.Kind dead,
      AnalysisFinding.Kind overlapping,
      AnalysisFinding.Kind uncovered) {}

  private final FindingKinds kinds;
  private final SatModel satModel;
  private final RequestSearch search;
  private final List<AnalysisFinding> findings = new ArrayList<>();

  PartitionCheck(
      FindingKinds kinds, ModelSpec spec, RuleInterpretation interpretation, SatModel satModel) {
    this.kinds = kinds;
    this.satModel = satModel;
    this.search = new RequestSearch(spec, interpretation, satModel);
  }

  /**
   * Checks the cases.
   *
   * @param noun the word for a case
   * @param list where they are listed
   */
  List<AnalysisFinding> check(String noun, SourceLocation list, List<Case> alternatives) {
    alternatives.forEach(this::checkDead);
    for (int i = 0; i < alternatives.size(); i++) {
      checkOverlapping(alternatives.get(i), alternatives.subList(i + 1, alternatives.size()));
    }
    checkUncovered(noun, list, alternatives);
    return List.copyOf(findings);
  }

  private void checkDead(Case alternative) {
    if (!satModel.isSatisfiable(alternative.condition())) {
      List<CausingRule> causes = satModel.smallestCauses(alternative.condition(), satModel.rules());
      findings.add(
          AnalysisFinding.causedBy(
              causes,
              "exclude it",
              kinds.dead(),
              alternative.name(),
              "No valid request has the " + alternative.name(),
              alternative.location()));
    }
  }

  /** Tests all others at once first, since most overlap with none. */
  private void checkOverlapping(Case one, List<Case> others) {
    FormulaFactory f = satModel.factory();
    Formula anyOther = f.or(others.stream().map(Case::condition).toList());
    if (satModel.isSatisfiable(f.and(one.condition(), anyOther))) {
      others.forEach(other -> checkOverlapping(one, other));
    }
  }

  private void checkOverlapping(Case one, Case other) {
    if (one.isExact() && other.isExact()) {
      report(
          kinds.overlapping(),
          one.name() + ", " + other.name(),
          "A valid request can have both the " + one.name() + " and the " + other.name() + ".",
          other.location(),
          satModel.factory().and(one.condition(), other.condition()));
    }
  }

  private void checkUncovered(String noun, SourceLocation list, List<Case> alternatives) {
    FormulaFactory f = satModel.factory();
    if (!alternatives.isEmpty() && alternatives.stream().allMatch(Case::isExact)) {
      report(
          kinds.uncovered(),
          noun,
          "A valid request can have no " + noun + " at all.",
          list,
          f.not(f.or(alternatives.stream().map(Case::condition).toList())));
    }
  }

  private void report(
      AnalysisFinding.Kind kind,
      String subject,
      String message,
      SourceLocation location,
      Formula flaw) {
    RequestSearch.ExampleResult example = search.findExample(flaw);
    if (example.isPossible()) {
      findings.add(
          new AnalysisFinding(kind, subject, message, location, List.of(), example.request()));
    }
  }
}
