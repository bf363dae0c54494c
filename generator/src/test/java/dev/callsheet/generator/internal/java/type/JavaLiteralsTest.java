package dev.callsheet.generator.internal.java.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaLiteralsTest {
  @Test
  void keepsATextOnOneLine() {
    assertThat(literal("a\nb\r\u2028c\u0085d")).isEqualTo("\"a\\nb\\r\\u2028c\\u0085d\"");
  }

  @Test
  void escapesInvisibleCharacters() {
    assertThat(literal("a\u202eb\0\ud800")).isEqualTo("\"a\\u202eb\\u0000\\ud800\"");
  }

  @Test
  void escapesQuotesBackslashesAndUnicodeEscapes() {
    assertThat(literal("\"\\u0022")).isEqualTo("\"\\\"\\\\u0022\"");
  }

  /** javac takes the second of two backslashes for the start of an escape when they follow one. */
  @Test
  void writesABackslashAfterALoneSurrogateAsOctal() {
    assertThat(literal("\ud800" + "\\u002a")).isEqualTo("\"\\ud800" + "\\134u002a\"");
  }

  private static String literal(String text) {
    return JavaLiterals.text(text).toString();
  }
}
