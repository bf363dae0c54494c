package dev.callsheet.spec.analysis;

import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;

/** One sort of flaw, looked for in a spec that has valid requests. */
interface Proof {
  /** The flaws found, in the order of the spec. */
  List<SpecFinding> flaws(ModelSpec spec, Reading reading, Theory theory);
}
