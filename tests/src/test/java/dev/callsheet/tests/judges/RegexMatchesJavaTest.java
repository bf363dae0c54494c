package dev.callsheet.tests.judges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.support.Regex;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Where expressions mean the same in ECMA-262 and in Java, and texts are short enough for Java's
 * backtracking, the engine says what {@code java.util.regex} says.
 */
class RegexMatchesJavaTest {
  @Property(tries = 20_000)
  void findsWhatJavaFinds(@ForAll("expressions") String expression, @ForAll("texts") String text) {
    assertThat(Regex.of(expression).isFoundIn(text))
        .isEqualTo(Pattern.compile(expression).matcher(text).find());
  }

  @Provide
  Arbitrary<String> expressions() {
    return alternatives(3);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "b", "c", "ab", "x", "1", "_", " ", "-", "é", "🦊", "\n")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  private static Arbitrary<String> alternatives(int depth) {
    return Arbitraries.lazyOf(() -> sequences(depth), () -> sequences(depth))
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(all -> String.join("|", all));
  }

  private static Arbitrary<String> sequences(int depth) {
    return terms(depth).list().ofMaxSize(4).map(terms -> String.join("", terms));
  }

  private static Arbitrary<String> terms(int depth) {
    Arbitrary<String> repeated =
        Combinators.combine(
                depth == 0 ? characters() : Arbitraries.oneOf(characters(), groups(depth)),
                Arbitraries.of("", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,3}?", "+?", "*?"))
            .as((atom, quantifier) -> atom + quantifier);
    return depth == 0
        ? repeated
        : Arbitraries.frequencyOf(
            Tuple.of(6, repeated),
            Tuple.of(1, Arbitraries.of("^", "\\b", "\\B")),
            Tuple.of(1, lookarounds(depth)));
  }

  private static Arbitrary<String> characters() {
    return Arbitraries.of(
        "a",
        "b",
        "c",
        "x",
        "_",
        "é",
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
  }

  private static Arbitrary<String> groups(int depth) {
    return Combinators.combine(Arbitraries.of("(", "(?:"), alternatives(depth - 1))
        .as((open, body) -> open + body + ")");
  }

  /** Java looks behind only as far as it knows beforehand. */
  private static Arbitrary<String> lookarounds(int depth) {
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of("(?=", "(?!"), alternatives(depth - 1))
            .as((open, body) -> open + body + ")"),
        Combinators.combine(Arbitraries.of("(?<=", "(?<!"), characters())
            .as((open, body) -> open + body + ")"));
  }
}
