package dev.callsheet.spec.calculus;

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
public final class Evaluation {
  private Evaluation() {}

  /** The statement that a formula makes. */
  public static Statement of(Formula formula) {
    if (formula instanceof Formula.Provided atom) {
      return (scope, doubt) -> provided(Walk.from(scope, atom.path(), doubt));
    }
    if (formula instanceof Formula.Matches atom) {
      Predicate<JsonNode> test = Matching.of(atom.fragment());
      boolean looksInside = Matching.looksInside(atom.fragment());
      return (scope, doubt) ->
          matches(Walk.from(scope, atom.path(), doubt), test, looksInside, doubt);
    }
    if (formula instanceof Formula.All combined) {
      return count(combined.parts(), combined.parts().size(), combined.parts().size());
    }
    if (formula instanceof Formula.Any combined) {
      return count(combined.parts(), 1, combined.parts().size());
    }
    if (formula instanceof Formula.Count combined) {
      return count(combined.parts(), combined.minimum(), combined.maximum());
    }
    if (formula instanceof Formula.Not negated) {
      Statement part = of(negated.part());
      return (scope, doubt) -> part.in(scope, doubt).not();
    }
    if (formula instanceof Formula.Implies conditional) {
      return count(
          List.of(new Formula.Not(conditional.condition()), conditional.consequence()), 1, 2);
    }
    if (formula instanceof Formula.PlaceholdersWithin atom) {
      Pattern pattern = EcmaPattern.compile(atom.pattern());
      return (scope, doubt) -> placeholders(scope, doubt, atom, pattern);
    }
    return (scope, doubt) -> Arithmetic.of(formula, scope, doubt);
  }

  private static Truth provided(Walk walk) {
    if (!walk.places().isEmpty()) {
      return Truth.TRUE;
    }
    return walk.obstructed() ? Truth.UNKNOWN : Truth.FALSE;
  }

  private static Truth matches(
      Walk walk, Predicate<JsonNode> test, boolean looksInside, Doubt doubt) {
    boolean unknown = false;
    for (Place place : walk.places()) {
      if (doubt.ofValue(place) || (looksInside && doubt.ofAnythingIn(place))) {
        unknown = true;
      } else if (!test.test(place.value())) {
        return Truth.FALSE;
      }
    }
    return unknown ? Truth.UNKNOWN : provided(walk);
  }

  private static Statement count(List<Formula> formulas, int minimum, int maximum) {
    List<Statement> parts = formulas.stream().map(Evaluation::of).toList();
    return (scope, doubt) -> {
      int hold = 0;
      int unknown = 0;
      for (Statement part : parts) {
        Truth truth = part.in(scope, doubt);
        hold += truth == Truth.TRUE ? 1 : 0;
        unknown += truth == Truth.UNKNOWN ? 1 : 0;
      }
      if (hold > maximum || hold + unknown < minimum) {
        return Truth.FALSE;
      }
      return hold >= minimum && hold + unknown <= maximum ? Truth.TRUE : Truth.UNKNOWN;
    };
  }

  private static Truth placeholders(
      Place scope, Doubt doubt, Formula.PlaceholdersWithin atom, Pattern pattern) {
    Walk walk = Walk.from(scope, atom.list(), doubt);
    Place list = walk.only();
    if (walk.obstructed() || (list != null && doubt.ofValue(list))) {
      return Truth.UNKNOWN;
    }
    int last = list == null ? 0 : list.value().size();
    return Truth.of(
        texts(scope, doubt, atom).stream().allMatch(text -> isWithin(text, pattern, last)));
  }

  private static List<String> texts(Place scope, Doubt doubt, Formula.PlaceholdersWithin atom) {
    List<String> texts = new ArrayList<>();
    for (Path path : atom.texts()) {
      for (Place place : Walk.from(scope, path, doubt).places()) {
        if (place.value().isString() && !doubt.ofValue(place)) {
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
