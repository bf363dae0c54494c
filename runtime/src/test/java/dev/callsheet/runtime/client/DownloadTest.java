package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.error.DownloadException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadTest extends ClientTest {
  private static final UUID MEDIA = UUID.randomUUID();
  private static final byte[] MP4 =
      "\0\0\0\u0018ftypisom, and then some".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir Path directory;

  /** The one delivery of a task whose result has these fields; {@code HOST} is the server's. */
  private Delivery<Clip> delivery(String fields, ScriptedServer.Script media) throws IOException {
    var server = server(call -> Answer.data(call.item(fields.replace("HOST", call.host()))));
    server.serving("/media", media);
    var delivery = client(server).submit(ClipRequest.of(1)).await(LONG).get(0);
    return delivery;
  }

  private Delivery<Clip> at(String path, Answer answer) throws IOException {
    return delivery(
        "\"videoUUID\":\"%s\",\"videoURL\":\"http://HOST%s\"".formatted(MEDIA, path),
        call -> answer);
  }

  @ParameterizedTest
  @CsvSource({
    "/media/a.mp4,              ,                          mp4",
    "/media/a.MOV?signature=x.y, application/octet-stream, mov",
    "/media/a,                  video/webm,                webm",
    "/media/a.mp4,              video/webm; codecs=vp9,    webm",
    "/media/a.jpeg,             image/jpeg,                jpeg",
    "/media/a,                  ,                          mp4"
  })
  void namesTheFileByTheMediaAndItsType(String path, String type, String extension)
      throws IOException {
    var answer = Answer.of(200, MP4);

    var file =
        at(path, type == null ? answer : answer.with("Content-Type", type)).download(directory);

    assertThat(file).isEqualTo(directory.resolve(MEDIA + "." + extension)).hasBinaryContent(MP4);
  }

  @Test
  void makesTheDirectory() throws IOException {
    var file = at("/media/a.mp4", Answer.of(200, MP4)).download(directory.resolve("not/yet"));

    assertThat(file).hasBinaryContent(MP4);
  }

  @Test
  void keepsAFileThatHasTheSameContent() throws IOException {
    var delivery = at("/media/a.mp4", Answer.of(200, MP4));
    var first = delivery.download(directory);

    assertThat(delivery.download(directory)).isEqualTo(first);
    assertThat(directory).isDirectoryNotContaining("glob:**-2.mp4");
  }

  @Test
  void neverWritesOverAFileThatDiffers() throws IOException {
    var mine = Files.writeString(directory.resolve(MEDIA + ".mp4"), "mine");

    var file = at("/media/a.mp4", Answer.of(200, MP4)).download(directory);

    assertThat(mine).hasContent("mine");
    assertThat(file).isEqualTo(directory.resolve(MEDIA + "-2.mp4")).hasBinaryContent(MP4);
  }

  @Test
  void decodesADataUri() throws IOException {
    var base64 = Base64.getEncoder().encodeToString(MP4);

    var file =
        delivery(
                "\"videoDataURI\":\"data:video/mp4;base64,%s\"".formatted(base64),
                call -> Answer.dropped())
            .download(directory);

    assertThat(file).hasExtension("mp4").hasBinaryContent(MP4);
  }

  @Test
  void decodesBase64AndNamesItByTaskAndNumber() throws IOException {
    var base64 = Base64.getEncoder().encodeToString(MP4);
    var delivery =
        delivery("\"videoBase64Data\":\"%s\"".formatted(base64), call -> Answer.dropped());

    var file = delivery.download(directory);

    assertThat(file).hasFileName(delivery.result().taskUUID() + "-1.mp4").hasBinaryContent(MP4);
  }

  @Test
  void triesAgainAfterPassingTrouble() throws IOException {
    var times = new AtomicInteger();
    var delivery =
        delivery(
            "\"videoURL\":\"http://HOST/media/a.mp4\"",
            call ->
                switch (times.incrementAndGet()) {
                  case 1 -> Answer.dropped();
                  case 2 -> Answer.of(503, "later");
                  case 3 -> Answer.of(200, MP4).cutShort();
                  default -> Answer.of(200, MP4);
                });

    assertThat(delivery.download(directory)).hasBinaryContent(MP4);
  }

  @Test
  void leavesNothingBehindWhenTheMediaIsGone() throws IOException {
    var delivery = at("/media/a.mp4?signature=private", Answer.of(404, "gone"));

    assertThatThrownBy(() -> delivery.download(directory))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("/media/a.mp4: HTTP 404")
        .hasMessageNotContaining("private");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void saysWhenThereIsNothingToDownload() throws IOException {
    var delivery = at("", Answer.dropped());
    var none = delivery("\"status\":\"success\",\"seed\":1", call -> Answer.dropped());

    assertThat(delivery.result().mediaUUID()).isEqualTo(MEDIA);
    assertThatThrownBy(() -> none.download(directory))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("has no media");
  }

  @Test
  void neverSendsTheKeyToWhereResultsLie() throws IOException {
    var keys = new AtomicInteger();
    var delivery =
        delivery(
            "\"videoURL\":\"http://HOST/media/a.mp4\"",
            call -> {
              keys.addAndGet(call.headers().containsKey("Authorization") ? 1 : 0);
              return Answer.of(200, MP4);
            });

    delivery.download(directory);

    assertThat(keys).hasValue(0);
  }

  @Test
  void worksAfterTheClientIsClosed() throws Exception {
    var delivery = at("/media/a.mp4", Answer.of(200, MP4));
    closeClients();

    assertThat(delivery.download(directory)).hasBinaryContent(MP4);
  }
}
