package dev.callsheet.runtime.internal.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.error.MediaException;
import dev.callsheet.runtime.client.media.LocalMedia;
import dev.callsheet.runtime.client.media.Media;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaUploadBodyTest {
  private static final int SIZE = 200_000;
  private static final CompletableFuture<String> DONE = CompletableFuture.completedFuture("done");

  @TempDir Path folder;
  private Path file;
  private LocalMedia media;

  @BeforeEach
  void write() throws IOException {
    file = Files.write(folder.resolve("keeper.bin"), new byte[SIZE]);
    media = Media.of(file);
  }

  private static MediaUploadBody body(LocalMedia media) {
    return MediaUploadBody.ofBytes(bytes("<"), media, bytes(">"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theMediaAreBetweenTheOtherBytes() {
    try (var body = body(Media.of(bytes("abc")))) {
      var sent = send(body);
      sent.request(Long.MAX_VALUE);

      assertThat(sent.received.toString(StandardCharsets.UTF_8)).isEqualTo("<abc>");
      assertThat(body.publisher().contentLength()).isEqualTo(5);
      assertThat(body.reply(DONE)).isEqualTo("done");
    }
  }

  @Test
  void nothingIsSentOnceItIsClosed() {
    var body = body(Media.of(new byte[SIZE]));
    var sent = send(body);
    sent.request(2);
    body.close();
    sent.request(Long.MAX_VALUE);

    assertThat(sent.failed).isTrue();
    assertThat(sent.received.size()).isLessThan(SIZE);
    assertThatThrownBy(() -> send(body)).hasMessageContaining("the upload was given up");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theFileIsClosedThoughItIsNotReadToItsEnd() throws IOException {
    try (var body = body(media)) {
      send(body).request(2);
      assertThat(openFiles()).contains(file.toRealPath());
    }
    assertThat(openFiles()).doesNotContain(file.toRealPath());
  }

  private static List<Path> openFiles() throws IOException {
    try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.flatMap(MediaUploadBodyTest::target).toList();
    }
  }

  private static Stream<Path> target(Path descriptor) {
    try {
      return Stream.of(Files.readSymbolicLink(descriptor));
    } catch (IOException closedMeanwhile) {
      return Stream.empty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {SIZE - 1, SIZE + 1})
  void aFileOfAnotherSizeThanItHadCannotBeRead(int size) throws IOException {
    Files.write(file, new byte[size]);
    try (var body = body(media)) {
      var sent = send(body);
      sent.request(Long.MAX_VALUE);

      assertThat(sent.failed).isTrue();
      assertThatThrownBy(() -> body.reply(DONE))
          .isInstanceOf(MediaException.class)
          .hasMessageContaining("Cannot read " + file)
          .hasMessageContaining("its size has changed");
    }
  }

  @Test
  void aFileThatIsGoneCannotBeRead() throws IOException {
    Files.delete(file);
    try (var body = body(media)) {
      assertThatThrownBy(() -> send(body)).isInstanceOf(MediaException.class);
      assertThatThrownBy(() -> body.reply(DONE))
          .isInstanceOf(MediaException.class)
          .hasMessageContaining("Cannot read " + file);
    }
  }

  @Test
  void nobodyWaitsForAReplyInAThreadThatIsInterrupted() {
    try (var body = body(media)) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> body.reply(new CompletableFuture<>()))
          .isInstanceOf(MediaException.class)
          .hasMessageContaining("Interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static Received send(MediaUploadBody body) {
    var received = new Received();
    body.publisher().subscribe(received);
    return received;
  }

  /** What has come. */
  private static final class Received implements Subscriber<ByteBuffer> {
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private boolean failed;

    void request(long pieces) {
      subscription.join().request(pieces);
    }

    @Override
    public void onSubscribe(Subscription begun) {
      subscription.complete(begun);
    }

    @Override
    public void onNext(ByteBuffer piece) {
      while (piece.hasRemaining()) {
        received.write(piece.get());
      }
    }

    @Override
    public void onError(Throwable reason) {
      failed = true;
    }

    @Override
    public void onComplete() {}
  }
}
