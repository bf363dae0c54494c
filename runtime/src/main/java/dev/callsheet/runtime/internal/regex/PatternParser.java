package dev.callsheet.runtime.internal.regex;

import dev.callsheet.runtime.internal.regex.RegexNode.BoundaryKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads expressions by the grammar of ECMA-262 with the flag {@code u} (11th edition, 21.2.1),
 * without the additions for web browsers: what that grammar does not have is refused. Of what it
 * has, back references are refused as well: whether an expression with them matches cannot be
 * decided in a time that anybody knows how to bound (the problem is NP-complete).
 */
public final class PatternParser {
  /** How deep groups may be nested. */
  static final int MAX_DEPTH = 200;

  private static final CodePointSet ANY_BUT_LINE_ENDS =
      CodePointSet.of('\n', '\n', '\r', '\r', 0x2028, 0x2029).complement();
  private static final String QUANTIFIERS = "*+?{";

  private final PatternCursor cursor;
  private final EscapeParser escapes;
  private final CharacterClassParser classes;
  private final References references;
  private int depth;

  private PatternParser(String pattern) {
    this.cursor = new PatternCursor(pattern);
    this.escapes = new EscapeParser(cursor);
    this.classes = new CharacterClassParser(cursor, escapes);
    this.references = new References(cursor, escapes);
  }

  /**
   * An expression, parsed.
   *
   * @throws RegexException when it is not of ECMA-262, or cannot be evaluated in bounded time
   */
  public static RegexNode parse(String pattern) {
    return new PatternParser(pattern).parsePattern();
  }

  private RegexNode parsePattern() {
    RegexNode pattern = parseAlternation();
    if (!cursor.isAtEnd()) {
      throw RegexException.syntax("`)` closes no group; write `\\)`", cursor.offset());
    }
    references.refuse();
    return pattern;
  }

  /** Reads up to the end of a group, or of the pattern. */
  private RegexNode parseAlternation() {
    List<RegexNode> alternatives = new ArrayList<>();
    do {
      alternatives.add(parseSequence());
    } while (cursor.skip("|"));
    return alternatives.size() == 1 ? alternatives.get(0) : new RegexNode.Alternation(alternatives);
  }

  private RegexNode parseSequence() {
    List<RegexNode> parts = new ArrayList<>();
    while (!cursor.isAtEnd() && !cursor.isAt("|") && !cursor.isAt(")")) {
      parts.add(parseTerm());
    }
    return parts.size() == 1 ? parts.get(0) : new RegexNode.Sequence(parts);
  }

  private RegexNode parseTerm() {
    if (cursor.skip("^")) {
      return new RegexNode.Boundary(BoundaryKind.START);
    }
    if (cursor.skip("$")) {
      return new RegexNode.Boundary(BoundaryKind.END);
    }
    if (cursor.skip("\\b")) {
      return new RegexNode.Boundary(BoundaryKind.WORD);
    }
    if (cursor.skip("\\B")) {
      return new RegexNode.Boundary(BoundaryKind.NOT_WORD);
    }
    if (cursor.skip("(?=")) {
      return lookaround(true, false);
    }
    if (cursor.skip("(?!")) {
      return lookaround(true, true);
    }
    if (cursor.skip("(?<=")) {
      return lookaround(false, false);
    }
    if (cursor.skip("(?<!")) {
      return lookaround(false, true);
    }
    return quantified(parseAtom());
  }

  private RegexNode lookaround(boolean isAhead, boolean isNegated) {
    return new RegexNode.Lookaround(parseGroup(), isAhead, isNegated);
  }

  private RegexNode parseAtom() {
    int start = cursor.offset();
    if (cursor.skip("(?:")) {
      return parseGroup();
    }
    if (cursor.skip("(?<")) {
      int number = references.openNamedGroup();
      return new RegexNode.Group(number, parseGroup());
    }
    if (cursor.isAt("(?")) {
      throw RegexException.syntax(
          "behind `(?` must come `:`, `=`, `!`, `<=`, `<!` or `<name>`: ECMA-262 (11th edition)"
              + " has no other groups, and no flags within expressions",
          start);
    }
    int first = cursor.next();
    return switch (first) {
      case '(' -> {
        int number = references.openGroup();
        yield new RegexNode.Group(number, parseGroup());
      }
      case '.' -> new RegexNode.Characters(ANY_BUT_LINE_ENDS);
      case '[' -> new RegexNode.Characters(classes.parse(start));
      case '\\' -> parseEscape(start);
      case '*', '+', '?' ->
          throw RegexException.syntax(
              "`" + (char) first + "` has nothing to repeat; write `\\" + (char) first + "`",
              start);
      case '{', '}', ']' ->
          throw RegexException.syntax(
              "`" + (char) first + "` stands alone; write `\\" + (char) first + "`", start);
      default -> character(first);
    };
  }

  /** Reads the rest of a group, whose start has been read. */
  private RegexNode parseGroup() {
    int start = cursor.offset();
    if (++depth > MAX_DEPTH) {
      throw RegexException.unsupported("groups are nested deeper than " + MAX_DEPTH, start);
    }
    RegexNode body = parseAlternation();
    if (!cursor.skip(")")) {
      throw RegexException.syntax("a group is not closed by `)`", start - 1);
    }
    depth--;
    return body;
  }

  private RegexNode parseEscape(int start) {
    if (references.skipBackReference(start)) {
      return new RegexNode.Sequence(List.of()); // it is refused at the end
    }
    CodePointSet set = escapes.parseSet();
    return set == null ? character(escapes.parseCharacter(false)) : new RegexNode.Characters(set);
  }

  private static RegexNode character(int codePoint) {
    return new RegexNode.Characters(CodePointSet.of(codePoint, codePoint));
  }

  private RegexNode quantified(RegexNode atom) {
    int start = cursor.offset();
    if (cursor.isAtEnd() || QUANTIFIERS.indexOf(cursor.peek()) < 0) {
      return atom;
    }
    int minimum = 0;
    int maximum = RegexNode.UNLIMITED;
    switch (cursor.next()) {
      case '+' -> minimum = 1;
      case '?' -> maximum = 1;
      case '{' -> {
        String least = cursor.digits();
        String most = cursor.skip(",") ? cursor.digits() : least;
        if (least.isEmpty() || !cursor.skip("}")) {
          throw RegexException.syntax(
              "`{` must begin a number of repetitions such as `{2}`, `{2,}` or `{2,5}`, or be"
                  + " written `\\{`",
              start);
        }
        minimum = saturated(least);
        maximum = most.isEmpty() ? RegexNode.UNLIMITED : saturated(most);
        if (!most.isEmpty() && compareNumbers(least, most) > 0) {
          throw RegexException.syntax(
              "`" + cursor.textFrom(start) + "` has its numbers out of order", start);
        }
      }
      default -> {} // an asterisk
    }
    return new RegexNode.Repetition(atom, minimum, maximum, !cursor.skip("?"));
  }

  /** A number; one less than {@link RegexNode#UNLIMITED} where it is greater than that. */
  private static int saturated(String digits) {
    String significant = withoutZeros(digits);
    return significant.length() > 9 ? RegexNode.UNLIMITED - 1 : Integer.parseInt("0" + significant);
  }

  private static int compareNumbers(String a, String b) {
    String x = withoutZeros(a);
    String y = withoutZeros(b);
    return x.length() == y.length() ? x.compareTo(y) : Integer.compare(x.length(), y.length());
  }

  private static String withoutZeros(String digits) {
    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return digits.substring(zeros);
  }
}
