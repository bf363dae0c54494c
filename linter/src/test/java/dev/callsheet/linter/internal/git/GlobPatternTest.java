package dev.callsheet.linter.internal.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class GlobPatternTest {
  @ParameterizedTest
  @CsvSource({
    "a*c,        abc,        true",
    "a*c,        ac,         true",
    "a*c,        a/c,        false",
    "*,          abc,        true",
    "a**c,       abbc,       true",
    "a?c,        a\uD83D\uDC33c, true",
    "a?c,        a/c,        false",
    "**/c,       c,          true",
    "**/c,       a/b/c,      true",
    "**/c,       a/bc,       false",
    "a/**,       a/b,        true",
    "a/**,       a/b/c,      true",
    "a/**,       a,          false",
    "a/**/c,     a/c,        true",
    "a/**/c,     a/b/b/c,    true",
    "a/**/c,     a/bc,       false",
    "**/**/c,    a/c,        true",
    "[!a-c]x,    dx,         true",
    "[!a-c]x,    bx,         false",
    "[[:digit:]],7,          true",
    "\\*,         *,          true",
    "\\*,         a,          false",
    "a\\,         a\\,         true",
    "abc,        ab,         false",
    "ab,         abc,        false"
  })
  void fitsWhatGitSays(String glob, String path, boolean fits) {
    assertThat(new GlobPattern(glob).matches(path)).isEqualTo(fits);
  }

  @Test
  void takesNoLongerWhateverThePatternRepeats() {
    String name = "a".repeat(4000);

    assertThat(new GlobPattern("*a".repeat(40) + "b").matches(name)).isFalse();
    assertThat(new GlobPattern("*a".repeat(2000) + "*b").matches(name)).isFalse();
    assertThat(new GlobPattern("**/".repeat(2000) + "*a*b").matches("a/".repeat(2000))).isFalse();
    assertThat(new GlobPattern("*".repeat(1_000_000) + "a").matches(name)).isTrue();
    assertThat(new GlobPattern("?*".repeat(2000)).matches(name)).isTrue();
  }
}
