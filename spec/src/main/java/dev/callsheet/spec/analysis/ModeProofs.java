package dev.callsheet.spec.analysis;

import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.Mode;
import dev.callsheet.spec.model.ModelSpec;
import java.util.ArrayList;
import java.util.List;

/** Modes no request is of, modes that overlap, requests of no mode. */
final class ModeProofs implements Proof {
  private static final Alternatives.Kinds KINDS =
      new Alternatives.Kinds(
          SpecFinding.Kind.DEAD_MODE,
          SpecFinding.Kind.OVERLAPPING_MODES,
          SpecFinding.Kind.UNCOVERED_REQUESTS);

  @Override
  public List<SpecFinding> flaws(ModelSpec spec, Reading reading, Theory theory) {
    List<Alternatives.Alternative> modes = new ArrayList<>();
    for (Mode mode : spec.modes()) {
      Encoding.Encoded holds = theory.encode(Path.ROOT, mode.condition(spec.modes()));
      modes.add(
          new Alternatives.Alternative(
              "mode '" + mode.name() + "'", mode.location(), holds.formula(), holds.complete()));
    }
    return new Alternatives(KINDS, spec, reading, theory).flaws("mode", spec.location(), modes);
  }
}
