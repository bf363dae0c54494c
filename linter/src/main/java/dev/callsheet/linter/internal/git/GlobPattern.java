package dev.callsheet.linter.internal.git;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A glob of a {@code .gitignore}: {@code *} and {@code ?} stand for anything but slashes, {@code
 * **} for directories at any depth, {@code [a-z]} for one of these characters.
 *
 * <p>It is run as an automaton without backtracking: all places of the pattern that can have been
 * reached are kept at once. No place is far from the one before that takes a character, so there
 * are no more than a few for each character read: the work is bounded by the square of the path's
 * length, whatever the pattern.
 */
final class GlobPattern {
  private enum Kind {
    /** One character. */
    ONE,
    /** Any number of characters but slashes. */
    ANY_NAME,
    /** Any number of directories; the place after it is within one of them. */
    DIRECTORIES,
    WITHIN_DIRECTORIES,
    /** All that is left, at least one character. */
    REST
  }

  private record Token(Kind kind, Predicate<String> character) {
    static Token of(Kind kind) {
      return new Token(kind, character -> true);
    }
  }

  private final List<Token> tokens = new ArrayList<>();

  /**
   * Reads a glob.
   *
   * @throws PatternSyntaxException when a class of characters is not one
   */
  GlobPattern(String text) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      boolean atStart = at == 0 || text.charAt(at - 1) == '/';
      if (atStart && text.startsWith("**/", at)) {
        if (!endsWith(Kind.WITHIN_DIRECTORIES)) {
          tokens.add(Token.of(Kind.DIRECTORIES));
          tokens.add(Token.of(Kind.WITHIN_DIRECTORIES));
        }
        at += 3;
      } else if (atStart && at > 0 && text.startsWith("**", at) && at + 2 == text.length()) {
        tokens.add(Token.of(Kind.REST));
        at += 2;
      } else if (c == '*') {
        if (!endsWith(Kind.ANY_NAME)) {
          tokens.add(Token.of(Kind.ANY_NAME));
        }
        at++;
      } else if (c == '?') {
        tokens.add(new Token(Kind.ONE, character -> !character.equals("/")));
        at++;
      } else if (c == '[') {
        StringBuilder regex = new StringBuilder();
        at = characterClass(text, at, regex);
        tokens.add(
            new Token(
                Kind.ONE, Pattern.compile(regex.toString(), Pattern.DOTALL).asMatchPredicate()));
      } else {
        at += c == '\\' && at + 1 < text.length() ? 1 : 0;
        String literal = Character.toString(text.codePointAt(at));
        tokens.add(new Token(Kind.ONE, literal::equals));
        at += literal.length();
      }
    }
  }

  /** Two of a kind in a row say no more than one. */
  private boolean endsWith(Kind kind) {
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == kind;
  }

  /** Whether it fits a text from its first character to its last. */
  boolean matches(String text) {
    BitSet places = new BitSet();
    reach(0, places);
    for (int at = 0; at < text.length() && !places.isEmpty(); ) {
      String character = Character.toString(text.codePointAt(at));
      places = after(character, places);
      at += character.length();
    }
    return places.get(tokens.size());
  }

  private BitSet after(String character, BitSet places) {
    boolean isSlash = character.equals("/");
    BitSet next = new BitSet();
    for (int place = places.nextSetBit(0);
        place >= 0 && place < tokens.size();
        place = places.nextSetBit(place + 1)) {
      Token token = tokens.get(place);
      switch (token.kind()) {
        case ONE -> {
          if (token.character().test(character)) {
            reach(place + 1, next);
          }
        }
        case ANY_NAME -> {
          if (!isSlash) {
            reach(place, next);
          }
        }
        case DIRECTORIES -> reachWithin(place + 1, isSlash, next);
        case WITHIN_DIRECTORIES -> reachWithin(place, isSlash, next);
        case REST -> {
          next.set(place);
          reach(place + 1, next);
        }
      }
    }
    return next;
  }

  private void reachWithin(int within, boolean isSlash, BitSet places) {
    places.set(within);
    if (isSlash) {
      reach(within + 1, places);
    }
  }

  /** A place, and those that are reached from it without a character. */
  private void reach(int place, BitSet places) {
    int reached = place;
    while (!places.get(reached)) {
      places.set(reached);
      if (reached == tokens.size()) {
        return;
      }
      switch (tokens.get(reached).kind()) {
        case ANY_NAME -> reached++;
        case DIRECTORIES -> reached += 2;
        case ONE, WITHIN_DIRECTORIES, REST -> {
          return;
        }
      }
    }
  }

  /** Reads {@code [a-z]} or {@code [!a-z]}, and returns where it ends. */
  private static int characterClass(String text, int start, StringBuilder regex) {
    int at = start + 1;
    boolean negated = at < text.length() && (text.charAt(at) == '!' || text.charAt(at) == '^');
    at += negated ? 1 : 0;
    regex.append("(?!/)[").append(negated ? "^" : "");
    boolean first = true;
    while (at < text.length() && (first || text.charAt(at) != ']')) {
      int named = text.startsWith("[:", at) ? text.indexOf(":]", at) : -1;
      if (named > 0) {
        regex.append(posixClass(text.substring(at + 2, named)));
        at = named + 2;
      } else {
        char c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length()) {
          c = text.charAt(++at);
          regex.append('\\').append(c);
        } else {
          regex.append(c == '-' ? "" : "\\Q").append(c).append(c == '-' ? "" : "\\E");
        }
        at++;
      }
      first = false;
    }
    if (at == text.length()) {
      throw new PatternSyntaxException("not closed", text, start);
    }
    regex.append(']');
    return at + 1;
  }

  private static String posixClass(String name) {
    return switch (name) {
      case "alpha" -> "\\p{Alpha}";
      case "digit" -> "\\p{Digit}";
      case "alnum" -> "\\p{Alnum}";
      case "upper" -> "\\p{Upper}";
      case "lower" -> "\\p{Lower}";
      case "space" -> "\\p{Space}";
      case "punct" -> "\\p{Punct}";
      case "xdigit" -> "\\p{XDigit}";
      default -> throw new PatternSyntaxException("no such class", name, 0);
    };
  }
}
