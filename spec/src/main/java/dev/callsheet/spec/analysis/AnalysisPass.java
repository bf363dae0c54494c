package dev.callsheet.spec.analysis;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.List;

/** One sort of flaw, looked for in a spec that has valid requests. */
interface AnalysisPass {
  /** The flaws found, in the order of the spec. */
  List<AnalysisFinding> findings(
      ModelSpec spec, RuleInterpretation interpretation, SatModel satModel);
}
