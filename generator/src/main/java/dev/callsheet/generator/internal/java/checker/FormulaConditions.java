package dev.callsheet.generator.internal.java.checker;

import dev.callsheet.spec.logic.AtomVisitor;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaVisitor;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Formulas as conditions in Java: combinations here, each family of atoms in a class of its own.
 */
final class FormulaConditions {
  private final ParameterConditions parameters;
  private final ArithmeticExpressions arithmetic;
  private final PlaceholderExpressions placeholders;

  FormulaConditions(AccessorMethods accessors, RegexConstants patterns) {
    this.parameters = new ParameterConditions(accessors, patterns);
    this.arithmetic = new ArithmeticExpressions(accessors);
    this.placeholders = new PlaceholderExpressions(accessors, patterns);
  }

  /** Begins a method. */
  void startMethod() {
    parameters.startMethod();
  }

  /** The formula holds in a scope. */
  BooleanExpression holds(Formula formula, TypedExpression scope) {
    return condition(formula, scope, true);
  }

  /** It does not. */
  BooleanExpression violated(Formula formula, TypedExpression scope) {
    return condition(formula, scope, false);
  }

  private BooleanExpression condition(Formula formula, TypedExpression scope, boolean wanted) {
    return formula.accept(new Combination(scope, wanted));
  }

  /** The condition that a formula is {@code wanted}: negations are written where they read well. */
  private final class Combination implements FormulaVisitor<BooleanExpression> {
    private final TypedExpression scope;
    private final boolean wanted;

    Combination(TypedExpression scope, boolean wanted) {
      this.scope = scope;
      this.wanted = wanted;
    }

    @Override
    public BooleanExpression visitAtom(Formula.Atom atom) {
      BooleanExpression holds = atom.acceptAtom(new AtomCondition(scope));
      return wanted ? holds : holds.not();
    }

    /** Atoms about single parameters are negated together, others one by one. */
    @Override
    public BooleanExpression visitAll(Formula.All formula) {
      List<Formula> parts = formula.parts();
      boolean isSimple =
          parts.stream()
              .allMatch(
                  part -> part instanceof Formula.Provided || part instanceof Formula.Matches);
      if (wanted || isSimple) {
        BooleanExpression all = BooleanExpression.and(conditions(parts, scope, true));
        return wanted ? all : all.not();
      }
      return BooleanExpression.or(conditions(parts, scope, false));
    }

    @Override
    public BooleanExpression visitAny(Formula.Any formula) {
      return any(conditions(formula.parts(), scope, wanted));
    }

    @Override
    public BooleanExpression visitNot(Formula.Not formula) {
      return condition(formula.part(), scope, !wanted);
    }

    @Override
    public BooleanExpression visitImplies(Formula.Implies formula) {
      return any(
          List.of(
              condition(formula.condition(), scope, !wanted),
              condition(formula.consequence(), scope, wanted)));
    }

    @Override
    public BooleanExpression visitCount(Formula.Count formula) {
      return count(formula, conditions(formula.parts(), scope, true), wanted);
    }

    private BooleanExpression any(List<BooleanExpression> parts) {
      return wanted ? BooleanExpression.or(parts) : BooleanExpression.and(parts);
    }
  }

  /** The condition that an atom holds. */
  private final class AtomCondition implements AtomVisitor<BooleanExpression> {
    private final TypedExpression scope;

    AtomCondition(TypedExpression scope) {
      this.scope = scope;
    }

    @Override
    public BooleanExpression visitProvided(Formula.Provided atom) {
      return parameters.provided(atom.path(), scope);
    }

    @Override
    public BooleanExpression visitMatches(Formula.Matches atom) {
      return parameters.matches(atom, scope);
    }

    @Override
    public BooleanExpression visitSumEquals(Formula.SumEquals atom) {
      return arithmetic.condition(atom, scope);
    }

    @Override
    public BooleanExpression visitSumWithin(Formula.SumWithin atom) {
      return arithmetic.condition(atom, scope);
    }

