package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.AtomVisitor;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetVisitor;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaVisitor;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.SchemaFragment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.CType;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/**
 * Translates formulas about requests into propositional formulas over the variables of a {@link
 * VariableTable}.
 *
 * <p>Presence is a variable. A match is a disjunction over the classes of the parameter's value of
 * those that match; where a class matches depends on what is inside the value, the match continues
 * with the members. Connectives are translated one to one. The parts of a count are given names by
 * equivalences (after Tseitin), so that no part is written out twice and the count may be negated.
 *
 * <p>What cannot be expressed (sums, products, placeholders, patterns, and lists unless their items
 * are alike) becomes a variable of its own, free to hold or not ({@link OpenStatements}): an
 * over-approximation, of which {@link EncodedFormula#isExact} tells.
 *
 * <p>Cost: linear in the size of the formula times the classes of the parameters that it names.
 *
 * <p>Source: G. Tseitin, <em>On the complexity of derivation in propositional calculus</em> (1968);
 * the at-most-one constraint is the sequential counter of C. Sinz, <em>Towards an optimal CNF
 * encoding of boolean cardinality constraints</em> (2005), defined by equivalences.
 */
final class FormulaEncoder {
  /** A propositional formula, and whether it says all that the original does. */
  record EncodedFormula(org.logicng.formulas.Formula formula, boolean isExact) {}

  private final FormulaFactory f;
  private final VariableTable variables;
  private final List<org.logicng.formulas.Formula> definitions = new ArrayList<>();
  private final boolean hasUniformItems;
  private final OpenStatements open;

  /**
   * Translates to these variables.
   *
   * @param uniformItems whether only requests are meant in which the items of each list are alike,
   *     so that what holds of some or of all of them holds of the representative one
   */
  FormulaEncoder(FormulaFactory f, VariableTable variables, boolean uniformItems) {
    this.f = f;
    this.variables = variables;
    this.hasUniformItems = uniformItems;
    this.open = new OpenStatements(f, definitions::add);
  }

  /** The definitions of names that encoded formulas use, to be added to the solver with them. */
  List<org.logicng.formulas.Formula> definitions() {
    return definitions;
  }

  /** Translates a formula whose paths start at a scope. */
  EncodedFormula encode(ParameterPath scope, Formula formula) {
    int before = open.uses();
    org.logicng.formulas.Formula encoded = formula.accept(new Translation(scope));
    return new EncodedFormula(encoded, open.uses() == before);
  }

  /** Translates formulas whose paths start at one scope. */
  private final class Translation
      implements FormulaVisitor<org.logicng.formulas.Formula>,
          AtomVisitor<org.logicng.formulas.Formula> {
    private final ParameterPath scope;

    Translation(ParameterPath scope) {
      this.scope = scope;
    }

    @Override
    public org.logicng.formulas.Formula visitAtom(Formula.Atom atom) {
      return atom.acceptAtom(this);
    }

    @Override
    public org.logicng.formulas.Formula visitProvided(Formula.Provided atom) {
      VariableTable.Entry entry = entryAt(atom.path());
      return entry == null ? open.variable(scope, atom) : entry.presence();
    }

    @Override
    public org.logicng.formulas.Formula visitMatches(Formula.Matches atom) {
      VariableTable.Entry entry = entryAt(atom.path());
      return entry == null ? open.variable(scope, atom) : matches(entry, atom.fragment());
    }

    @Override
    public org.logicng.formulas.Formula visitSumEquals(Formula.SumEquals atom) {
      return open.variable(scope, atom, provided(List.of(atom.terms())));
    }

    @Override
    public org.logicng.formulas.Formula visitSumWithin(Formula.SumWithin atom) {
      return within("sum", List.of(atom.terms()), atom.minimum(), atom.maximum());
    }

    @Override
    public org.logicng.formulas.Formula visitProductWithin(Formula.ProductWithin atom) {
      return within("product", atom.factors(), atom.minimum(), atom.maximum());
    }

    @Override
    public org.logicng.formulas.Formula visitQuotientWithin(Formula.QuotientWithin atom) {
      List<ParameterPath> operands = List.of(atom.dividend(), atom.divisor());
      return within("quotient", operands, atom.minimum(), atom.maximum());
    }

    @Override
    public org.logicng.formulas.Formula visitPlaceholdersWithin(Formula.PlaceholdersWithin atom) {
      List<org.logicng.formulas.Formula> texts =
          atom.texts().stream().map(text -> provided(List.of(text))).toList();
      return open.variable(scope, atom, f.or(texts));
    }

    @Override
    public org.logicng.formulas.Formula visitAll(Formula.All combined) {
      return f.and(translate(combined.parts()));
    }

    @Override
    public org.logicng.formulas.Formula visitAny(Formula.Any combined) {
      return f.or(translate(combined.parts()));
    }

    @Override
    public org.logicng.formulas.Formula visitNot(Formula.Not negated) {
      return negated.part().accept(this).negate();
    }

    @Override
    public org.logicng.formulas.Formula visitImplies(Formula.Implies conditional) {
      return f.implication(
          conditional.condition().accept(this), conditional.consequence().accept(this));
    }

    @Override
    public org.logicng.formulas.Formula visitCount(Formula.Count combined) {
      return count(combined, translate(combined.parts()));
    }

    private org.logicng.formulas.Formula within(
        String measure,
        List<ParameterPath> operands,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum) {
      return open.within(scope, List.of(measure, operands), minimum, maximum, provided(operands));
    }

    /** Holds where all of these are provided, and in other requests where that is not known. */
    private org.logicng.formulas.Formula provided(List<ParameterPath> paths) {
      List<org.logicng.formulas.Formula> parts = new ArrayList<>();
      for (ParameterPath path : paths) {
        VariableTable.Entry entry =
            hasUniformItems || !path.leadsThroughLists()
                ? entryAt(path)
                : entryAt(path.beforeFirstList());
        parts.add(entry == null ? f.verum() : entry.presence());
      }
      return f.and(parts);
    }

    private List<org.logicng.formulas.Formula> translate(List<Formula> parts) {
      return parts.stream().map(part -> part.accept(this)).toList();
    }

    private VariableTable.@Nullable Entry entryAt(ParameterPath path) {
      return path.leadsThroughLists() && !hasUniformItems
          ? null
          : variables.entry(scope.resolve(path));
    }
  }

