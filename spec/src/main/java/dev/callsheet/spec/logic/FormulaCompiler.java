package dev.callsheet.spec.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Turns formulas into statements about requests as JSON trees. What can be worked out once, such as
 * a regular expression, is worked out here and not for every request.
 */
public final class FormulaCompiler {
  private FormulaCompiler() {}

  /** The statement that a formula makes. */
  public static CompiledFormula compile(Formula formula) {
    if (formula instanceof Formula.Provided atom) {
      return (scope, doubt) -> evaluateProvided(PathResolution.resolve(scope, atom.path(), doubt));
    }
    if (formula instanceof Formula.Matches atom) {
      Predicate<JsonNode> test = FacetPredicates.of(atom.fragment());
      boolean looksInside = FacetPredicates.inspectsNestedValues(atom.fragment());
      return (scope, doubt) ->
          evaluateMatches(
              PathResolution.resolve(scope, atom.path(), doubt), test, looksInside, doubt);
    }
    if (formula instanceof Formula.All combined) {
      return compileCount(combined.parts(), combined.parts().size(), combined.parts().size());
    }
    if (formula instanceof Formula.Any combined) {
      return compileCount(combined.parts(), 1, combined.parts().size());
    }
    if (formula instanceof Formula.Count combined) {
      return compileCount(combined.parts(), combined.minimum(), combined.maximum());
    }
    if (formula instanceof Formula.Not negated) {
      CompiledFormula part = compile(negated.part());
      return (scope, doubt) -> part.evaluate(scope, doubt).negate();
    }
    if (formula instanceof Formula.Implies conditional) {
      return compileCount(
          List.of(new Formula.Not(conditional.condition()), conditional.consequence()), 1, 2);
    }
    if (formula instanceof Formula.PlaceholdersWithin atom) {
      Pattern pattern = EcmaPattern.compile(atom.pattern());
      return (scope, doubt) -> evaluatePlaceholders(scope, doubt, atom, pattern);
    }
    return (scope, doubt) -> ArithmeticEvaluator.evaluate(formula, scope, doubt);
  }

  private static TruthValue evaluateProvided(PathResolution walk) {
    if (!walk.locations().isEmpty()) {
      return TruthValue.TRUE;
    }
    return walk.isUncertain() ? TruthValue.UNKNOWN : TruthValue.FALSE;
  }

  private static TruthValue evaluateMatches(
      PathResolution walk, Predicate<JsonNode> test, boolean looksInside, UnreliableValues doubt) {
    boolean unknown = false;
    for (JsonLocation place : walk.locations()) {
      if (doubt.isUnreliable(place) || (looksInside && doubt.containsUnreliable(place))) {
        unknown = true;
      } else if (!test.test(place.value())) {
        return TruthValue.FALSE;
      }
    }
    return unknown ? TruthValue.UNKNOWN : evaluateProvided(walk);
  }

  private static CompiledFormula compileCount(List<Formula> formulas, int minimum, int maximum) {
    List<CompiledFormula> parts = formulas.stream().map(FormulaCompiler::compile).toList();
    return (scope, doubt) -> {
      int hold = 0;
      int unknown = 0;
      for (CompiledFormula part : parts) {
        TruthValue truth = part.evaluate(scope, doubt);
        hold += truth == TruthValue.TRUE ? 1 : 0;
        unknown += truth == TruthValue.UNKNOWN ? 1 : 0;
      }
      if (hold > maximum || hold + unknown < minimum) {
        return TruthValue.FALSE;
      }
      return hold >= minimum && hold + unknown <= maximum ? TruthValue.TRUE : TruthValue.UNKNOWN;
    };
  }

  private static TruthValue evaluatePlaceholders(
      JsonLocation scope,
      UnreliableValues doubt,
      Formula.PlaceholdersWithin atom,
      Pattern pattern) {
    PathResolution walk = PathResolution.resolve(scope, atom.list(), doubt);
    JsonLocation list = walk.single();
    if (walk.isUncertain() || (list != null && doubt.isUnreliable(list))) {
      return TruthValue.UNKNOWN;
    }
    int last = list == null ? 0 : list.value().size();
    return TruthValue.of(
        texts(scope, doubt, atom).stream().allMatch(text -> isWithin(text, pattern, last)));
  }

  private static List<String> texts(
      JsonLocation scope, UnreliableValues doubt, Formula.PlaceholdersWithin atom) {
    List<String> texts = new ArrayList<>();
    for (ParameterPath path : atom.texts()) {
      for (JsonLocation place : PathResolution.resolve(scope, path, doubt).locations()) {
        if (place.value().isString() && !doubt.isUnreliable(place)) {
          texts.add(place.value().stringValue());
        }
      }
    }
    return texts;
  }

  private static boolean isWithin(String text, Pattern pattern, int last) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String number = matcher.group(1);
      if (number != null && !isWithin(number, last)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text of digits, of any length, is from 1 to {@code last}. */
  private static boolean isWithin(String digits, int last) {
    try {
      int number = Integer.parseInt(digits);
      return number >= 1 && number <= last;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
