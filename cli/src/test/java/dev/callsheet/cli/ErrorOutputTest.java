package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorOutputTest {
  private final StringWriter err = new StringWriter();
  private final Console console =
      new Console(
          InputStream.nullInputStream(),
          new PrintWriter(err),
          new PrintWriter(err, true),
          false,
          false,
          Map.of());

  @Test
  void aFaultIsBriefUnlessMoreIsAskedFor() {
    int status = new ErrorOutput(console, () -> false).report(new IllegalStateException("odd"));
    assertThat(status).isEqualTo(ExitStatus.INTERNAL_ERROR);
    assertThat(err.toString())
        .contains("an internal error", "odd", "--verbose")
        .doesNotContain("\tat ");
  }

  @Test
  void verboseShowsWhereTheFaultIs() {
    new ErrorOutput(console, () -> true).report(new IllegalStateException("odd"));
    assertThat(err.toString()).contains("\tat dev.callsheet.cli.ErrorOutputTest");
  }
}
