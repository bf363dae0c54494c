package dev.callsheet.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.source.DisplayWidth;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of a terminal, which are not characters: some take two, some none. */
class TextTableTest {
  private static final String SNOW = "\u96ea\u96ea\u96ea";
  private static final String WHALE = "\ud83d\udc0b";
  private static final String ACCENTS = "e\u0301e\u0301";

  @ParameterizedTest
  @ValueSource(strings = {"abc", SNOW, WHALE, ACCENTS})
  void secondColumnsStandUnderOneAnother(String cell) {
    List<String> lines =
        printed(80, List.of(List.of("longer", "there"), List.of(cell, "here"))).lines().toList();
    assertThat(lines.get(0)).isEqualTo("longer  there");
    assertThat(lines.get(1)).startsWith(cell).endsWith("here");
    assertThat(DisplayWidth.columns(lines.get(1))).isEqualTo("longer  here".length());
  }

  @Test
  void aRowThatIsTooWideIsAParagraphOfLinesThatFit() {
    String text = (SNOW + " " + WHALE + " ").repeat(10).strip();
    assertThat(printed(20, List.of(List.of("a", text))).lines())
        .hasSizeGreaterThan(5)
        .allSatisfy(line -> assertThat(DisplayWidth.columns(line)).isLessThanOrEqualTo(20));
    // As many words as fit, and no fewer.
    WrappedLines wrapped = new WrappedLines(20);
    wrapped.add(text, 0, 0);
    assertThat(wrapped.lines()).startsWith(SNOW + " " + WHALE + " " + SNOW + " " + WHALE);
  }

  private static String printed(int columns, List<List<String>> rows) {
    StringWriter out = new StringWriter();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            out,
            new StringWriter(),
            true,
            true,
            Map.of("COLUMNS", Integer.toString(columns)));
    new TextTable(List.of(), rows).print(console);
    return out.toString();
  }
}
