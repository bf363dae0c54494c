package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.EcmaPattern;
import java.util.Optional;

/**
 * A text that a regular expression matches, for expressions as plain as those of specs: characters,
 * classes, groups, alternatives and repetition. What it makes was tried on the expression itself.
 */
final class RegexExample {
  private final String regex;
  private final StringBuilder text = new StringBuilder();
  private int position;

  private RegexExample(String regex) {
    this.regex = regex;
  }

  /** A shortest text of that form; empty where the expression is beyond what is read here. */
  static Optional<String> of(String regex) {
    RegexExample example = new RegexExample(regex);
    try {
      example.readAlternatives();
    } catch (StringIndexOutOfBoundsException | NumberFormatException unreadable) {
      return Optional.empty();
    }
    String made = example.text.toString();
    return EcmaPattern.compile(regex).matcher(made).find() ? Optional.of(made) : Optional.empty();
  }

  /** Reads up to the end of a group, and follows the first alternative. */
  private void readAlternatives() {
    int kept = -1;
    while (position < regex.length() && regex.charAt(position) != ')') {
      if (regex.charAt(position) == '|') {
        kept = kept < 0 ? text.length() : kept;
        position++;
      } else {
        readRepeated();
      }
    }
    if (kept >= 0) {
      text.setLength(kept);
    }
  }

  private void readRepeated() {
    int before = text.length();
    readAtom();
    String once = text.substring(before);
    int times = readQuantifier();
    text.setLength(before);
    text.append(once.repeat(times));
  }

  private void readAtom() {
    char c = regex.charAt(position++);
    switch (c) {
      case '^', '$' -> {}
      case '.' -> text.append('a');
      case '\\' -> text.append(escapedCharacter(regex.charAt(position++)));
      case '[' -> text.append(readCharacterClass());
      case '(' -> {
        if (regex.startsWith("?:", position)) {
          position += 2;
        }
        readAlternatives();
        position++;
      }
      default -> text.append(c);
    }
  }

  /** The first member of a class; a space stands for those of a negated one. */
  private char readCharacterClass() {
    boolean negated = regex.charAt(position) == '^';
    char first = regex.charAt(position++);
    if (first == '\\') {
      first = escapedCharacter(regex.charAt(position++));
    }
    while (regex.charAt(position) != ']') {
      position += regex.charAt(position) == '\\' ? 2 : 1;
    }
    position++;
    return negated ? ' ' : first;
  }

  private static char escapedCharacter(char c) {
    return switch (c) {
      case 'd' -> '1';
      case 'w' -> 'a';
      case 's' -> ' ';
      default -> c;
    };
  }

  /** How often what came before is repeated, at the least. */
  private int readQuantifier() {
    if (position >= regex.length()) {
      return 1;
    }
    int times =
        switch (regex.charAt(position)) {
          case '*', '?' -> 0;
          case '+' -> 1;
          case '{' -> Integer.parseInt(regex.substring(position + 1).split("[,}]", 2)[0]);
          default -> -1;
        };
    if (times < 0) {
      return 1;
    }
    position = regex.charAt(position) == '{' ? regex.indexOf('}', position) + 1 : position + 1;
    if (position < regex.length() && regex.charAt(position) == '?') {
      position++;
    }
    return Math.min(times, ValuePartition.MAX_SAMPLE_LENGTH);
  }
}
