package dev.callsheet.cli.lsp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Positions and changes, compared with what the definition says, on texts made at random. */
class DocumentTextTest {
  private static final List<String> PARTS =
      List.of("a", "b", "\u00E9", "\u20AC", "\uD83D\uDE00", "\uD83D", "\uDE00", "\n", "\r", "\r\n");
  private static final int TEXTS = 200;

  private final Random random = new Random(7);

  @ParameterizedTest
  @EnumSource(PositionUnit.class)
  void everyOffsetHasThePositionThatCountingFindsAndLeadsBack(PositionUnit unit) {
    for (int i = 0; i < TEXTS; i++) {
      String written = text(random.nextInt(i % 10 == 0 ? 2000 : 20));
      DocumentText text = new DocumentText(written, unit);
      int line = 0;
      int character = 0;
      for (int offset = 0; offset < written.length(); ) {
        assertThat(text.position(offset)).isEqualTo(new Position(line, character));
        if (written.charAt(offset) != '\n' || offset == 0 || written.charAt(offset - 1) != '\r') {
          assertThat(text.offset(new Position(line, character))).isEqualTo(offset);
        }
        int codePoint = written.codePointAt(offset);
        offset += Character.charCount(codePoint);
        boolean ends =
            codePoint == '\n' || (codePoint == '\r' && !written.startsWith("\n", offset));
        line += ends ? 1 : 0;
        character = ends ? 0 : character + unit.length(codePoint);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PositionUnit.class)
  void changesAtOnceAreTheChangesOneAfterTheOther(PositionUnit unit) {
    for (int i = 0; i < TEXTS; i++) {
      DocumentText text = new DocumentText(text(30), unit);
      List<TextDocumentContentChangeEvent> changes = new ArrayList<>();
      for (int change = 0; change < 6; change++) {
        changes.add(new TextDocumentContentChangeEvent(range(5 - change), text(3)));
      }
      DocumentText oneByOne = text;
      for (TextDocumentContentChangeEvent change : changes) {
        oneByOne = oneByOne.with(List.of(change));
      }
      assertThat(text.with(changes).text()).isEqualTo(oneByOne.text());
    }
  }

  /** Mostly in descending order, as many editors send them, and sometimes behind the line's end. */
  private Range range(int line) {
    Position start = new Position(random.nextInt(line + 1), random.nextInt(8));
    Position end = new Position(start.getLine(), start.getCharacter() + random.nextInt(3));
    return new Range(start, end);
  }

  private String text(int parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }
}
