package dev.callsheet.generator.internal.java.formatting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AsciiSourceTest {
  @Test
  void whatIsNotAsciiIsWrittenAsJavaReadsIt() {
    assertThat(AsciiSource.of("/** 1080p \u00b7 5 s */ \"\ud83d\ude00\""))
        .isEqualTo("/** 1080p \\u00b7 5 s */ \"\\ud83d\\ude00\"");
  }

  @Test
  void asciiStaysAsItIs() {
    String source = "String a = \"\\\\ \\n \\u0041\"; // ~\n";
    assertThat(AsciiSource.of(source)).isEqualTo(source);
  }
}
