package dev.callsheet.tests.judges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.support.Regex;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Where expressions mean the same in ECMA-262 and in Java, and texts are short enough for Java's
 * backtracking, the engine says what {@code java.util.regex} says. Letters that are not ASCII are
 * left out: {@code \b} takes them for parts of words in Java 17, but not in ECMA-262.
 */
class RegexMatchesJavaTest {
  private static final List<String> CHARACTERS =
      List.of(
          "a",
          "a",
          "b",
          "c",
          "x",
          "_",
          "€",
          "🦊",
          "[ab]",
          "[a-c]",
          "[^a]",
          "[^a-c\\d]",
          "\\d",
          "\\D",
          "\\w",
          "\\W",
          "-",
          "[\\w-]");
  private static final List<String> QUANTIFIERS =
      List.of("", "", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,3}?", "+?", "*?");
  private static final List<String> PLACES = List.of("^", "\\b", "\\B");
  private static final List<String> TEXTS =
      List.of("a", "a", "b", "c", "ab", "x", "1", "_", " ", "-", "€", "🦊", "\n");

  @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
  void findsWhatJavaFinds(@ForAll long seed) {
    Random random = new Random(seed);
    String expression = alternatives(random, 3);
    String text = text(random);
    assertThat(Regex.of(expression).isFoundIn(text))
        .as("%s in '%s'", expression, text)
        .isEqualTo(isFoundByJava(expression, text));
  }

  /** At the beginnings of characters: Java alone would also look between two surrogates. */
  private static boolean isFoundByJava(String expression, String text) {
    Matcher matcher = Pattern.compile(expression).matcher(text);
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    return IntStream.rangeClosed(0, text.length())
        .filter(at -> at == text.offsetByCodePoints(0, text.codePointCount(0, at)))
        .anyMatch(at -> matcher.region(at, text.length()).lookingAt());
  }

  private static String alternatives(Random random, int depth) {
    StringBuilder expression = new StringBuilder();
    for (int more = random.nextInt(4) == 0 ? 2 : 1; more > 0; more--) {
      expression.append(expression.isEmpty() ? "" : "|");
      for (int terms = random.nextInt(4); terms > 0; terms--) {
        expression.append(term(random, depth));
      }
    }
    return expression.toString();
  }

  private static String term(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 6)) {
      case 0 -> one(random, PLACES);
      case 7 -> one(random, List.of("(?=", "(?!")) + alternatives(random, depth - 1) + ")";
      case 8 -> // Java looks behind only as far as it knows beforehand
          one(random, List.of("(?<=", "(?<!")) + one(random, CHARACTERS) + ")";
      case 9 -> "(" + alternatives(random, depth - 1) + ")" + one(random, QUANTIFIERS);
      default -> one(random, CHARACTERS) + one(random, QUANTIFIERS);
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int parts = random.nextInt(8); parts > 0; parts--) {
      text.append(one(random, TEXTS));
    }
    return text.toString();
  }

  private static String one(Random random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
