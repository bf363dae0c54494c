package dev.callsheet.runtime.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table agrees with Node.js where {@link EcmaCorpusTest} uses it; here it meets Java's. */
class UnicodePropertiesTest {
  private static final Map<String, Byte> CATEGORIES =
      Map.ofEntries(
          Map.entry("Lu", Character.UPPERCASE_LETTER),
          Map.entry("Ll", Character.LOWERCASE_LETTER),
          Map.entry("Lt", Character.TITLECASE_LETTER),
          Map.entry("Lm", Character.MODIFIER_LETTER),
          Map.entry("Lo", Character.OTHER_LETTER),
          Map.entry("Mn", Character.NON_SPACING_MARK),
          Map.entry("Mc", Character.COMBINING_SPACING_MARK),
          Map.entry("Me", Character.ENCLOSING_MARK),
          Map.entry("Nd", Character.DECIMAL_DIGIT_NUMBER),
          Map.entry("Nl", Character.LETTER_NUMBER),
          Map.entry("No", Character.OTHER_NUMBER),
          Map.entry("Pc", Character.CONNECTOR_PUNCTUATION),
          Map.entry("Pd", Character.DASH_PUNCTUATION),
          Map.entry("Ps", Character.START_PUNCTUATION),
          Map.entry("Pe", Character.END_PUNCTUATION),
          Map.entry("Pi", Character.INITIAL_QUOTE_PUNCTUATION),
          Map.entry("Pf", Character.FINAL_QUOTE_PUNCTUATION),
          Map.entry("Po", Character.OTHER_PUNCTUATION),
          Map.entry("Sm", Character.MATH_SYMBOL),
          Map.entry("Sc", Character.CURRENCY_SYMBOL),
          Map.entry("Sk", Character.MODIFIER_SYMBOL),
          Map.entry("So", Character.OTHER_SYMBOL),
          Map.entry("Zs", Character.SPACE_SEPARATOR),
          Map.entry("Zl", Character.LINE_SEPARATOR),
          Map.entry("Zp", Character.PARAGRAPH_SEPARATOR),
          Map.entry("Cc", Character.CONTROL),
          Map.entry("Cf", Character.FORMAT),
          Map.entry("Cs", Character.SURROGATE),
          Map.entry("Co", Character.PRIVATE_USE));

  @Test
  void everyCodePointThatJavaKnowsHasTheCategoryThatJavaSays() {
    Map<String, Integer> differences = new TreeMap<>();
    CATEGORIES.forEach(
        (name, type) -> {
          CodePointSet set = property(name);
          for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            boolean isAssigned = Character.getType(c) != Character.UNASSIGNED;
            if (isAssigned && set.contains(c) != (Character.getType(c) == type)) {
              differences.merge(name, 1, Integer::sum);
            }
          }
        });
    // A few have been moved from one category to another since the Unicode version of Java 17.
    assertThat(differences.values().stream().mapToInt(n -> n).sum())
        .as("%s", differences)
        .isLessThan(50);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x1E4D0, 0x10D4A, 0x1E5D0, 0x16EBB})
  void lettersOfLaterUnicodeVersionsAreLettersOnEveryJava(int letter) {
    assertThat(CompiledRegex.of("^\\p{L}$").isFoundIn(Character.toString(letter))).isTrue();
  }

  @Test
  void categoriesDivideAllCodePoints() {
    CodePointSet.Builder all = new CodePointSet.Builder();
    CATEGORIES.keySet().forEach(name -> all.addAll(property(name)));
    assertThat(all.build()).isEqualTo(property("Assigned"));
    assertThat(property("Cn")).isEqualTo(property("Assigned").complement());
  }

  private static CodePointSet property(String expression) {
    return Objects.requireNonNull(UnicodeProperties.find(expression));
  }
}