  private org.logicng.formulas.Formula matches(VariableTable.Entry entry, SchemaFragment fragment) {
    List<org.logicng.formulas.Formula> holding = new ArrayList<>();
    entry
        .valueClasses()
        .forEach(
            (valueClass, variable) ->
                holding.add(f.and(variable, matches(entry, valueClass, fragment))));
    return f.or(holding);
  }

  private org.logicng.formulas.Formula matches(
      VariableTable.Entry entry, ValueClass valueClass, SchemaFragment fragment) {
    return switch (ValueClassMatcher.matches(valueClass, fragment)) {
      case TRUE -> f.verum();
      case FALSE -> f.falsum();
      case UNKNOWN ->
          f.and(
              fragment.facets().stream().map(facet -> matches(entry, valueClass, facet)).toList());
    };
  }

  private org.logicng.formulas.Formula matches(
      VariableTable.Entry entry, ValueClass valueClass, Facet facet) {
    return switch (ValueClassMatcher.matches(valueClass, facet)) {
      case TRUE -> f.verum();
      case FALSE -> f.falsum();
      case UNKNOWN -> facet.accept(new NestedMatch(entry, valueClass));
    };
  }

  /**
   * What a facet says that is not decided for all values of a class: translated where it speaks of
   * what is inside the value, a variable of its own for every other kind.
   */
  private final class NestedMatch extends FacetVisitor.Default<org.logicng.formulas.Formula> {
    private final VariableTable.Entry entry;
    private final ValueClass valueClass;

    NestedMatch(VariableTable.Entry entry, ValueClass valueClass) {
      this.entry = entry;
      this.valueClass = valueClass;
    }

    @Override
    protected org.logicng.formulas.Formula visitOther(Facet facet) {
      return open.variable(entry.path(), facet);
    }

    @Override
    public org.logicng.formulas.Formula visitNot(Facet.Not facet) {
      return matches(entry, valueClass, facet.fragment()).negate();
    }

    @Override
    public org.logicng.formulas.Formula visitHasMember(Facet.HasMember facet) {
      return valueClass.kind() == ValueClass.Kind.OBJECT
          ? childMatches(entry.path().member(facet.name()), facet.fragment())
          : open.variable(entry.path(), facet);
    }

    @Override
    public org.logicng.formulas.Formula visitContains(Facet.Contains facet) {
      if (!hasUniformItems || valueClass.kind() != ValueClass.Kind.LIST) {
        return open.variable(entry.path(), facet);
      }
      return valueClass.itemCount() == 0
          ? f.falsum()
          : childMatches(entry.path().eachItem(), facet.fragment());
    }

    private org.logicng.formulas.Formula childMatches(ParameterPath path, SchemaFragment fragment) {
      VariableTable.Entry child = variables.entry(path);
      return child == null ? f.falsum() : matches(child, fragment);
    }
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

  /**
   * No part after another: {@code soFar} names whether any part up to here holds. Unlike a
   * cardinality constraint of the library, this may also be negated.
   */
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
}
