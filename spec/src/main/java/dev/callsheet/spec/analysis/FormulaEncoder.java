package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import java.util.ArrayList;
import java.util.List;
import org.logicng.formulas.CType;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/**
 * Says a formula of the calculus in the variables of a vocabulary. What cannot be said becomes a
 * fresh variable, free to hold or not.
 */
final class FormulaEncoder {
  /** A formula in variables, and whether it says all that the original does. */
  record EncodedFormula(org.logicng.formulas.Formula formula, boolean isExact) {}

  private final FormulaFactory f;
  private final VariableTable variables;
  private final List<org.logicng.formulas.Formula> definitions = new ArrayList<>();
  private final boolean hasUniformItems;
  private int freshVariableCount;

  /**
   * Says formulas in a vocabulary's variables.
   *
   * @param itemsAlike whether to look only at requests in which the items of each list are alike,
   *     so that what is said of some or of all of them is said of the representative one
   */
  FormulaEncoder(FormulaFactory f, VariableTable vocabulary, boolean itemsAlike) {
    this.f = f;
    this.variables = vocabulary;
    this.hasUniformItems = itemsAlike;
  }

  /** What must be added for the encoded formulas to mean what they say. */
  List<org.logicng.formulas.Formula> definitions() {
    return definitions;
  }

  /** Says {@code formula}, whose paths start at {@code scope}. */
  EncodedFormula encode(ParameterPath scope, Formula formula) {
    int before = freshVariableCount;
    org.logicng.formulas.Formula said = translate(scope, formula);
    return new EncodedFormula(said, freshVariableCount == before);
  }

  private org.logicng.formulas.Formula translate(ParameterPath scope, Formula formula) {
    if (formula instanceof Formula.Provided atom) {
      VariableTable.Entry term = variablesAt(scope, atom.path());
      return term == null ? freshVariable() : term.presence();
    }
    if (formula instanceof Formula.Matches atom) {
      VariableTable.Entry term = variablesAt(scope, atom.path());
      return term == null ? freshVariable() : matches(term, atom.fragment());
    }
    if (formula instanceof Formula.All combined) {
      return f.and(translate(scope, combined.parts()));
    }
    if (formula instanceof Formula.Any combined) {
      return f.or(translate(scope, combined.parts()));
    }
    if (formula instanceof Formula.Not negated) {
      return translate(scope, negated.part()).negate();
    }
    if (formula instanceof Formula.Implies conditional) {
      return f.implication(
          translate(scope, conditional.condition()), translate(scope, conditional.consequence()));
    }
    if (formula instanceof Formula.Count count) {
      return count(count, translate(scope, count.parts()));
    }
    return freshVariable();
  }

  private List<org.logicng.formulas.Formula> translate(ParameterPath scope, List<Formula> parts) {
    return parts.stream().map(part -> translate(scope, part)).toList();
  }

  private org.logicng.formulas.Formula matches(VariableTable.Entry term, SchemaFragment fragment) {
    List<org.logicng.formulas.Formula> holding = new ArrayList<>();
    term.valueClasses()
        .forEach((cell, variable) -> holding.add(f.and(variable, matches(term, cell, fragment))));
    return f.or(holding);
  }

  private org.logicng.formulas.Formula matches(
      VariableTable.Entry term, ValueClass cell, SchemaFragment fragment) {
    Boolean decided = ValuePartition.matches(cell, fragment);
    return decided != null
        ? f.constant(decided)
        : f.and(fragment.facets().stream().map(facet -> matches(term, cell, facet)).toList());
  }

  private org.logicng.formulas.Formula matches(
      VariableTable.Entry term, ValueClass cell, Facet facet) {
    Boolean decided = ValuePartition.matches(cell, facet);
    if (decided != null) {
      return f.constant(decided);
    }
    if (facet instanceof Facet.Not not) {
      return matches(term, cell, not.fragment()).negate();
    }
    if (facet instanceof Facet.HasMember member && cell.kind() == ValueClass.Kind.OBJECT) {
      return encodeChild(term.path().member(member.name()), member.fragment());
    }
    if (facet instanceof Facet.Contains contains
        && hasUniformItems
        && cell.kind() == ValueClass.Kind.LIST) {
      return cell.itemCount() == 0
          ? f.falsum()
          : encodeChild(term.path().eachItem(), contains.fragment());
    }
    return freshVariable();
  }

  private org.logicng.formulas.Formula encodeChild(ParameterPath path, SchemaFragment fragment) {
    VariableTable.Entry term = variables.entry(path);
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

  private VariableTable.@org.jspecify.annotations.Nullable Entry variablesAt(
      ParameterPath scope, ParameterPath path) {
    boolean ofItems = path.toString().contains("[]");
    return ofItems && !hasUniformItems ? null : variables.entry(scope.resolve(path));
  }

  private org.logicng.formulas.Formula freshVariable() {
    return f.variable("@undecided" + freshVariableCount++);
  }
}
