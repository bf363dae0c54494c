package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecrecyTest extends ClientTest {
  private final Logger root = Logger.getLogger("dev.callsheet");
  private final List<Object> seen = new CopyOnWriteArrayList<>();
  private final Handler recorder =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          seen.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void record() {
    recorder.setLevel(Level.ALL);
    root.setLevel(Level.ALL);
    root.addHandler(recorder);
  }

  @AfterEach
  void stopRecording() {
    root.removeHandler(recorder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errors\":[{\"code\":\"invalidApiKey\",\"message\":\"KEY is wrong\",\"given\":\"Bearer KEY\"}]}",
        "{\"error\":{\"code\":\"KEY\",\"message\":\"KEY\",\"parameter\":[\"KEY\"]}}",
        "{\"error\":true,\"errorId\":19,\"errorMessage\":\"KEY\"}",
        "{\"data\":[{\"status\":\"error\",\"error\":{\"message\":\"KEY\"}}]}",
        "{\"errors\":[\"KEY\"]}",
        "<html>KEY</html>",
        "KEY"
      })
  void hidesTheKeyThatAServerQuotes(String body) throws IOException {
    var server = server(call -> Answer.of(400, body.replace("KEY", KEY)));
    var settings = settings(server);
    var client = closing(settings.build());
    var job = client.submit(ClipRequest.prompt("odd"));

    see(catchThrowable(() -> job.await(LONG)));
    List.of(settings, client, job, job.results()).forEach(thing -> seen.add(thing.toString()));

    assertThat(server.calls()).hasSize(1);
    assertThat(seen.toString()).isNotEmpty().doesNotContain(KEY);
  }

  @Test
  void hidesAKeyThatIsMalformed() {
    var malformed = KEY + "\nX-Evil: 1";

    see(catchThrowable(() -> RunwareClient.builder().apiKey(malformed)));

    assertThat(seen.toString()).contains("cannot be a key").doesNotContain(KEY);
  }

  private void see(Throwable thrown) {
    var trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    seen.add(trace.toString());
    seen.add(serialized(thrown));
  }

  private static String serialized(Throwable thrown) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(thrown);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
