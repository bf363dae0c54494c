package dev.callsheet.spec.analysis;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Fragment;
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
  private final boolean itemsAlike;
  private int fresh;

  /**
   * Says formulas in a vocabulary's variables.
   *
   * @param itemsAlike whether to look only at requests in which the items of each list are alike,
   *     so that what is said of some or of all of them is said of the representative one
   */
  Encoding(FormulaFactory f, Vocabulary vocabulary, boolean itemsAlike) {
    this.f = f;
    this.vocabulary = vocabulary;
    this.itemsAlike = itemsAlike;
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
      return term == null ? undecided() : matches(term, atom.fragment());
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

  private org.logicng.formulas.Formula matches(Vocabulary.Term term, Fragment fragment) {
    List<org.logicng.formulas.Formula> holding = new ArrayList<>();
    term.cells()
        .forEach((cell, variable) -> holding.add(f.and(variable, matches(term, cell, fragment))));
    return f.or(holding);
  }

  private org.logicng.formulas.Formula matches(Vocabulary.Term term, Cell cell, Fragment fragment) {
    Boolean decided = Domain.matches(cell, fragment);
    return decided != null
        ? f.constant(decided)
        : f.and(fragment.facets().stream().map(facet -> matches(term, cell, facet)).toList());
  }

  private org.logicng.formulas.Formula matches(Vocabulary.Term term, Cell cell, Facet facet) {
    Boolean decided = Domain.matches(cell, facet);
    if (decided != null) {
      return f.constant(decided);
    }
    if (facet instanceof Facet.Not not) {
      return matches(term, cell, not.fragment()).negate();
    }
    if (facet instanceof Facet.Member member && cell.kind() == Cell.Kind.OBJECT) {
      return inside(term.path().member(member.name()), member.fragment());
    }
    if (facet instanceof Facet.Contains contains && itemsAlike && cell.kind() == Cell.Kind.LIST) {
      return cell.items() == 0 ? f.falsum() : inside(term.path().eachItem(), contains.fragment());
    }
    return undecided();
  }

  private org.logicng.formulas.Formula inside(Path path, Fragment fragment) {
    Vocabulary.Term term = vocabulary.term(path);
    return term == null ? f.falsum() : matches(term, fragment);
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

  /** None after one before it: unlike a cardinality constraint, this may also be negated. */
  private org.logicng.formulas.Formula atMostOne(List<Variable> names) {
    List<org.logicng.formulas.Formula> parts = new ArrayList<>();
    Variable before = names.get(0);
    for (Variable name : names.subList(1, names.size())) {
      parts.add(f.or(before.negate(), name.negate()));
      Variable soFar = f.variable("@any" + definitions.size());
      definitions.add(f.equivalence(soFar, f.or(before, name)));
      before = soFar;
    }
    return f.and(parts);
  }

  private Vocabulary.@org.jspecify.annotations.Nullable Term term(Path scope, Path path) {
    boolean ofItems = path.toString().contains("[]");
    return ofItems && !itemsAlike ? null : vocabulary.term(scope.then(path));
  }

  private org.logicng.formulas.Formula undecided() {
    return f.variable("@undecided" + fresh++);
  }
}
