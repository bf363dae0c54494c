package dev.callsheet.generator.internal.java.checker;

import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.spec.logic.AtomVisitor;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;

/** Calls that note what the atoms of a violated formula found, where they calculate or count. */
final class FormulaObservations {
  private final ArithmeticExpressions arithmetic;
  private final PlaceholderExpressions placeholders;

  FormulaObservations(AccessorMethods accessors, RegexConstants patterns) {
    this.arithmetic = new ArithmeticExpressions(accessors);
    this.placeholders = new PlaceholderExpressions(accessors, patterns);
  }

  /** The calls for a formula, in the order of its atoms. */
  List<Expression> calls(Formula formula, TypedExpression scope) {
    return formula
        .atoms()
        .flatMap(atom -> atom.acceptAtom(new AtomObservations(scope)).stream())
        .toList();
  }

  /** The calls for one atom. */
  private final class AtomObservations implements AtomVisitor<List<Expression>> {
    private final TypedExpression scope;

    AtomObservations(TypedExpression scope) {
      this.scope = scope;
    }

    @Override
    public List<Expression> visitProvided(Formula.Provided atom) {
      return List.of();
    }

    @Override
    public List<Expression> visitMatches(Formula.Matches atom) {
      return List.of();
    }

    @Override
    public List<Expression> visitSumEquals(Formula.SumEquals atom) {
      return List.of(arithmetic.observation(atom, scope));
    }

    @Override
    public List<Expression> visitSumWithin(Formula.SumWithin atom) {
      return List.of(arithmetic.observation(atom, scope));
    }

    @Override
    public List<Expression> visitProductWithin(Formula.ProductWithin atom) {
      return List.of(arithmetic.observation(atom, scope));
    }

    @Override
    public List<Expression> visitQuotientWithin(Formula.QuotientWithin atom) {
      return List.of(arithmetic.observation(atom, scope));
    }

    @Override
    public List<Expression> visitPlaceholdersWithin(Formula.PlaceholdersWithin atom) {
      return placeholders.observations(atom, scope);
    }
  }

  /** A call in the chain that makes a violation. */
  static Expression call(String method, List<Expression> arguments) {
    return Expression.of("\n.$L($L)", method, Expression.joined(arguments, ",$W"));
  }

  /** A path as messages name it. */
  static Expression name(ParameterPath path) {
    return Expression.of("$L", JavaLiterals.text(path.toString()));
  }
}
