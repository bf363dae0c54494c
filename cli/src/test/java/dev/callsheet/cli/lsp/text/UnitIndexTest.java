package dev.callsheet.cli.lsp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How much of a text is looked at. */
class UnitIndexTest {
  @Test
  void aPositionInALongLineLooksAtFewOfItsCharacters() {
    String line = "\u00E9" + "x".repeat(1 << 20);
    AtomicLong looks = new AtomicLong();
    UnitIndex index = new UnitIndex(new CountedText(line, looks), PositionUnit.UTF8);
    looks.set(0);
    assertThat(index.before(1 << 20)).isEqualTo((1 << 20) + 1);
    assertThat(index.offset(0, line.length(), 1 << 20)).isEqualTo((1 << 20) - 1);
    assertThat(looks.get()).isLessThan(4 * UnitIndex.BLOCK);
  }

  /** A text that counts how often a character of it is looked at. */
  private record CountedText(String text, AtomicLong looks) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks.incrementAndGet();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }
  }
}
