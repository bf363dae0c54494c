package dev.callsheet.spec.analysis;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * Checks that cases partition the valid requests, so that each has exactly one: modes, the prices
 * of a charge. Finds cases that no request has, pairs that one request can have, and requests
 * without any.
 */
final class PartitionCheck {
  /**
   * One of the cases.
   *
   * @param name for messages, with its sort: {@code mode 'edit'}
   * @param location where it stands
   * @param condition which requests have it
   * @param isExact whether {@code condition} is exact; if not, more requests than these satisfy it
   * @param within what has a condition too that is part of this one's; empty for nothing
   */
  record Case(
      String name, SourceLocation location, Formula condition, boolean isExact, String within) {

    /** A case with no condition but its own. */
    Case(String name, SourceLocation location, Formula condition, boolean isExact) {
      this(name, location, condition, isExact, "");
    }
  }

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

  /** What was found. */
  List<AnalysisFinding> findings() {
    return List.copyOf(findings);
  }

  /** Checks that every case occurs, and no two of them together. */
  void checkDisjoint(List<Case> alternatives) {
    alternatives.forEach(this::checkDead);
    for (int i = 0; i < alternatives.size(); i++) {
      checkOverlapping(alternatives.get(i), alternatives.subList(i + 1, alternatives.size()));
    }
  }

  /** Checks that a case occurs; returns whether it does. */
  boolean checkDead(Case alternative) {
    boolean isPossible = satModel.isSatisfiable(alternative.condition());
    if (!isPossible) {
      findings.add(dead(alternative));
    }
    satModel
        .takeUndecided(
            alternative.name(),
            "A valid request can have the " + alternative.name(),
            alternative.location())
        .ifPresent(findings::add);
    return isPossible;
  }

  private AnalysisFinding dead(Case alternative) {
    Causes causes = satModel.smallestCauses(alternative.condition(), satModel.bindingRules());
    String statement = "No valid request has the " + alternative.name();
    if (causes.rules().isEmpty() && !alternative.within().isEmpty()) {
      String message =
          statement
              + ": its condition and that of the "
              + alternative.within()
              + " exclude each other.";
      return new AnalysisFinding(
          kinds.dead(), alternative.name(), message, alternative.location(), List.of(), null);
    }
    return AnalysisFinding.causedBy(
        causes, "exclude it", kinds.dead(), alternative.name(), statement, alternative.location());
  }

  /** Tests all others at once first, since most overlap with none. */
  private void checkOverlapping(Case one, List<Case> others) {
    FormulaFactory f = satModel.factory();
    Formula anyOther = f.or(others.stream().map(Case::condition).toList());
    boolean isPossible = satModel.isSatisfiable(f.and(one.condition(), anyOther));
    satModel.takeUndecided(); // then each pair is tested
    if (isPossible) {
      others.forEach(other -> checkOverlapping(one, other));
    }
  }

  private void checkOverlapping(Case one, Case other) {
    if (one.isExact() && other.isExact()) {
      report(
          kinds.overlapping(),
          one.name() + ", " + other.name(),
          "A valid request can have both the " + one.name() + " and the " + other.name(),
          other.location(),
          satModel.factory().and(one.condition(), other.condition()));
    }
  }

  /** Checks that every request has one of the cases. */
  void checkUncovered(String subject, String statement, SourceLocation list, List<Case> cases) {
    checkUncovered(subject, statement, list, satModel.factory().verum(), cases);
  }

  /** Checks that every request of some has one of the cases. */
  void checkUncovered(
      String subject,
      String statement,
      SourceLocation list,
      Formula requests,
      List<Case> alternatives) {
    FormulaFactory f = satModel.factory();
    if (!alternatives.isEmpty() && alternatives.stream().allMatch(Case::isExact)) {
      Formula none = f.not(f.or(alternatives.stream().map(Case::condition).toList()));
      report(kinds.uncovered(), subject, statement, list, f.and(requests, none));
    }
  }

  private void report(
      AnalysisFinding.Kind kind,
      String subject,
      String statement,
      SourceLocation location,
      Formula flaw) {
    RequestSearch.ExampleResult example = search.findExample(flaw);
    Optional<AnalysisFinding> open = satModel.takeUndecided(subject, statement, location);
    if (example.request() == null && open.isPresent()) {
      findings.add(open.get());
    } else if (example.isPossible()) {
      findings.add(
          new AnalysisFinding(
              kind, subject, statement + ".", location, List.of(), example.request()));
    }
  }
}
