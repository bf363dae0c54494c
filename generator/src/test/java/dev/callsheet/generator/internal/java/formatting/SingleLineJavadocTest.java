package dev.callsheet.generator.internal.java.formatting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SingleLineJavadocTest {
  @Test
  void commentOfOneSentence_isPutOnOneLine() {
    assertThat(SingleLineJavadoc.collapse("  /**\n   * What it is.\n   */\n  int a;\n"))
        .isEqualTo("  /** What it is. */\n  int a;\n");
  }

  @Test
  void commentWithNothingInItsLineOrWithATag_staysAsItIs() {
    String empty = "  /**\n   *\n   */\n";
    String tag = "  /**\n   * @param a what it is\n   */\n";

    assertThat(SingleLineJavadoc.collapse(empty + tag)).isEqualTo(empty + tag);
  }
}
