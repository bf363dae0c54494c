package dev.callsheet.runtime.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexTest {
  @ParameterizedTest
  @CsvSource({
    "ab+,    xaby, true",
    "abc*,   xab,  true",
    "abc?d,  abd,  true",
    "ab{0}c, ac,   true",
    "ab|cd,  cd,   true",
    "a(b|c), ac,   true",
    "abc,    ab,   false",
    "^abc,   xabc, false",
    "a,      '',   false"
  })
  void findsWhatTheExpressionFinds(String expression, String text, boolean isIn) {
    assertThat(Regex.of(expression).isFoundIn(text)).isEqualTo(isIn);
  }

  @Test
  void isNotInWhatIsNotProvided() {
    assertThat(Regex.of("").isFoundIn(null)).isFalse();
  }

  @Test
  void servesManyThreadsAtOnce() {
    Regex regex = Regex.of("x(\\d+)$");
    List<Boolean> found =
        IntStream.range(0, 20_000)
            .parallel()
            .mapToObj(i -> regex.isFoundIn("x" + i) && !regex.isFoundIn("x" + i + "y"))
            .distinct()
            .toList();
    assertThat(found).containsExactly(true);
  }

  @Test
  void comparesPlaceholderNumbersWithItemCount() {
    Regex placeholder = Regex.of("<<<element_(\\d+)>>>");
    List<String> two = List.of("a", "b");
    assertThat(Placeholders.areInRange("<<<element_1>>> and <<<element_2>>>", placeholder, two))
        .isTrue();
    assertThat(Placeholders.areInRange("<<<element_3>>>", placeholder, two)).isFalse();
    assertThat(Placeholders.areInRange("<<<element_0>>>", placeholder, two)).isFalse();
    assertThat(Placeholders.areInRange("<<<element_99999999999>>>", placeholder, two)).isFalse();
    assertThat(Placeholders.areInRange("<<<element_>>>", placeholder, null)).isTrue();
  }
}
