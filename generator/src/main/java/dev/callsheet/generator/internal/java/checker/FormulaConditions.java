package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaVisitor;
import dev.callsheet.spec.logic.ParameterPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Formulas as conditions in Java. */
final class FormulaConditions {
  private final AccessorMethods accessors;
  private final FacetConditions facetConditions;
  private final RegexConstants regexConstants;

  FormulaConditions(AccessorMethods accessors, RegexConstants patterns) {
    this.accessors = accessors;
    this.regexConstants = patterns;
    this.facetConditions = new FacetConditions(accessors, patterns);
  }

  /** Begins a method. */
  void startMethod() {
    facetConditions.startMethod();
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
    return formula.accept(new Visitor(scope, wanted));
  }

  /** The condition that a formula is {@code wanted}: negations are written where they read well. */
  private final class Visitor implements FormulaVisitor<BooleanExpression> {
    private final TypedExpression scope;
    private final boolean wanted;

    Visitor(TypedExpression scope, boolean wanted) {
      this.scope = scope;
      this.wanted = wanted;
    }

    @Override
    public BooleanExpression visitProvided(Formula.Provided formula) {
      return orNegated(provided(formula.path(), scope));
    }

    @Override
    public BooleanExpression visitMatches(Formula.Matches formula) {
      return orNegated(matches(formula, scope));
    }

    @Override
    public BooleanExpression visitSumEquals(Formula.SumEquals formula) {
      return orNegated(sumEquals(formula, scope));
    }

    @Override
    public BooleanExpression visitProductWithin(Formula.ProductWithin formula) {
      return orNegated(
          arithmeticRange(
              "productWithin", formula.minimum(), formula.maximum(), formula.factors(), scope));
    }

    @Override
    public BooleanExpression visitQuotientWithin(Formula.QuotientWithin formula) {
      List<ParameterPath> pair = List.of(formula.dividend(), formula.divisor());
      return orNegated(
          arithmeticRange("quotientWithin", formula.minimum(), formula.maximum(), pair, scope));
    }

    @Override
    public BooleanExpression visitPlaceholdersWithin(Formula.PlaceholdersWithin formula) {
      return orNegated(placeholdersWithin(formula, scope));
    }

    @Override
    public BooleanExpression visitAll(Formula.All formula) {
      return all(formula.parts(), scope, wanted);
    }

    @Override
    public BooleanExpression visitAny(Formula.Any formula) {
      List<BooleanExpression> parts = conditions(formula.parts(), scope, wanted);
      return wanted ? BooleanExpression.or(parts) : BooleanExpression.and(parts);
    }

    @Override
    public BooleanExpression visitNot(Formula.Not formula) {
      return condition(formula.part(), scope, !wanted);
    }

    @Override
    public BooleanExpression visitImplies(Formula.Implies formula) {
      List<BooleanExpression> parts =
          List.of(
              condition(formula.condition(), scope, !wanted),
              condition(formula.consequence(), scope, wanted));
      return wanted ? BooleanExpression.or(parts) : BooleanExpression.and(parts);
    }

    @Override
    public BooleanExpression visitCount(Formula.Count formula) {
      return count(formula, scope, wanted);
    }

    private BooleanExpression orNegated(BooleanExpression atom) {
      return wanted ? atom : atom.not();
    }
  }

  private BooleanExpression all(List<Formula> parts, TypedExpression scope, boolean wanted) {
    if (wanted) {
      return BooleanExpression.and(conditions(parts, scope, true));
    }
    boolean simple =
        parts.stream()
            .allMatch(part -> part instanceof Formula.Provided || part instanceof Formula.Matches);
    return simple
        ? BooleanExpression.and(conditions(parts, scope, true)).not()
        : BooleanExpression.or(conditions(parts, scope, false));
  }

  private List<BooleanExpression> conditions(
      List<Formula> parts, TypedExpression scope, boolean wanted) {
    return parts.stream().map(part -> condition(part, scope, wanted)).toList();
  }

