package dev.callsheet.runtime.internal.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LandmarksTest {
  private static final Pattern SIGN = Pattern.compile("[\\\\%:;<=bB]");
  private static final Pattern RUN = Pattern.compile("[+-9A-z]{16}");
  private static final String PIECES =
      "aZbB09+/-_.:=%\\ \"é\uD83D\uDE00*,;<@[`{~\u0000\u007F\u0080";

  @Test
  void signsAndRunsAreThoseOfTheText_whereverTheyStand() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      String text = text(random);
      Landmarks landmarks = new Landmarks(text.toCharArray());
      for (int from = 0; from <= text.length(); from++) {
        assertThat(landmarks.nextSign(from)).as(text).isEqualTo(first(SIGN, text, from));
        assertThat(landmarks.nextRun(from)).as(text).isEqualTo(first(RUN, text, from));
      }
    }
  }

  @Test
  void aRunEndsWithItsLastCharacter() {
    for (int length = 16; length < 200; length++) {
      String run = "x".repeat(length);
      for (String before : new String[] {"", "\"", "é".repeat(63)}) {
        char[] text = (before + run + "\"y").toCharArray();
        Landmarks landmarks = new Landmarks(text);
        assertThat(landmarks.nextRun(0)).isEqualTo(before.length());
        assertThat(landmarks.endOfRun(before.length())).isEqualTo(before.length() + length);
        assertThat(new Landmarks(run.toCharArray()).endOfRun(0)).isEqualTo(length);
      }
    }
  }

  private static int first(Pattern wanted, String text, int from) {
    Matcher matcher = wanted.matcher(text);
    return matcher.find(from) ? matcher.start() : text.length();
  }

  /** Mostly runs, of which some go from one word of 64 characters to the next. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(150); text.length() < length; ) {
      text.append("x".repeat(random.nextInt(40)));
      text.append(PIECES.charAt(random.nextInt(PIECES.length())));
    }
    return text.toString();
  }
}
