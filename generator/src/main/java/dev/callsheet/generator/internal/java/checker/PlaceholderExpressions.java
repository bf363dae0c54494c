package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;

/** Placeholders in texts: conditions that they name items of a list, and calls that note them. */
final class PlaceholderExpressions {
  private final AccessorMethods accessors;
  private final RegexConstants regexConstants;

  PlaceholderExpressions(AccessorMethods accessors, RegexConstants patterns) {
    this.accessors = accessors;
    this.regexConstants = patterns;
  }

  /** Those of all texts do. */
  BooleanExpression condition(Formula.PlaceholdersWithin atom, TypedExpression scope) {
    return BooleanExpression.and(
        atom.texts().stream().map(text -> areInRange(arguments(atom, text, scope))).toList());
  }

  /** Those of one item of the list at a path do not. */
  BooleanExpression violatedByItem(
      Formula.PlaceholdersWithin atom, ParameterPath text, TypedExpression scope) {
    TypedExpression item = AccessorMethods.lambdaItem(accessors.listAt(scope, text));
    return areInRange(
            List.of(
                textAt(item, text.afterLastList()),
                regex(atom),
                AccessorMethods.listOf(accessors.valueAt(scope, atom.list()))))
        .not();
  }

  /** The calls that note what was found, one for each text. */
  List<Expression> observations(Formula.PlaceholdersWithin atom, TypedExpression scope) {
    return atom.texts().stream()
        .map(
            text -> {
              List<Expression> arguments = arguments(atom, text, scope);
              arguments.add(arguments.size() - 1, FormulaObservations.name(atom.list()));
              return FormulaObservations.call("placeholders", arguments);
            })
        .toList();
  }

  private List<Expression> arguments(
      Formula.PlaceholdersWithin atom, ParameterPath text, TypedExpression scope) {
    List<Expression> arguments = new ArrayList<>();
    if (text.leadsThroughLists()) {
      TypedExpression list = accessors.listAt(scope, text);
      TypedExpression item = AccessorMethods.lambdaItem(list);
      arguments.add(list);
      arguments.add(Expression.of("$L -> $L", item, textAt(item, text.afterLastList())));
    } else {
      arguments.add(textAt(scope, text));
    }
    arguments.add(regex(atom));
    arguments.add(AccessorMethods.listOf(accessors.valueAt(scope, atom.list())));
    return arguments;
  }

  private TypedExpression textAt(TypedExpression owner, ParameterPath path) {
    TypedExpression value = AccessorMethods.unwrapped(accessors.valueAt(owner, path));
    return JsonTypeConditions.asText(
        value.type() instanceof UnionType union ? textForm(value, union) : value);
  }

  /** The text that a value of several forms is, null where it is none. */
  private static TypedExpression textForm(TypedExpression value, UnionType union) {
    return union.variants().stream()
        .filter(form -> JsonTypeConditions.hasJsonType(form.type(), JsonType.STRING))
        .findFirst()
        .map(
            form ->
                new TypedExpression(
                    form.isWrapped() ? form.type() : new JdkType(String.class),
                    Expression.of(
                        "($L instanceof $T form ? form.value() : null)", value, form.name())))
        .orElseThrow();
  }

  private Expression regex(Formula.PlaceholdersWithin atom) {
    return Expression.of("$N", regexConstants.constantName(atom.pattern(), "PLACEHOLDER"));
  }

  private static BooleanExpression areInRange(List<? extends Expression> arguments) {
    return BooleanExpression.call(
        CodeBlock.of("$T.areInRange", RuntimeTypes.PLACEHOLDERS), arguments);
  }
}
