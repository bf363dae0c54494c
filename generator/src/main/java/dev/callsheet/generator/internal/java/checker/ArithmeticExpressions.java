package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums, products and quotients: conditions that they are as wanted, and calls that note them. */
final class ArithmeticExpressions {
  private final AccessorMethods accessors;

  ArithmeticExpressions(AccessorMethods accessors) {
    this.accessors = accessors;
  }

  /** The sum equals the total. */
  BooleanExpression condition(Formula.SumEquals atom, TypedExpression scope) {
    return call("sumEquals", sumArguments(atom, scope));
  }

  /** The product lies within its bounds. */
  BooleanExpression condition(Formula.ProductWithin atom, TypedExpression scope) {
    List<Expression> arguments = bounds(atom.minimum(), atom.maximum());
    atom.factors().forEach(path -> arguments.add(accessors.valueAt(scope, path)));
    return call("productWithin", arguments);
  }

  /** The quotient lies within its bounds. */
  BooleanExpression condition(Formula.QuotientWithin atom, TypedExpression scope) {
    List<Expression> arguments = bounds(atom.minimum(), atom.maximum());
    arguments.add(accessors.valueAt(scope, atom.dividend()));
    arguments.add(accessors.valueAt(scope, atom.divisor()));
    return call("quotientWithin", arguments);
  }

  /** The call that notes a sum. */
  Expression observation(Formula.SumEquals atom, TypedExpression scope) {
    List<Expression> arguments = sumArguments(atom, scope);
    arguments.add(0, FormulaObservations.name(atom.terms()));
    arguments.add(3, FormulaObservations.name(atom.total()));
    return FormulaObservations.call("sum", arguments);
  }

  /** The call that notes a product. */
  Expression observation(Formula.ProductWithin atom, TypedExpression scope) {
    List<Expression> arguments = bounds(atom.minimum(), atom.maximum());
    List<Expression> names = atom.factors().stream().map(FormulaObservations::name).toList();
    arguments.add(Expression.of("$T.of($L)", List.class, Expression.joined(names, ", ")));
    atom.factors().forEach(path -> arguments.add(accessors.valueAt(scope, path)));
    return FormulaObservations.call("product", arguments);
  }

  /** The call that notes a quotient. */
  Expression observation(Formula.QuotientWithin atom, TypedExpression scope) {
    List<Expression> arguments = bounds(atom.minimum(), atom.maximum());
    for (ParameterPath path : List.of(atom.dividend(), atom.divisor())) {
      arguments.add(FormulaObservations.name(path));
      arguments.add(accessors.valueAt(scope, path));
    }
    return FormulaObservations.call("quotient", arguments);
  }

  private List<Expression> sumArguments(Formula.SumEquals atom, TypedExpression scope) {
    TypedExpression list = accessors.listAt(scope, atom.terms());
    TypedExpression item = AccessorMethods.lambdaItem(list);
    Expression term = accessors.valueAt(item, atom.terms().afterLastList());
    List<Expression> arguments =
        new ArrayList<>(
            List.of(
                list,
                Expression.of("$L -> $L", item, term),
                accessors.valueAt(scope, atom.total())));
    BigDecimal usual = atom.totalDefault();
    if (usual != null) {
      arguments.add(Expression.of("$L", JavaLiterals.number(usual)));
    }
    return arguments;
  }

  private static List<Expression> bounds(
      @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
    List<Expression> bounds = new ArrayList<>();
    bounds.add(bound(minimum, "Double.NEGATIVE_INFINITY"));
    bounds.add(bound(maximum, "Double.POSITIVE_INFINITY"));
    return bounds;
  }

  private static Expression bound(@Nullable BigDecimal bound, String none) {
    return Expression.of("$L", bound == null ? none : JavaLiterals.number(bound));
  }

  private static BooleanExpression call(String method, List<Expression> arguments) {
    return BooleanExpression.call(
        CodeBlock.of("$T.$L", RuntimeTypes.ARITHMETIC, method), arguments);
  }
}
