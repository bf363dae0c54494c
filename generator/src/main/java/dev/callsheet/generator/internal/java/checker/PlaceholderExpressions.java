package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.spec.logic.Formula;
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
                accessors.valueAt(scope, atom.list())))
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
    arguments.add(accessors.valueAt(scope, atom.list()));
    return arguments;
  }

  private TypedExpression textAt(TypedExpression owner, ParameterPath path) {
    return JsonTypeConditions.asText(accessors.valueAt(owner, path));
  }

  private Expression regex(Formula.PlaceholdersWithin atom) {
    return Expression.of("$N", regexConstants.constantName(atom.pattern(), "PLACEHOLDER"));
  }

  private static BooleanExpression areInRange(List<? extends Expression> arguments) {
    return BooleanExpression.call(
        CodeBlock.of("$T.areInRange", RuntimeTypes.PLACEHOLDERS), arguments);
  }
}
