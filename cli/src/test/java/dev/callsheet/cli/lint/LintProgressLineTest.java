package dev.callsheet.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LintProgressLineTest {
  private static final String CLEAR = "\r\u001b[K";
  private final StringWriter terminal = new StringWriter();
  private final PrintWriter out = new PrintWriter(terminal);
  private final LintProgressLine progress =
      new LintProgressLine(new Saying(), 3, out, () -> say("."));

  @Test
  void tellsHowFarTheRunHasCome() {
    progress.onInputLinted("a.json", 2);
    progress.onUnreadableInput(new UnreadableInput("b.json", "may not be read"));
    progress.draw(TimeUnit.SECONDS.toNanos(7));

    assertThat(terminal.toString())
        .endsWith(CLEAR + "linting: 2 of 3 inputs, 2 requests, 0 findings  7 s");
  }

  @Test
  void isClearedBeforeOtherOutputAndRedrawnAfterIt() {
    progress.draw(0);
    progress.onUnreadableInput(new UnreadableInput("b.json", "may not be read"));
    progress.draw(0);

    assertThat(terminal.toString().replaceAll("linting: [^\r]*", "<line>"))
        .isEqualTo("." + CLEAR + "<line>" + CLEAR + "b.json\n." + CLEAR + "<line>");
  }

  @Test
  void isGoneForGoodOnceItIsClosed() {
    progress.draw(0);
    progress.close();
    progress.draw(0);

    assertThat(terminal.toString()).endsWith("0 s" + CLEAR).containsOnlyOnce("linting");
  }

  private void say(String words) {
    out.print(words);
    out.flush();
  }

  /** Says what cannot be read, as the command does. */
  private final class Saying implements LintSink {
    @Override
    public void onFinding(Finding finding) {
      say(finding.rule() + "\n");
    }

    @Override
    public void onInputLinted(String name, long requests) {}

    @Override
    public void onUnreadableInput(UnreadableInput input) {
      say(input.name() + "\n");
    }
  }
}
