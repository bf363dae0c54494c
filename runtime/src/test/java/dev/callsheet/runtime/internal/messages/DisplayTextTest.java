package dev.callsheet.runtime.internal.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTextTest {
  private static final String KEY = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF";

  @Test
  void whatCannotBeSeenIsWrittenAsAnEscape() {
    assertThat(DisplayText.line("a\u001b[2Jb")).isEqualTo("a\\u001b[2Jb");
    assertThat(DisplayText.line("a\r\nb\u0085c\u2028d")).isEqualTo("a\\r\\nb\\u0085c\\u2028d");
    assertThat(DisplayText.line("a\u202eb\u200bc")).isEqualTo("a\\u202eb\\u200bc");
    assertThat(DisplayText.line("a\ud800b")).isEqualTo("a\\ud800b");
    assertThat(DisplayText.line("a\udb40\udc41")).isEqualTo("a\\udb40\\udc41");
  }

  @Test
  void whatIsSeenStaysAsItIs() {
    String text = "na\u00efve \u96ea, \u0643\u062a\u0627\u0628, \ud83d\ude00 ~ \u2028".strip();
    assertThat(DisplayText.line(text)).isEqualTo(text);
    String family = "\ud83d\udc69\u200d\ud83d\udc67";
    assertThat(DisplayText.line(family)).as("one picture of two").isEqualTo(family);
    assertThat(DisplayText.line("a\u200db")).as("a joiner of nothing").isEqualTo("a\\u200db");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "::error file=a::b            | \\u003a:error file=a::b",
        "a ##[error]b                 | a #\\u0023[error]b",
        "##vso[task.setvariable]b     | #\\u0023vso[task.setvariable]b",
        "a ##teamcity[x]              | a #\\u0023teamcity[x]",
        "## a heading                 | ## a heading",
        "a::b                         | a::b"
      })
  void whatALogWouldCarryOutIsNoCommandAnyMore(String text, String shown) {
    assertThat(DisplayText.line(text)).isEqualTo(shown);
    assertThat(DisplayText.fileName(text)).isEqualTo(shown);
  }

  @Test
  void longTextsAreCut() {
    assertThat(DisplayText.line("x".repeat(1_000_000))).hasSize(2_001).endsWith("x\u2026");
    assertThat(DisplayText.shortened("x".repeat(1_000_000))).hasSize(61).endsWith("x\u2026");
    assertThat(DisplayText.fileName("x".repeat(1_000_000))).hasSize(2_001);
    String emoji = "\ud83d\ude00".repeat(60);
    assertThat(DisplayText.shortened(emoji)).isEqualTo(emoji);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 40, 45, 58, 59, 60, 1_000, 1_990, 1_999})
  void aKeyIsCoveredAlsoWhereItIsCut(int before) {
    String text = "-".repeat(before) + "|" + KEY + "|";
    assertThat(DisplayText.shortened(text)).doesNotContain("B3");
    assertThat(DisplayText.line(text)).doesNotContain("B3");
  }

  @Test
  void linesStayLines() {
    assertThat(DisplayText.lines("a\u001b\nb: " + KEY)).isEqualTo("a\\u001b\nb: " + "*".repeat(32));
  }

  /** Any text becomes one line in which nothing is hidden, and stays so when it is shown again. */
  @Test
  void anyTextBecomesOneVisibleLine() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append((char) (random.nextBoolean() ? random.nextInt(0x100) : random.nextInt()));
      }
      String line = DisplayText.line(text.toString());
      assertThat(line.codePoints()).as(line).allMatch(c -> c == '\t' || isSeen(c) || c == 0x200D);
      assertThat(DisplayText.line(line)).isEqualTo(line);
    }
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
