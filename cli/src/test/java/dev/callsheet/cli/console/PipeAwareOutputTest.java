package dev.callsheet.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs({OS.LINUX, OS.MAC})
class PipeAwareOutputTest {
  @Test
  void aReaderThatHasGoneIsKnownByWhatTheSystemSays() throws Exception {
    Process deaf = new ProcessBuilder("sh", "-c", "exec <&-; echo closed; exec sleep 60").start();
    try {
      assertThat(deaf.getInputStream().read()).isEqualTo('c');
      OutputStream pipe = deaf.getOutputStream();
      pipe.write(1);
      IOException said = catchThrowableOfType(IOException.class, pipe::flush);
      assertThat(PipeAwareOutput.named(said)).hasMessage("Broken pipe").hasCause(said);
    } finally {
      deaf.destroyForcibly();
    }
  }

  /** As of a pipe that does not wait for its reader. */
  @Test
  void whatElseGoesWrongWithAPipeStaysAnError() {
    IOException full = new IOException("Resource temporarily unavailable");
    assertThat(PipeAwareOutput.named(full)).isSameAs(full);
    assertThat(new UnwritableOutputException(full).isReaderGone()).isFalse();
  }
}
