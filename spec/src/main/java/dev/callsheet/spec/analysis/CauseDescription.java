package dev.callsheet.spec.analysis;

import java.util.List;
import java.util.stream.Collectors;

/** Describes, for people, the rules that bring a flaw about. */
final class CauseDescription {
  private CauseDescription() {}

  /** Such as: {@code the rules 'a' and 'b' together exclude it}. */
  static String of(List<CausingRule> causes, String verb) {
    if (causes.isEmpty()) {
      return "the parameters' own shapes " + verb;
    }
    List<String> names = causes.stream().map(cause -> "'" + cause.ruleId() + "'").toList();
    if (names.size() == 1) {
      return "the rule " + names.get(0) + " " + singularVerb(verb);
    }
    String last = names.get(names.size() - 1);
    return "the rules "
        + names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", "))
        + " and "
        + last
        + " together "
        + verb;
  }

  private static String singularVerb(String verb) {
    int space = verb.indexOf(' ');
    String first = space < 0 ? verb : verb.substring(0, space);
    String rest = space < 0 ? "" : verb.substring(space);
    return (first.endsWith("y") ? first.substring(0, first.length() - 1) + "ies" : first + "s")
        + rest;
  }
}
