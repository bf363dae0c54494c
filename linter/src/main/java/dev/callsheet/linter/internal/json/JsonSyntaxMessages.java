package dev.callsheet.linter.internal.json;

import dev.callsheet.spec.source.SpellingSuggestion;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Why a text is not JSON, for people who wrote it by hand. The parser's own words distinguish the
 * cases. The reason never repeats a word of the text unless it is nearly one of JSON's own, since
 * it may be a secret.
 */
public final class JsonSyntaxMessages {
  /** Half of a surrogate pair in a value is a finding of its own. */
  static final String BROKEN_NAME =
      "a name holds half of a surrogate pair; write both halves, or the character itself";

  private static final List<String> LITERALS = List.of("true", "false", "null");

  private JsonSyntaxMessages() {}

  /**
   * The reason and its place.
   *
   * @param offset where the parser stopped
   * @param open the innermost object or list that is not closed; null when there is none
   */
  public static JsonSyntaxException toException(
      JacksonException e, String text, int offset, @Nullable OpenBracket open) {
    String said = String.valueOf(e.getOriginalMessage());
    int start = errorStart(e, said, text, offset);
    String opened = open == null ? "" : open.seenFrom(start);
    return new JsonSyntaxException(start, reason(e, said, text, offset, opened));
  }

  /**
   * An object or a list that is not closed.
   *
   * @param kind {@code the object} or {@code the list}
   * @param line that it begins in
   * @param lines the line that an offset of the text is in
   */
  public record OpenBracket(String kind, int line, IntUnaryOperator lines) {
    /** In words; a line of its own needs no number, which depends on what stands before it. */
    String seenFrom(int offset) {
      String where = line == lines.applyAsInt(offset) ? "this line" : "line " + line;
      return kind + " that begins in " + where;
    }
  }

  /** Where the error begins, since the parser may be past it. */
  private static int errorStart(JacksonException e, String said, String text, int offset) {
    int begin = offset;
    if (isUnexpectedEnd(e, said)) {
      while (begin > 0 && Character.isWhitespace(text.charAt(begin - 1))) {
        begin--;
      }
    } else if (said.startsWith("Non-standard token") || said.startsWith("Unrecognized token")) {
      while (begin > 0 && Character.isJavaIdentifierPart(text.charAt(begin - 1))) {
        begin--;
      }
    } else if (said.contains("plus sign")) {
      begin = Math.max(0, begin - 1);
    }
    return begin;
  }

  private static String reason(
      JacksonException e, String said, String text, int offset, String open) {
    if (isUnexpectedEnd(e, said)) {
      return unexpectedEnd(said, open);
    }
    if (e instanceof StreamConstraintsException) {
      return limitExceeded(said);
    }
    int c = offset < text.length() ? text.codePointAt(offset) : -1;
    if (said.startsWith("Illegal unquoted")) {
      return unescapedControlCharacter(c);
    }
    if (said.startsWith("Unrecognized character escape")) {
      return "this is not a valid escape; write \\\\ for a backslash";
    }
    if (said.contains("hex-digit")) {
      return "\\u must be followed by four hexadecimal digits";
    }
    if (said.contains("surrogate")) {
      return BROKEN_NAME;
    }
    if (said.startsWith("Unrecognized token")) {
      return unknownLiteral(said);
    }
    if (said.startsWith("Non-standard token")) {
      return "NaN and Infinity are not JSON";
    }
    return invalidNumber(said, c)
        .or(() -> unexpectedCharacter(said, c, text, offset))
        .orElse("this is unexpected here");
  }

  /** The parser has no exception of its own for an end behind a comma. */
  private static boolean isUnexpectedEnd(JacksonException e, String said) {
    return e instanceof UnexpectedEndOfInputException || said.startsWith("Unexpected end-of-input");
  }

  private static String unexpectedEnd(String said, String open) {
    boolean inName = said.contains("property name") || said.contains("escape sequence");
    if (inName || said.contains("closing quote")) {
      return "the text ends inside a string; its closing quote is missing";
    }
    return open.isEmpty()
        ? "the text ends too early"
        : "the text ends, but " + open + " is not closed";
  }

  private static String limitExceeded(String said) {
    if (said.contains("nesting depth")) {
      return "nested more than " + JsonDocumentReader.MAX_DEPTH + " levels deep";
    }
    if (said.contains("Number")) {
      return "a number of more than " + JsonDocumentReader.MAX_NUMBER_LENGTH + " characters";
    }
    return said.contains("Name") ? "a name that is far too long" : "this is too large to read";
  }

  private static String unescapedControlCharacter(int c) {
    return switch (c) {
      case '\n', '\r' ->
          "the closing quote is missing in this line; write \\n for a line break in a string";
      case '\t' -> "write \\t for a tab in a string";
      default -> "write \\u" + HexFormat.of().toHexDigits((char) c) + " for this control character";
    };
  }

  private static String unknownLiteral(String said) {
    String word = said.replaceFirst("(?s)^Unrecognized token '([^']*)'.*", "$1");
    String likely =
        switch (word) {
          case "None", "nil", "undefined" -> "null";
          default -> SpellingSuggestion.nearest(word.toLowerCase(Locale.ROOT), LITERALS).orElse("");
        };
    return likely.isEmpty()
        ? "a string needs double quotes"
        : "write " + likely + " instead of " + word;
  }

  private static Optional<String> invalidNumber(String said, int c) {
    if (said.contains("Leading zeroes")) {
      return Optional.of("a number may not have zeros in front");
    }
    if (said.contains("plus sign")) {
      return Optional.of("a number may not begin with +");
    }
    if (c == '.' && said.contains("valid value")) {
      return Optional.of("a number may not begin with a point; write 0 before it");
    }
    boolean inNumber = said.contains("in numeric value") || said.contains("hexadecimal number");
    return inNumber ? Optional.of("this number is not well formed") : Optional.empty();
  }

  private static Optional<String> unexpectedCharacter(String said, int c, String text, int offset) {
    if (c == '/' || c == '#') {
      return Optional.of("JSON has no comments");
    }
    if (c == '\'') {
      return Optional.of("names and strings stand in double quotes");
    }
    if (said.contains("close marker")) {
      return Optional.of(
          said.contains("no open")
              ? "there is nothing open to close here"
              : "the brackets do not match; " + (c == ']' ? "}" : "]") + " must come first");
    }
    if (c == ',' || ((c == '}' || c == ']') && previousNonBlank(text, offset) == ',')) {
      return Optional.of(
          c == ',' ? "one comma too many" : "no comma may stand before the last bracket");
    }
    if (said.contains("expecting comma")) {
      return Optional.of(
          c == ':' ? "only an object has names with colons" : "a comma is missing before this");
    }
    if (said.contains("colon")) {
      return Optional.of("a colon is missing between a name and its value");
    }
    if (said.contains("property name")) {
      return Optional.of("a name in double quotes must stand here");
    }
    return said.contains("value") ? Optional.of("a value must stand here") : Optional.empty();
  }

  /** The last character before an offset that is not white space. */
  private static char previousNonBlank(String text, int offset) {
    int i = offset - 1;
    while (i > 0 && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return i < 0 ? ' ' : text.charAt(i);
  }
}
