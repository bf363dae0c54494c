package dev.callsheet.spec.analysis;

import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Path;
import java.util.ArrayList;
import java.util.List;
import org.logicng.formulas.CType;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/**
 * Says a formula of the calculus in the variables of a vocabulary. What cannot be said becomes a
 * fresh variable, free to hold or not.
 */
final class Encoding {
  /** A formula in variables, and whether it says all that the original does. */
  record Encoded(org.logicng.formulas.Formula formula, boolean complete) {}

  private final FormulaFactory f;
  private final Vocabulary vocabulary;
  private final List<org.logicng.formulas.Formula> definitions = new ArrayList<>();
  private int fresh;

  Encoding(FormulaFactory f, Vocabulary vocabulary) {
    this.f = f;
    this.vocabulary = vocabulary;
  }

  /** What must be added for the encoded formulas to mean what they say. */
  List<org.logicng.formulas.Formula> definitions() {
    return definitions;
  }

  /** Says {@code formula}, whose paths start at {@code scope}. */
  Encoded encode(Path scope, Formula formula) {
    int before = fresh;
    org.logicng.formulas.Formula said = say(scope, formula);
    return new Encoded(said, fresh == before);
  }

  private org.logicng.formulas.Formula say(Path scope, Formula formula) {
    if (formula instanceof Formula.Provided atom) {
      Vocabulary.Term term = term(scope, atom.path());
      return term == null ? undecided() : term.present();
    }
    if (formula instanceof Formula.Matches atom) {
      Vocabulary.Term term = term(scope, atom.path());
      return term == null ? undecided() : matches(term, atom);
    }
    if (formula instanceof Formula.All combined) {
      return f.and(say(scope, combined.parts()));
    }
    if (formula instanceof Formula.Any combined) {
      return f.or(say(scope, combined.parts()));
    }
    if (formula instanceof Formula.Not negated) {
      return say(scope, negated.part()).negate();
    }
    if (formula instanceof Formula.Implies conditional) {
      return f.implication(
          say(scope, conditional.condition()), say(scope, conditional.consequence()));
    }
    if (formula instanceof Formula.Count count) {
      return count(count, say(scope, count.parts()));
    }
    return undecided();
  }

  private List<org.logicng.formulas.Formula> say(Path scope, List<Formula> parts) {
    return parts.stream().map(part -> say(scope, part)).toList();
  }

  private org.logicng.formulas.Formula matches(Vocabulary.Term term, Formula.Matches atom) {
    List<org.logicng.formulas.Formula> holding = new ArrayList<>();
    List<org.logicng.formulas.Formula> open = new ArrayList<>();
    term.cells()
        .forEach(
            (cell, variable) -> {
              Boolean matches = Domain.matches(cell, atom.fragment());
              if (matches == null) {
                open.add(variable);
              } else if (matches) {
                holding.add(variable);
              }
            });
    if (!open.isEmpty()) {
      holding.add(f.and(f.or(open), undecided()));
    }
    return f.or(holding);
  }

  /** From minimum to maximum of the parts, each named by a variable of its own. */
  private org.logicng.formulas.Formula count(
      Formula.Count count, List<org.logicng.formulas.Formula> parts) {
    List<Variable> names = new ArrayList<>();
    for (org.logicng.formulas.Formula part : parts) {
      Variable name = f.variable("@part" + definitions.size());
      definitions.add(f.equivalence(name, part));
      names.add(name);
    }
    org.logicng.formulas.Formula enough =
        count.minimum() == 1 ? f.or(names) : f.cc(CType.GE, count.minimum(), names);
    org.logicng.formulas.Formula notTooMany =
        count.maximum() == 1 ? atMostOne(names) : f.cc(CType.LE, count.maximum(), names);
    return f.and(count.minimum() == 0 ? f.verum() : enough, notTooMany);
  }

  /** Pair by pair, which unlike a cardinality constraint may also be negated. */
  private org.logicng.formulas.Formula atMostOne(List<Variable> names) {
    List<org.logicng.formulas.Formula> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        pairs.add(f.or(names.get(i).negate(), names.get(j).negate()));
      }
    }
    return f.and(pairs);
  }

  private Vocabulary.@org.jspecify.annotations.Nullable Term term(Path scope, Path path) {
    return path.toString().contains("[]") ? null : vocabulary.term(scope.then(path));
  }

  private org.logicng.formulas.Formula undecided() {
    return f.variable("@undecided" + fresh++);
  }
}
