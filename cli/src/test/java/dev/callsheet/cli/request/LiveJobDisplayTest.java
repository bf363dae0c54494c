package dev.callsheet.cli.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ConsoleStyle;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Progress;
import dev.callsheet.spec.source.DisplayWidth;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveJobDisplayTest {
  private static final UUID JOB = UUID.fromString("3f2a91bc-0000-4000-8000-000000000000");
  private final JobProgressRow row = new JobProgressRow(JOB, 2);

  @Test
  void aJobBeginsWithAnEmptyBar() {
    assertThat(text(false)).startsWith("| -------------------- 0 of 2 results  0.");
  }

  @Test
  void theBarIsAsFullAsTheServerReports() {
    row.setProgress(progress(JobStatus.RUNNING, 0, 0, OptionalInt.of(25)));
    row.setRemark("the server is slow to answer, and says so at length");

    assertThat(text(true))
        .startsWith("| 3f2a91bc #####---------------")
        .endsWith("  the server is slow ...")
        .hasSizeLessThan(80);
  }

  @Test
  void aJobEndsWithASignOfHowItWent() {
    row.setProgress(progress(JobStatus.FINISHED, 2, 0, OptionalInt.empty()));
    assertThat(text(false)).startsWith("+ #################### 2 of 2 results  7.0 s");

    row.setProgress(progress(JobStatus.FINISHED, 1, 1, OptionalInt.empty()));
    assertThat(text(false)).startsWith("x ");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    StringWriter drawn = new StringWriter();
    try (LiveJobDisplay display =
        new LiveJobDisplay(new PrintWriter(drawn), new ConsoleStyle(true), 40)) {
      for (int job = 0; job < 12; job++) {
        display.addJob(new UUID(job, 0), 2);
      }
      display.draw();
    }
    assertThat(drawn.toString().replaceAll("\u001b\\[[0-9;]*[mAJ]", "").split("[\\r\\n]"))
        .hasSizeGreaterThan(10)
        .allSatisfy(line -> assertThat(DisplayWidth.columns(line)).isLessThan(40));
    assertThat(drawn.toString().split("\u001b\\[0m", -1).length)
        .isEqualTo(drawn.toString().split("\u001b\\[[1-9][0-9;]*m", -1).length);
  }

  private String text(boolean named) {
    return row.text(new ConsoleStyle(false), 0, named);
  }

  private static Progress progress(
      JobStatus status, int delivered, int failed, OptionalInt percent) {
    return new Progress(JOB, status, 2, delivered, failed, percent, Duration.ofSeconds(7));
  }
}
