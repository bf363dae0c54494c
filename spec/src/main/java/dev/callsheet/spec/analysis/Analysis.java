package dev.callsheet.spec.analysis;

import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Requirement;
import dev.callsheet.spec.model.Rule;
import java.util.ArrayList;
import java.util.List;

/** Proves a spec free of contradictions, or says where they are. */
public final class Analysis {
  private static final List<Proof> PROOFS =
      List.of(
          new DeadParameters(),
          new DeadValues(),
          new FalseOptionals(),
          new SuperfluousRules(),
          new ModeProofs(),
          new PriceProofs());

  private Analysis() {}

  /** Everything that is wrong with a spec whose rules are read in that way. */
  public static AnalysisReport of(ModelSpec spec, Reading reading) {
    Theory theory = new Theory(spec, reading);
    List<SpecFinding> findings = new ArrayList<>();
    if (theory.possible(theory.factory().verum())) {
      PROOFS.forEach(proof -> findings.addAll(proof.flaws(spec, reading, theory)));
    } else {
      findings.add(inconsistent(spec, theory));
    }
    return new AnalysisReport(findings, notAnalysed(spec, reading, theory));
  }

  private static List<NotAnalysed> notAnalysed(ModelSpec spec, Reading reading, Theory theory) {
    List<NotAnalysed> found = new ArrayList<>();
    for (Law law : theory.laws()) {
      if (!law.complete()) {
        Rule rule = law.rule();
        String reason = Undecided.reason(Requirement.of(reading.lawOf(rule)));
        found.add(new NotAnalysed(rule.id(), reason, rule.location()));
      }
    }
    Pricing pricing = spec.pricing();
    if (pricing != null) {
      for (Pricing.Rate rate : pricing.rates()) {
        Formula when = rate.when();
        if (when != null && !theory.encode(Path.ROOT, when).complete()) {
          found.add(new NotAnalysed(rate.label(), Undecided.reason(when), rate.location()));
        }
      }
    }
    return found;
  }

  private static SpecFinding inconsistent(ModelSpec spec, Theory theory) {
    List<Cause> causes = theory.causes(theory.factory().verum(), theory.laws());
    return new SpecFinding(
        SpecFinding.Kind.INCONSISTENT,
        spec.id(),
        "No request for "
            + spec.id()
            + " is valid: "
            + Reasons.of(causes, "exclude every request")
            + ".",
        spec.location(),
        causes,
        null);
  }
}
