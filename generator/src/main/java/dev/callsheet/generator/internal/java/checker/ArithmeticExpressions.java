package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** The sum lies within its bounds. */
  BooleanExpression condition(Formula.SumWithin atom, TypedExpression scope) {
    List<Expression> arguments = bounds(atom.minimum(), atom.maximum());
    arguments.addAll(terms(atom.terms(), scope));
    return call("sumWithin", arguments);
  }

  /** The product lies within its bounds. */
  BooleanExpression condition(Formula.ProductWithin atom, TypedExpression scope) {
    List<Expression> arguments = bounds(atom.minimum(), atom.maximum());
    atom.factors().forEach(path -> arguments.add(numberAt(path, scope)));
    return call("productWithin", arguments);
  }

  /** The quotient lies within its bounds. */
  BooleanExpression condition(Formula.QuotientWithin atom, TypedExpression scope) {
    List<Expression> arguments = bounds(atom.minimum(), atom.maximum());
    arguments.add(numberAt(atom.dividend(), scope));
    arguments.add(numberAt(atom.divisor(), scope));
    return call("quotientWithin", arguments);
  }

  /** The call that notes a sum. */
  Expression observation(Formula.SumEquals atom, TypedExpression scope) {
    List<Expression> arguments = sumArguments(atom, scope);
    arguments.add(0, FormulaObservations.name(atom.terms()));
    arguments.add(3, FormulaObservations.name(atom.total()));
    return FormulaObservations.call("sum", arguments);
  }

  /** The call that notes a sum which has bounds. */
  Expression observation(Formula.SumWithin atom, TypedExpression scope) {
    List<Expression> arguments = bounds(atom.minimum(), atom.maximum());
    arguments.add(FormulaObservations.name(atom.terms()));
    arguments.addAll(terms(atom.terms(), scope));
    return FormulaObservations.call("boundedSum", arguments);
  }

  /** The call that notes a product. */
  Expression observation(Formula.ProductWithin atom, TypedExpression scope) {
    List<Expression> arguments = bounds(atom.minimum(), atom.maximum());
    List<Expression> names = atom.factors().stream().map(FormulaObservations::name).toList();
    arguments.add(Expression.of("$T.of($L)", List.class, Expression.joined(names, ", ")));
    atom.factors().forEach(path -> arguments.add(numberAt(path, scope)));
    return FormulaObservations.call("product", arguments);
  }

  /** The call that notes a quotient. */
  Expression observation(Formula.QuotientWithin atom, TypedExpression scope) {
    List<Expression> arguments = bounds(atom.minimum(), atom.maximum());
    for (ParameterPath path : List.of(atom.dividend(), atom.divisor())) {
      arguments.add(FormulaObservations.name(path));
      arguments.add(numberAt(path, scope));
    }
    return FormulaObservations.call("quotient", arguments);
  }

  private List<Expression> sumArguments(Formula.SumEquals atom, TypedExpression scope) {
    List<Expression> arguments = new ArrayList<>(terms(atom.terms(), scope));
    arguments.add(numberAt(atom.total(), scope));
    BigDecimal usual = atom.totalDefault();
    if (usual != null) {
      arguments.add(Expression.of("$L", JavaLiterals.number(usual)));
    }
    return arguments;
  }

  /** The items that have the terms, and the term of an item. */
  private List<Expression> terms(ParameterPath path, TypedExpression scope) {
    TypedExpression list = accessors.listAt(scope, path);
    TypedExpression item = AccessorMethods.lambdaItem(list);
    return List.of(list, Expression.of("$L -> $L", item, numberAt(path.afterLastList(), item)));
  }

  private Expression numberAt(ParameterPath path, TypedExpression scope) {
    TypedExpression value = accessors.valueAt(scope, path);
    if (value.type() instanceof NullableType type) {
      return Expression.of(
          "$L ? ($T) $T.NaN : $L",
          FacetConditions.isNull(value, type),
          Number.class,
          Double.class,
          number(AccessorMethods.orNull(value, type)));
    }
    return number(value);
  }

  private static Expression number(TypedExpression value) {
    return value.type() instanceof JdkType plain && plain.isNumber()
        ? value
        : Expression.of(
            "$T.number($L)",
            RuntimeTypes.ARITHMETIC,
            Expression.using(List.of(value), NumericExpressions.numberOf(value, Optional.empty())));
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
