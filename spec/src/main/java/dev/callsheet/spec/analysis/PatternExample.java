package dev.callsheet.spec.analysis;

import dev.callsheet.spec.calculus.EcmaPattern;
import java.util.Optional;

/**
 * A text that a regular expression matches, for expressions as plain as those of specs: characters,
 * classes, groups, alternatives and repetition. What it makes was tried on the expression itself.
 */
final class PatternExample {
  private final String regex;
  private final StringBuilder text = new StringBuilder();
  private int at;

  private PatternExample(String regex) {
    this.regex = regex;
  }

  /** A shortest text of that form; empty where the expression is beyond what is read here. */
  static Optional<String> of(String regex) {
    PatternExample example = new PatternExample(regex);
    try {
      example.alternatives();
    } catch (StringIndexOutOfBoundsException | NumberFormatException unreadable) {
      return Optional.empty();
    }
    String made = example.text.toString();
    return EcmaPattern.compile(regex).matcher(made).find() ? Optional.of(made) : Optional.empty();
  }

  /** Reads up to the end of a group, and follows the first alternative. */
  private void alternatives() {
    int kept = -1;
    while (at < regex.length() && regex.charAt(at) != ')') {
      if (regex.charAt(at) == '|') {
        kept = kept < 0 ? text.length() : kept;
        at++;
      } else {
        repeated();
      }
    }
    if (kept >= 0) {
      text.setLength(kept);
    }
  }

  private void repeated() {
    int before = text.length();
    one();
    String once = text.substring(before);
    int times = repetitions();
    text.setLength(before);
    text.append(once.repeat(times));
  }

  private void one() {
    char c = regex.charAt(at++);
    switch (c) {
      case '^', '$' -> {}
      case '.' -> text.append('a');
      case '\\' -> text.append(escaped(regex.charAt(at++)));
      case '[' -> text.append(member());
      case '(' -> {
        if (regex.startsWith("?:", at)) {
          at += 2;
        }
        alternatives();
        at++;
      }
      default -> text.append(c);
    }
  }

  /** The first member of a class; a space stands for those of a negated one. */
  private char member() {
    boolean negated = regex.charAt(at) == '^';
    char first = regex.charAt(at++);
    if (first == '\\') {
      first = escaped(regex.charAt(at++));
    }
    while (regex.charAt(at) != ']') {
      at += regex.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    return negated ? ' ' : first;
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'd' -> '1';
      case 'w' -> 'a';
      case 's' -> ' ';
      default -> c;
    };
  }

  /** How often what came before is repeated, at the least. */
  private int repetitions() {
    if (at >= regex.length()) {
      return 1;
    }
    int times =
        switch (regex.charAt(at)) {
          case '*', '?' -> 0;
          case '+' -> 1;
          case '{' -> Integer.parseInt(regex.substring(at + 1).split("[,}]", 2)[0]);
          default -> -1;
        };
    if (times < 0) {
      return 1;
    }
    at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
    if (at < regex.length() && regex.charAt(at) == '?') {
      at++;
    }
    return Math.min(times, Domain.LONGEST_WITNESS);
  }
}
