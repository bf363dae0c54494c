package dev.callsheet.spec.analysis;

import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Requirement;
import dev.callsheet.spec.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules whose condition never holds, and rules that the others imply. Rules of included files are
 * written for many models; that one of these has no use for them is no flaw.
 */
final class SuperfluousRules implements Proof {
  @Override
  public List<SpecFinding> flaws(ModelSpec spec, Reading reading, Theory theory) {
    List<SpecFinding> findings = new ArrayList<>();
    for (Law law : theory.laws()) {
      boolean included = !law.rule().location().file().equals(spec.location().file());
      if (!included) {
        dead(law, reading, theory).or(() -> redundant(law, theory)).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<SpecFinding> dead(Law law, Reading reading, Theory theory) {
    Rule rule = law.rule();
    Formula demand = Requirement.of(reading.lawOf(rule));
    if (!(demand instanceof Formula.Implies conditional)) {
      return Optional.empty();
    }
    Encoding.Encoded condition = theory.encode(rule.scope(), conditional.condition());
    Vocabulary.Term scope = theory.vocabulary().term(rule.scope());
    org.logicng.formulas.Formula holds =
        scope == null
            ? condition.formula()
            : theory.factory().and(scope.present(), condition.formula());
    List<Law> others = theory.without(law);
    if (theory.possible(holds, others)) {
      return Optional.empty();
    }
    List<Cause> causes = theory.causes(holds, others);
    return Optional.of(
        new SpecFinding(
            SpecFinding.Kind.DEAD_RULE,
            rule.id(),
            "The condition of rule '"
                + rule.id()
                + "' never holds: "
                + Reasons.of(causes, "exclude it")
                + ".",
            rule.location(),
            causes,
            null));
  }

  private static Optional<SpecFinding> redundant(Law law, Theory theory) {
    List<Law> others = theory.without(law);
    if (!law.complete() || theory.possible(law.broken(), others)) {
      return Optional.empty();
    }
    List<Cause> causes = theory.causes(law.demand().negate(), others);
    return Optional.of(
        new SpecFinding(
            SpecFinding.Kind.REDUNDANT_RULE,
            law.rule().id(),
            "The rule '"
                + law.rule().id()
                + "' adds nothing: "
                + Reasons.of(causes, "imply it")
                + ".",
            law.rule().location(),
            causes,
            null));
  }
}
