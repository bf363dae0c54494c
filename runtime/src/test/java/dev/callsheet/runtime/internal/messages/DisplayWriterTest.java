package dev.callsheet.runtime.internal.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DisplayWriterTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void letsLineBreaksThroughAndNothingElseThatIsNotSeen() throws IOException {
    assertThat(written("a\tb\n\u001b[31mc\u001b[0m\r\nd\re\n", false))
        .isEqualTo("a\tb\n\\u001b[31mc\\u001b[0m\r\nd\\re\n");
  }

  @Test
  void aTerminalIsToldColoursAndPlacesOnly() throws IOException {
    assertThat(written("\u001b[1;31ma\u001b[0m\r\u001b[K\u001b]0;title\u0007\u009b2J", true))
        .isEqualTo("\u001b[1;31ma\u001b[0m\r\u001b[K\\u001b]0;title\\u0007\\u009b2J");
  }

  @Test
  void aPictureOfTwoCharactersMayComeInTwoParts() throws IOException {
    StringWriter out = new StringWriter();
    try (DisplayWriter writer = new DisplayWriter(out, false)) {
      writer.write("a\ud83d");
      writer.write("\ude00b");
    }
    assertThat(out).hasToString("a\ud83d\ude00b");
  }

  /** In pieces or at once, and however long the lines are: the same comes out. */
  @Test
  void jsonStaysTheJsonThatItWas() throws IOException {
    Random random = new Random(9);
    for (int i = 0; i < 500; i++) {
      StringBuilder value = new StringBuilder();
      int length = i % 100 == 0 ? 300_000 : random.nextInt(50);
      for (int n = 0; n < length; n++) {
        value.append(random.nextInt(8) == 0 ? "##[" : (char) random.nextInt(0x2100));
      }
      String json = JSON.writeValueAsString(value.toString());
      StringWriter out = new StringWriter();
      try (DisplayWriter writer = new DisplayWriter(out, false)) {
        int from = 0;
        while (from < json.length()) {
          int to = Math.min(json.length(), from + 1 + random.nextInt(1_000));
          writer.write(json, from, to - from);
          from = to;
        }
      }
      assertThat(JSON.readTree(out.toString()).stringValue()).isEqualTo(value.toString());
      assertThat(out.toString()).doesNotContain("##[");
    }
  }

  private static String written(String text, boolean isTerminal) throws IOException {
    StringWriter out = new StringWriter();
    try (DisplayWriter writer = new DisplayWriter(out, isTerminal)) {
      writer.write(text);
    }
    return out.toString();
  }
}
