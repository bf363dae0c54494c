package dev.callsheet.runtime.internal.journal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private static final int LONG = 1_000_000;

  @Test
  void keepsOfZerosOnlyTheBeginningAndGoesOnBehindThem() throws IOException {
    var lines = reader("\0".repeat(LONG) + "\n{}\n");

    var zeros = next(lines, LONG);
    var next = next(lines, LONG);

    assertThat(zeros.isTooLong()).isTrue();
    assertThat(zeros.content()).hasSize(LineReader.MAX_FOREIGN_LENGTH);
    assertThat(next.number()).isEqualTo(2);
    assertThat(next.offset()).isEqualTo(LONG + 1);
    assertThat(next.content()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
  }

  @Test
  void keepsALineThatBeginsAsAnEntryWhole() throws IOException {
    var line = next(reader("{\"event\":\"" + "x".repeat(LONG) + "\n"), 2 * LONG);

    assertThat(line.isTooLong()).isFalse();
    assertThat(line.content()).hasSize(LONG + 10);
  }

  @Test
  void keepsOfALineNoMoreThanItIsToldTo() throws IOException {
    var line = next(reader("{\"event\":\"" + "x".repeat(LONG) + "\n"), 2000);

    assertThat(line.isTooLong()).isTrue();
    assertThat(line.content()).hasSize(2000);
  }

  private static LineReader.Line next(LineReader lines, int maxLength) throws IOException {
    return requireNonNull(lines.next(maxLength));
  }

  private static LineReader reader(String text) {
    return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
