package dev.callsheet.runtime.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No text takes more steps than its length times the size of the program, and none recurses. */
class WorkBoundsTest {
  private static final int LENGTH = 50_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "^(.*a){25}$;               ab",
        "^(a+)+$;                   aaab",
        "^(a|a)*$;                  aaab",
        "(x+x+)+y;                  x",
        "^(\\p{L}|\\p{N}|[ ,.!?])+$; word 1",
        "(a|b)*a(a|b){12}c;         abbab",
        "(a{0,40}){0,40}c;          ab",
        "(.*)(.*)(.*)(.*)(.*)z;     ab",
        "(?:a?){60}a{60}$;          ab"
      })
  void takesStepsInProportionToTheText(String pattern, String repeated) {
    Program program = ProgramCompiler.compile(PatternParser.parse(pattern));
    LazyDfa dfa = LazyDfa.searching(program);
    dfa.matches(repeated.repeat(LENGTH / repeated.length()), 0);
    // An instruction is followed once, and passed once, for each character.
    assertThat(dfa.steps()).isLessThanOrEqualTo(2L * program.size() * (LENGTH + 1));
  }

  @Test
  void keepsStatesSoThatMostCharactersTakeNoSteps() {
    LazyDfa dfa = searching("^(.*a){25}$");
    dfa.matches("ab".repeat(LENGTH), 0);
    assertThat(dfa.steps()).isLessThan(10_000);
  }

  @Test
  void stopsKeepingStatesWhenThereAreMany() {
    LazyDfa dfa = searching("(a|b)*a(a|b){18}c");
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < LENGTH; i++) {
      text.append(Integer.bitCount(i) % 2 == 0 ? 'a' : 'b');
    }
    assertThat(dfa.matches(text.toString(), 0)).isFalse();
    assertThat(dfa.kept()).isLessThanOrEqualTo(LazyDfa.MAX_KEPT);
    assertThat(dfa.matches(text + "a" + "b".repeat(18) + "c", 0)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "^(?=.*z)(?=.*y)\\w+$, a, false",
    "(?<=a.*)c,            ab, false",
    "(?<!b)b(?!b),         ab, true",
    "(?=(?=(?=b)b)b)b,     ab, true",
    "(?:(?=.*z)a|b)*$,     ab, true"
  })
  void looksAroundAtEveryPlaceOfALongText(String pattern, String repeated, boolean isFound) {
    String text = repeated.repeat(LENGTH);
    assertThat(CompiledRegex.of(pattern).isFoundIn(text)).isEqualTo(isFound);
  }

  @ParameterizedTest
  @CsvSource({"a.*z|a(b), ab", "(a*)b, a", "(a|ab)(c|bcd)?, abcd", "((a?)b?)*c, ab"})
  void findsAllMatchesInTimeThatIsLinear(String pattern, String repeated) {
    Program program = ProgramCompiler.compileToFind(PatternParser.parse(pattern));
    MatchFinder finder = new MatchFinder(program, "");
    String text = repeated.repeat(LENGTH / repeated.length());
    finder.reset(text);
    while (finder.find()) {
      assertThat(finder.end()).isLessThanOrEqualTo(text.length());
    }
    int perPlace = program.size() * (program.loops + 1);
    assertThat(finder.steps()).isLessThanOrEqualTo(2L * perPlace * (text.length() + 1));
  }

  private static LazyDfa searching(String pattern) {
    return LazyDfa.searching(ProgramCompiler.compile(PatternParser.parse(pattern)));
  }
}
