package dev.callsheet.runtime.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is accepted and refused is compared with Node.js in {@link EcmaCorpusTest}. */
class PatternParserTest {
  static Stream<Arguments> refused() {
    return Stream.of(
        refused("abc\\Z", 3, "`\\Z` is no escape of ECMA-262; write `$`"),
        refused("\\Ax", 0, "`\\A` is no escape of ECMA-262; write `^`"),
        refused("^\\Qa\\E$", 1, "`\\Q` is no escape of ECMA-262"),
        refused("a\\", 1, "a `\\` at the end escapes nothing"),
        refused("a++", 2, "`+` has nothing to repeat; write `\\+`"),
        refused("a{2,1}", 1, "`{2,1}` has its numbers out of order"),
        refused(
            "a{,2}",
            1,
            "`{` must begin a number of repetitions such as `{2}`, `{2,}` or `{2,5}`, or be written"
                + " `\\{`"),
        refused("a}", 1, "`}` stands alone; write `\\}`"),
        refused("a)", 1, "`)` closes no group; write `\\)`"),
        refused("(a", 0, "a group is not closed by `)`"),
        refused("a[b", 1, "a class is not closed by `]`"),
        refused("[z-a]", 1, "`z-a` is no range: its characters are out of order"),
        refused("[\\d-x]", 1, "`\\d-x` is no range: a set has no first or last character"),
        refused(
            "(?i)a",
            0,
            "behind `(?` must come `:`, `=`, `!`, `<=`, `<!` or `<name>`: ECMA-262 (11th edition)"
                + " has no other groups, and no flags within expressions"),
        refused("(?<a>b)(?<a>c)", 10, "two groups are named `a`"),
        refused("(?<1>b)", 3, "the name of a group is letters and digits, as in `(?<name>...)`"),
        refused(
            "\\p{IsGreek}",
            0,
            "`\\p{IsGreek}` names no Unicode property of ECMA-262, such as `\\p{L}` or"
                + " `\\p{Script=Greek}`"),
        refused("\\u12", 0, "`\\u` needs four hexadecimal digits, or a code point in braces"),
        refused("(a)\\2", 3, "`\\2` refers to a group that is not there"));
  }

  private static Arguments refused(String pattern, int offset, String message) {
    return Arguments.of(pattern, offset, message);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void namesWhatIsWrongAndWhere(String pattern, int offset, String message) {
    RegexException error = error(pattern);
    assertThat(error).hasMessage(message);
    assertThat(error.offset()).isEqualTo(offset);
    assertThat(error.isEcmaScript()).isFalse();
  }

  @Test
  void tellsWhichExpressionsHaveNoBoundedTime() {
    assertUnsupported("(['\"]).*\\1", 8, "`\\1` refers back to what a group matched");
    assertUnsupported("(?<a>b)\\k<a>", 7, "`\\k<a>` refers back to what a group matched");
    assertUnsupported("(".repeat(201) + ")".repeat(201), 201, "groups are nested deeper than 200");
  }

  @Test
  void readsGroupsAsDeepAsTheyMayBe() {
    assertThat(CompiledRegex.of("(".repeat(200) + "a" + ")".repeat(200)).isFoundIn("a")).isTrue();
  }

  @Test
  void tellsWhichRepetitionsAreTooMany() {
    assertTooLarge("a{10000}");
    assertTooLarge("(((a{1,100}){1,100}){1,100})");
    assertTooLarge("(?=a{6000})a{6000}");
    assertTooLarge("a{99999999999999999999}");
    assertTooLarge("(?:(?=a{30}b)a){5000}");
  }

  @Test
  void countsWhatIsRepeatedAndNotHowOften() {
    assertThat(CompiledRegex.of("^(?:){99999999}a{0}$").isFoundIn("")).isTrue();
    assertThat(CompiledRegex.of("^.{1,4000}$").isFoundIn("🦊".repeat(4000))).isTrue();
    assertThat(CompiledRegex.of("^.{1,4000}$").isFoundIn("🦊".repeat(4001))).isFalse();
  }

  private static void assertTooLarge(String pattern) {
    assertUnsupported(pattern, 0, "with its repetitions written out it has more than 10000 states");
  }

  private static void assertUnsupported(String pattern, int offset, String message) {
    RegexException error = error(pattern);
    assertThat(error).hasMessage(message);
    assertThat(error.offset()).isEqualTo(offset);
    assertThat(error.isEcmaScript()).isTrue();
  }

  private static RegexException error(String pattern) {
    return catchThrowableOfType(RegexException.class, () -> CompiledRegex.of(pattern));
  }
}
