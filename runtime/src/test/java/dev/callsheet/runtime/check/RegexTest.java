package dev.callsheet.runtime.check;

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
    assertThat(Regex.of(expression).isIn(text)).isEqualTo(isIn);
  }

  @Test
  void isNotInWhatIsNotProvided() {
    assertThat(Regex.of("").isIn(null)).isFalse();
  }

  @Test
  void servesManyThreadsAtOnce() {
    Regex regex = Regex.of("x(\\d+)$");
    List<Boolean> found =
        IntStream.range(0, 20_000)
            .parallel()
            .mapToObj(i -> regex.isIn("x" + i) && !regex.isIn("x" + i + "y"))
            .distinct()
            .toList();
    assertThat(found).containsExactly(true);
  }

  @Test
  void judgesPlaceholdersByTheirNumbers() {
    Regex placeholder = Regex.of("<<<element_(\\d+)>>>");
    List<String> two = List.of("a", "b");
    assertThat(Placeholders.within("<<<element_1>>> and <<<element_2>>>", placeholder, two))
        .isTrue();
    assertThat(Placeholders.within("<<<element_3>>>", placeholder, two)).isFalse();
    assertThat(Placeholders.within("<<<element_0>>>", placeholder, two)).isFalse();
    assertThat(Placeholders.within("<<<element_99999999999>>>", placeholder, two)).isFalse();
    assertThat(Placeholders.within("<<<element_>>>", placeholder, null)).isTrue();
  }
}
