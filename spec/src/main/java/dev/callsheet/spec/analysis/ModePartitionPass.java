package dev.callsheet.spec.analysis;

import dev.callsheet.spec.model.ModelMode;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.List;

/** Modes no request is of, modes that overlap, requests of no mode. */
final class ModePartitionPass implements AnalysisPass {
  private static final PartitionCheck.FindingKinds KINDS =
      new PartitionCheck.FindingKinds(
          AnalysisFinding.Kind.DEAD_MODE,
          AnalysisFinding.Kind.OVERLAPPING_MODES,
          AnalysisFinding.Kind.UNCOVERED_REQUESTS);

  @Override
  public List<AnalysisFinding> findings(
      ModelSpec spec, RuleInterpretation interpretation, SatModel satModel) {
    List<PartitionCheck.Case> modes = new ArrayList<>();
    for (ModelMode mode : spec.modes()) {
      FormulaEncoder.EncodedFormula holds = satModel.encode(mode);
      modes.add(
          new PartitionCheck.Case(
              "mode '" + mode.name() + "'", mode.location(), holds.formula(), holds.isExact()));
    }
    PartitionCheck check = new PartitionCheck(KINDS, spec, interpretation, satModel);
    check.checkDisjoint(modes);
    if (!modes.isEmpty()) {
      String statement = "A valid request can have no mode at all";
      check.checkUncovered(
          "mode",
          isToldByADefault(spec)
              ? statement + ": a default does not make a parameter provided"
              : statement,
          modes.get(0).location(),
          modes);
    }
    return check.findings();
  }

  /** Whether authors may think that a mode is told by a value that nobody has to give. */
  private static boolean isToldByADefault(ModelSpec spec) {
    return spec.modes().stream()
        .flatMap(mode -> mode.conditions().stream())
        .flatMap(condition -> condition.parameters().stream())
        .anyMatch(path -> spec.parameter(path).map(Parameter::defaultValue).isPresent());
  }
}