    @Override
    public BooleanExpression visitProductWithin(Formula.ProductWithin atom) {
      return arithmetic.condition(atom, scope);
    }

    @Override
    public BooleanExpression visitQuotientWithin(Formula.QuotientWithin atom) {
      return arithmetic.condition(atom, scope);
    }

    @Override
    public BooleanExpression visitPlaceholdersWithin(Formula.PlaceholdersWithin atom) {
      return placeholders.condition(atom, scope);
    }
  }

  private List<BooleanExpression> conditions(
      List<Formula> parts, TypedExpression scope, boolean wanted) {
    return parts.stream().map(part -> condition(part, scope, wanted)).toList();
  }

  private static BooleanExpression count(
      Formula.Count formula, List<BooleanExpression> parts, boolean wanted) {
    int minimum = formula.minimum();
    int maximum = formula.maximum();
    if (parts.size() == 2 && minimum == 1 && maximum == 1) {
      return BooleanExpression.comparison(
          "$L $L $L",
          parts.get(0).parenthesizedIn(BooleanExpression.Precedence.ATOM),
          wanted ? "!=" : "==",
          parts.get(1).parenthesizedIn(BooleanExpression.Precedence.ATOM));
    }
    if (parts.size() == 2 && minimum == 0 && maximum == 1) {
      BooleanExpression both = BooleanExpression.and(parts);
      return wanted ? both.not() : both;
    }
    BooleanExpression count =
        BooleanExpression.atom(
            "$T.count($L)",
            RuntimeTypes.VALUES,
            parts.stream().anyMatch(BooleanExpression::isCompound)
                ? Expression.of("$>$>$>$>\n$L$<$<$<$<", Expression.joined(parts, ",\n"))
                : Expression.joined(parts, ",$W"));
    if (minimum == maximum) {
      return compared(count, wanted ? "==" : "!=", minimum);
    }
    List<BooleanExpression> bounds = new ArrayList<>();
    if (minimum > 0) {
      bounds.add(compared(count, wanted ? ">=" : "<", minimum));
    }
    if (maximum < parts.size()) {
      bounds.add(compared(count, wanted ? "<=" : ">", maximum));
    }
    return wanted ? BooleanExpression.and(bounds) : BooleanExpression.or(bounds);
  }

  private static BooleanExpression compared(Expression number, String operator, int bound) {
    return BooleanExpression.comparison("$L $L $L", number, operator, bound);
  }

  /** Whether single items of the list at a path violate a formula, where an item alone can. */
  Optional<BooleanExpression> violatedByItem(
      Formula formula, ParameterPath path, TypedExpression scope) {
    if (!path.leadsThroughLists()) {
      return Optional.empty();
    }
    if (formula instanceof Formula.PlaceholdersWithin atom && atom.texts().contains(path)) {
      return Optional.of(placeholders.violatedByItem(atom, path, scope));
    }
    return demanded(formula)
        .filter(atom -> atom.path().equals(path))
        .filter(atom -> !path.afterFirstList().leadsThroughLists())
        .filter(atom -> isAlone(path, formula))
        .map(atom -> parameters.violatedByItem(atom, scope));
  }

  /** What a formula demands of every value at a path, where it demands nothing else. */
  private static Optional<Formula.Matches> demanded(Formula formula) {
    if (formula instanceof Formula.Implies implication) {
      return demanded(implication.consequence());
    }
    if (formula instanceof Formula.All all && all.parts().size() == 1) {
      return demanded(all.parts().get(0));
    }
    return formula instanceof Formula.Matches atom ? Optional.of(atom) : Optional.empty();
  }

  /** Whether only one atom of a formula looks at the values at a path, or around or inside them. */
  private static boolean isAlone(ParameterPath path, Formula formula) {
    Formula.Provided isThere = new Formula.Provided(path); // one item more or less changes nothing
    return formula
            .atoms()
            .filter(atom -> !atom.equals(isThere))
            .flatMap(atom -> atom.parameters().stream())
            .filter(path::overlaps)
            .count()
        == 1;
  }
}
