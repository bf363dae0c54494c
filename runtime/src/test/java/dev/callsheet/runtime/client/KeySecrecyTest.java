package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.callsheet.runtime.client.media.Media;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecrecyTest extends ClientTest {
  @TempDir Path directory;

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
    var server = server(call -> ScriptedResponse.of(400, body.replace("KEY", KEY)));
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

    see(catchThrowable(() -> CallsheetClient.builder().apiKey(malformed)));

    assertThat(seen.toString()).contains("cannot be a key").doesNotContain(KEY);
  }

  @Test
  void hidesTheKeyThatAServerQuotesAfterAnUpload() throws IOException {
    var server =
        server(
            call ->
                ScriptedResponse.errors(400, call.error("invalidApiKey").replace("about", KEY)));
    var client = client(server);

    see(catchThrowable(() -> client.media().upload(Media.of(new byte[] {1, 2, 3}))));

    assertThat(server.calls()).hasSize(1);
    assertThat(seen.toString()).contains("invalidApiKey").doesNotContain(KEY);
  }

  @Test
  void hidesTheKeyThatAWebhookQuotes() throws IOException {
    var client = client(server(call -> ScriptedResponse.data(call.ack())));
    var job = client.submit(ClipRequest.of(1));

    client.handleWebhook(
        "{\"taskUUID\":\"%s\",\"status\":\"error\",\"code\":\"taskFailed\",\"message\":\"%s\"}"
            .formatted(job.id(), KEY)
            .getBytes(StandardCharsets.UTF_8));
    see(catchThrowable(() -> job.await(LONG)));
    see(catchThrowable(() -> client.handleWebhook(KEY.getBytes(StandardCharsets.UTF_8))));

    assertThat(seen.toString()).contains("taskFailed").doesNotContain(KEY);
  }

  @Test
  void takesTheKeyNowhereWhenADownloadIsRedirected() throws IOException {
    var server =
        server(
            call ->
                ScriptedResponse.data(
                    call.item("\"videoURL\":\"http://%s/a\"".formatted(call.host()))));
    server.serving(
        "/a",
        call -> ScriptedResponse.of(302, "").with("Location", "/b?signature=" + KEY + "-signed"));
    server.serving(
        "/b",
        call -> {
          seen.add(call.headers());
          return ScriptedResponse.of(403, KEY);
        });
    var delivery = client(server).submit(ClipRequest.of(1)).await(LONG).get(0);

    see(catchThrowable(() -> delivery.download(directory)));

    assertThat(seen.toString()).contains("HTTP 403").doesNotContain(KEY);
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
