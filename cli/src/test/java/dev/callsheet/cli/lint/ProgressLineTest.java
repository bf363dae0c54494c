package dev.callsheet.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.run.LintSink;
import dev.callsheet.spec.lint.run.Unreadable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final String CLEAR = "\r\u001b[K";
  private final StringWriter terminal = new StringWriter();
  private final PrintWriter out = new PrintWriter(terminal);
  private final ProgressLine progress = new ProgressLine(new Saying(), 3, out, () -> say("."));

  @Test
  void tellsHowFarTheRunHasCome() {
    progress.judged("a.json", 2);
    progress.unreadable(new Unreadable("b.json", "may not be read"));
    progress.draw(TimeUnit.SECONDS.toNanos(7));

    assertThat(terminal.toString())
        .endsWith(CLEAR + "linting: 2 of 3 inputs, 2 requests, 0 findings  7 s");
  }

  @Test
  void makesRoomForWhatIsSaidAndHasItSaidBeforeItIsBack() {
    progress.draw(0);
    progress.unreadable(new Unreadable("b.json", "may not be read"));
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
    public void found(Finding finding) {
      say(finding.rule() + "\n");
    }

    @Override
    public void judged(String name, long requests) {}

    @Override
    public void unreadable(Unreadable input) {
      say(input.name() + "\n");
    }
  }
}
