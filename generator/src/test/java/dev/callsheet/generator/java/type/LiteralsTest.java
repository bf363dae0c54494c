package dev.callsheet.generator.java.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiteralsTest {
  @Test
  void keepsATextOnOneLine() {
    assertThat(literal("a\nb\r\u2028c\u0085d")).isEqualTo("\"a\\nb\\r\\u2028c\\u0085d\"");
  }

  @Test
  void showsMarksThatCannotBeSeen() {
    assertThat(literal("a\u202eb\0\ud800")).isEqualTo("\"a\\u202eb\\u0000\\ud800\"");
  }

  @Test
  void keepsWhatWouldEndItOrBeReadBeforeIt() {
    assertThat(literal("\"\\u0022")).isEqualTo("\"\\\"\\\\u0022\"");
  }

  /** javac takes the second of two backslashes for the start of an escape when they follow one. */
  @Test
  void writesABackslashBehindHalfAPairAsANumber() {
    assertThat(literal("\ud800" + "\\u002a")).isEqualTo("\"\\ud800" + "\\134u002a\"");
  }

  private static String literal(String text) {
    return Literals.text(text).toString();
  }
}
