package dev.callsheet.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleStyleTest {
  @Test
  void whatIsCutOffIsMeasuredInColumnsAndLeavesNoMarkOpen() {
    String marked = new ConsoleStyle(true).name("abc") + new ConsoleStyle(true).faint("d\u96eaef");
    assertThat(ConsoleStyle.cut(marked, 5)).isEqualTo("\u001b[36mabc\u001b[0m\u001b[2md\u001b[0m");
    assertThat(ConsoleStyle.cut(marked, 6))
        .isEqualTo("\u001b[36mabc\u001b[0m\u001b[2md\u96ea\u001b[0m");
    assertThat(ConsoleStyle.cut(marked, 80)).isEqualTo(marked);
  }
}