  private BooleanExpression count(Formula.Count formula, TypedExpression scope, boolean wanted) {
    List<BooleanExpression> parts = conditions(formula.parts(), scope, true);
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

  private BooleanExpression provided(ParameterPath path, TypedExpression scope) {
    if (!isInList(path)) {
      return accessors.providedAt(scope, path);
    }
    TypedExpression list = accessors.listAt(scope, path);
    TypedExpression item = AccessorMethods.lambdaItem(list);
    return FacetConditions.anyItem(
        list, item, accessors.providedAt(item, AccessorMethods.afterLastList(path)));
  }

  /** A path through items matches when there are values at its end and every one of them does. */
  private BooleanExpression matches(Formula.Matches atom, TypedExpression scope) {
    ParameterPath path = atom.path();
    if (!isInList(path)) {
      // A negated facet would be true of a value that is not provided.
      BooleanExpression facetsHold =
          facetConditions.condition(accessors.valueAt(scope, path), atom.fragment());
      return facetsHold.equals(BooleanExpression.TRUE) || facetsHold.hasNegation()
          ? BooleanExpression.and(List.of(accessors.providedAt(scope, path), facetsHold))
          : facetsHold;
    }
    TypedExpression list = accessors.listAt(scope, path);
    TypedExpression item = AccessorMethods.lambdaItem(list);
    ParameterPath rest = AccessorMethods.afterLastList(path);
    BooleanExpression provided = accessors.providedAt(item, rest);
    BooleanExpression wrong =
        facetConditions.condition(accessors.valueAt(item, rest), atom.fragment()).not();
    return BooleanExpression.and(
        List.of(
            FacetConditions.anyItem(list, item, provided),
            FacetConditions.anyItem(list, item, BooleanExpression.and(List.of(provided, wrong)))
                .not()));
  }

  private BooleanExpression sumEquals(Formula.SumEquals atom, TypedExpression scope) {
    return BooleanExpression.call(
        CodeBlock.of("$T.sumEquals", RuntimeTypes.ARITHMETIC), sumArguments(atom, scope));
  }

  private List<Expression> sumArguments(Formula.SumEquals atom, TypedExpression scope) {
    TypedExpression list = accessors.listAt(scope, atom.terms());
    TypedExpression item = AccessorMethods.lambdaItem(list);
    Expression term = accessors.valueAt(item, AccessorMethods.afterLastList(atom.terms()));
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

  private BooleanExpression arithmeticRange(
      String method,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      List<ParameterPath> paths,
      TypedExpression scope) {
    List<Expression> arguments = new ArrayList<>(bounds(minimum, maximum));
    paths.forEach(path -> arguments.add(accessors.valueAt(scope, path)));
    return BooleanExpression.call(
        CodeBlock.of("$T.$L", RuntimeTypes.ARITHMETIC, method), arguments);
  }

  private static List<Expression> bounds(
      @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
    return List.of(
        Expression.of(
            "$L", minimum == null ? "Double.NEGATIVE_INFINITY" : JavaLiterals.number(minimum)),
        Expression.of(
            "$L", maximum == null ? "Double.POSITIVE_INFINITY" : JavaLiterals.number(maximum)));
  }

  private BooleanExpression placeholdersWithin(
      Formula.PlaceholdersWithin atom, TypedExpression scope) {
    return BooleanExpression.and(
        atom.texts().stream().map(path -> placeholdersWithin(atom, path, scope)).toList());
  }

  private BooleanExpression placeholdersWithin(
      Formula.PlaceholdersWithin atom, ParameterPath text, TypedExpression scope) {
    return BooleanExpression.call(
        CodeBlock.of("$T.areInRange", RuntimeTypes.PLACEHOLDERS),
        placeholderArguments(atom, text, scope));
  }

  private List<Expression> placeholderArguments(
      Formula.PlaceholdersWithin atom, ParameterPath text, TypedExpression scope) {
    List<Expression> arguments = new ArrayList<>();
    if (isInList(text)) {
      TypedExpression list = accessors.listAt(scope, text);
      TypedExpression item = AccessorMethods.lambdaItem(list);
      arguments.add(list);
      arguments.add(
          Expression.of("$L -> $L", item, textAt(item, AccessorMethods.afterLastList(text))));
    } else {
      arguments.add(textAt(scope, text));
    }
    arguments.add(placeholderRegex(atom));
    arguments.add(accessors.valueAt(scope, atom.list()));
    return arguments;
  }

  private TypedExpression textAt(TypedExpression owner, ParameterPath path) {
    return JsonTypeConditions.asText(accessors.valueAt(owner, path));
  }

  private Expression placeholderRegex(Formula.PlaceholdersWithin atom) {
    return Expression.of("$N", regexConstants.constantName(atom.pattern(), "PLACEHOLDER"));
  }

  /** Whether a single item of a list already breaks the formula, where that can be told. */
  Optional<BooleanExpression> violatedByItem(
      Formula formula, ParameterPath path, TypedExpression scope) {
    if (!(formula instanceof Formula.PlaceholdersWithin atom)
        || !isInList(path)
        || !atom.texts().contains(path)) {
      return Optional.empty();
    }
    TypedExpression item = AccessorMethods.lambdaItem(accessors.listAt(scope, path));
    List<Expression> arguments =
        List.of(
            textAt(item, AccessorMethods.afterLastList(path)),
            placeholderRegex(atom),
            accessors.valueAt(scope, atom.list()));
    return Optional.of(
        BooleanExpression.call(CodeBlock.of("$T.areInRange", RuntimeTypes.PLACEHOLDERS), arguments)
            .not());
  }

  /** Calls that note what the parts of a violated formula found, where they calculate or count. */
  List<Expression> observations(Formula formula, TypedExpression scope) {
    return formula.atoms().flatMap(atom -> observations(atom, scope).stream()).toList();
  }

  private List<Expression> observations(Formula.Atom formula, TypedExpression scope) {
    if (formula instanceof Formula.SumEquals atom) {
      List<Expression> arguments = new ArrayList<>(sumArguments(atom, scope));
      arguments.add(0, name(atom.terms()));
      arguments.add(3, name(atom.total()));
      return List.of(observation("sum", arguments));
    }
    if (formula instanceof Formula.ProductWithin atom) {
      List<Expression> arguments = new ArrayList<>(bounds(atom.minimum(), atom.maximum()));
      arguments.add(
          Expression.of(
              "$T.of($L)",
              List.class,
              Expression.joined(
                  atom.factors().stream().map(FormulaConditions::name).toList(), ", ")));
      atom.factors().forEach(path -> arguments.add(accessors.valueAt(scope, path)));
      return List.of(observation("product", arguments));
    }
    if (formula instanceof Formula.QuotientWithin atom) {
      List<Expression> arguments = new ArrayList<>(bounds(atom.minimum(), atom.maximum()));
      for (ParameterPath path : List.of(atom.dividend(), atom.divisor())) {
        arguments.add(name(path));
        arguments.add(accessors.valueAt(scope, path));
      }
      return List.of(observation("quotient", arguments));
    }
    if (formula instanceof Formula.PlaceholdersWithin atom) {
      return atom.texts().stream()
          .map(
              path -> {
                List<Expression> arguments = placeholderArguments(atom, path, scope);
                arguments.add(arguments.size() - 1, name(atom.list()));
                return observation("placeholders", arguments);
              })
          .toList();
    }
    return List.of();
  }

  private static Expression observation(String method, List<Expression> arguments) {
    return Expression.of("\n.$L($L)", method, Expression.joined(arguments, ",$W"));
  }

  private static Expression name(ParameterPath path) {
    return Expression.of("$L", JavaLiterals.text(path.toString()));
  }

  /** Whether a path goes through the items of a list. */
  static boolean isInList(ParameterPath path) {
    return path.steps().contains(ParameterPath.Step.EachItem.INSTANCE);
  }
}
