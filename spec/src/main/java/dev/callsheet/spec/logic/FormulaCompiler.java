package dev.callsheet.spec.logic;

import dev.callsheet.runtime.support.Placeholders;
import dev.callsheet.runtime.support.Regex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compiles formulas to functions of requests as JSON trees. What can be computed once, such as a
 * regular expression, is computed here and not for every request.
 */
public final class FormulaCompiler
    implements FormulaVisitor<CompiledFormula>, AtomVisitor<CompiledFormula> {
  private static final FormulaCompiler INSTANCE = new FormulaCompiler();

  private FormulaCompiler() {}

  /** A function that evaluates the formula. */
  public static CompiledFormula compile(Formula formula) {
    return formula.accept(INSTANCE);
  }

  @Override
  public CompiledFormula visitAtom(Formula.Atom atom) {
    return atom.acceptAtom(this);
  }

  @Override
  public CompiledFormula visitProvided(Formula.Provided atom) {
    if (atom.path().leadsThroughLists()) {
      return (scope, unreliable) ->
          isProvided(PathResolution.resolve(scope, atom.path(), unreliable));
    }
    String[] names = atom.path().memberNames().toArray(String[]::new);
    return (scope, unreliable) -> {
      if (value(scope, names) != null) {
        return TruthValue.TRUE;
      }
      return unreliable.areNone()
          ? TruthValue.FALSE
          : isProvided(PathResolution.resolve(scope, atom.path(), unreliable));
    };
  }

  /** The value that members of these names lead to; null where there is none. */
  private static @Nullable JsonNode value(JsonLocation scope, String[] names) {
    JsonNode at = scope.value();
    for (String name : names) {
      at = at.isObject() ? at.get(name) : null;
      if (at == null) {
        return null;
      }
    }
    return at;
  }

  @Override
  public CompiledFormula visitMatches(Formula.Matches atom) {
    CompiledFormula general = matches(atom);
    if (atom.path().leadsThroughLists()) {
      return general;
    }
    // Most requests have no value that is wrong itself, and then no place need be noted.
    Predicate<JsonNode> test = FacetPredicates.of(atom.fragment());
    String[] names = atom.path().memberNames().toArray(String[]::new);
    return (scope, unreliable) -> {
      if (!unreliable.areNone()) {
        return general.evaluate(scope, unreliable);
      }
      JsonNode value = value(scope, names);
      return TruthValue.of(value != null && test.test(value));
    };
  }

  private static CompiledFormula matches(Formula.Matches atom) {
    Predicate<JsonNode> test = FacetPredicates.of(atom.fragment());
    boolean isNested = FacetPredicates.inspectsNestedValues(atom.fragment());
    return (scope, unreliable) -> {
      PathResolution found = PathResolution.resolve(scope, atom.path(), unreliable);
      boolean unknown = false;
      for (JsonLocation location : found.locations()) {
        TruthValue matches;
        if (unreliable.isUnreliable(location)) {
          matches = TruthValue.UNKNOWN;
        } else if (isNested && unreliable.containsUnreliable(location)) {
          matches = new FragmentEvaluator(unreliable).evaluate(atom.fragment(), location);
        } else {
          matches = TruthValue.of(test.test(location.value()));
        }
        if (matches == TruthValue.FALSE) {
          return TruthValue.FALSE;
        }
        unknown |= matches == TruthValue.UNKNOWN;
      }
      return unknown ? TruthValue.UNKNOWN : isProvided(found);
    };
  }

  @Override
  public CompiledFormula visitSumEquals(Formula.SumEquals atom) {
    return (scope, unreliable) -> ArithmeticEvaluator.evaluate(atom, scope, unreliable);
  }

  @Override
  public CompiledFormula visitSumWithin(Formula.SumWithin atom) {
    return (scope, unreliable) -> ArithmeticEvaluator.evaluate(atom, scope, unreliable);
  }

  @Override
  public CompiledFormula visitProductWithin(Formula.ProductWithin atom) {
    return (scope, unreliable) -> ArithmeticEvaluator.evaluate(atom, scope, unreliable);
  }

  @Override
  public CompiledFormula visitQuotientWithin(Formula.QuotientWithin atom) {
    return (scope, unreliable) -> ArithmeticEvaluator.evaluate(atom, scope, unreliable);
  }

  @Override
  public CompiledFormula visitPlaceholdersWithin(Formula.PlaceholdersWithin atom) {
    Regex pattern = Regex.of(atom.pattern());
    return (scope, unreliable) -> {
      PathResolution found = PathResolution.resolve(scope, atom.list(), unreliable);
      JsonLocation list = found.single();
      if (found.isUncertain() || (list != null && unreliable.isUnreliable(list))) {
        return TruthValue.UNKNOWN;
      }
      int items = list == null ? 0 : list.value().size();
      for (String text : texts(scope, unreliable, atom)) {
        if (Placeholders.firstOutOfRange(text, pattern, items) != null) {
          return TruthValue.FALSE;
        }
      }
      return TruthValue.TRUE;
    };
  }

  @Override
  public CompiledFormula visitAll(Formula.All combined) {
    return count(combined.parts().size(), combined.parts().size(), combined.parts());
  }

  @Override
  public CompiledFormula visitAny(Formula.Any combined) {
    return count(1, combined.parts().size(), combined.parts());
  }

  @Override
  public CompiledFormula visitNot(Formula.Not negated) {
    CompiledFormula part = compile(negated.part());
    return (scope, unreliable) -> part.evaluate(scope, unreliable).negate();
  }

  @Override
  public CompiledFormula visitImplies(Formula.Implies conditional) {
    return count(
        1, 2, List.of(new Formula.Not(conditional.condition()), conditional.consequence()));
  }

  @Override
  public CompiledFormula visitCount(Formula.Count count) {
    return count(count.minimum(), count.maximum(), count.parts());
  }

  /** Every combination is a count: all are n of n, any is at least one of n. */
  private static CompiledFormula count(int minimum, int maximum, List<Formula> formulas) {
    CompiledFormula[] parts =
        formulas.stream().map(FormulaCompiler::compile).toArray(CompiledFormula[]::new);
    return (scope, unreliable) -> {
      int hold = 0;
      int unknown = 0;
      for (int i = 0; i < parts.length; i++) {
        TruthValue truth = parts[i].evaluate(scope, unreliable);
        hold += truth == TruthValue.TRUE ? 1 : 0;
        unknown += truth == TruthValue.UNKNOWN ? 1 : 0;
        int left = parts.length - i - 1;
        if (hold > maximum || hold + unknown + left < minimum) {
          return TruthValue.FALSE; // whatever the others are
        }
        if (hold >= minimum && hold + unknown + left <= maximum) {
          return TruthValue.TRUE;
        }
      }
      if (hold > maximum || hold + unknown < minimum) {
        return TruthValue.FALSE;
      }
      return hold >= minimum && hold + unknown <= maximum ? TruthValue.TRUE : TruthValue.UNKNOWN;
    };
  }

  private static TruthValue isProvided(PathResolution found) {
    if (!found.locations().isEmpty()) {
      return TruthValue.TRUE;
    }
    return found.isUncertain() ? TruthValue.UNKNOWN : TruthValue.FALSE;
  }

  private static List<String> texts(
      JsonLocation scope, UnreliableValues unreliable, Formula.PlaceholdersWithin atom) {
    List<String> texts = new ArrayList<>();
    for (ParameterPath path : atom.texts()) {
      for (JsonLocation location : PathResolution.resolve(scope, path, unreliable).locations()) {
        if (location.value().isString() && !unreliable.isUnreliable(location)) {
          texts.add(location.value().stringValue());
        }
      }
    }
    return texts;
  }
}
