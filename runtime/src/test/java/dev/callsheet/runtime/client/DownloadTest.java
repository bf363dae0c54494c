package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.download.DownloadOptions;
import dev.callsheet.runtime.client.download.DownloadProgress;
import dev.callsheet.runtime.client.download.ExistingFilePolicy;
import dev.callsheet.runtime.client.error.DownloadException;
import dev.callsheet.runtime.client.job.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest extends ClientTest {
  private static final UUID MEDIA = UUID.randomUUID();
  private static final byte[] MP4 =
      "\0\0\0\u0018ftypisom, and then some".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir Path directory;

  /** The one delivery of a task whose result has these fields; {@code HOST} is the server's. */
  private Delivery<Clip> delivery(String fields, ScriptedPlatform.Script media) throws IOException {
    var server =
        server(call -> ScriptedResponse.data(call.item(fields.replace("HOST", call.host()))));
    server.serving("/media", media);
    var delivery = client(server).submit(ClipRequest.of(1)).await(LONG).get(0);
    return delivery;
  }

  private Delivery<Clip> at(String path, ScriptedResponse answer) throws IOException {
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
    var answer = ScriptedResponse.of(200, MP4);

    var file =
        at(path, type == null ? answer : answer.with("Content-Type", type)).download(directory);

    assertThat(file).isEqualTo(directory.resolve(MEDIA + "." + extension)).hasBinaryContent(MP4);
  }

  @Test
  void goesWhereTheServerSendsIt() throws IOException {
    var server =
        server(
            call ->
                ScriptedResponse.data(
                    call.item("\"videoURL\":\"http://%s/media/1\"".formatted(call.host()))));
    server.serving("/media/1", call -> ScriptedResponse.of(307, "moved").with("Location", "2"));
    server.serving("/media/2", call -> ScriptedResponse.of(301, "").with("Location", "/film"));
    server.serving("/film", call -> ScriptedResponse.of(200, MP4));
    var delivery = client(server).submit(ClipRequest.of(1)).await(LONG).get(0);

    assertThat(delivery.download(directory)).hasBinaryContent(MP4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/media", "ftp://HOST/a", "http:///a", "http://["})
  void goesNotRoundAndRoundAndNowhereElse(String location) throws IOException {
    var delivery = at("/media", ScriptedResponse.of(302, "").with("Location", location));

    assertThatThrownBy(() -> delivery.download(directory))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("HTTP 302");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void makesTheDirectory() throws IOException {
    var file =
        at("/media/a.mp4", ScriptedResponse.of(200, MP4)).download(directory.resolve("not/yet"));

    assertThat(file).hasBinaryContent(MP4);
  }

  @Test
  void keepsAFileThatHasTheSameContent() throws IOException {
    var delivery = at("/media/a.mp4", ScriptedResponse.of(200, MP4));
    var first = delivery.download(directory);

    assertThat(delivery.download(directory)).isEqualTo(first);
    assertThat(directory).isDirectoryNotContaining("glob:**-2.mp4");
  }

  @Test
  void neverWritesOverAFileThatDiffers() throws IOException {
    var mine = Files.writeString(directory.resolve(MEDIA + ".mp4"), "mine");

    var file = at("/media/a.mp4", ScriptedResponse.of(200, MP4)).download(directory);

    assertThat(mine).hasContent("mine");
    assertThat(file).isEqualTo(directory.resolve(MEDIA + "-2.mp4")).hasBinaryContent(MP4);
  }

  @Test
  void decodesADataUri() throws IOException {
    var base64 = Base64.getEncoder().encodeToString(MP4);

    var file =
        delivery(
                "\"videoDataURI\":\"data:video/mp4;base64,%s\"".formatted(base64),
                call -> ScriptedResponse.dropped())
            .download(directory);

    assertThat(file).hasExtension("mp4").hasBinaryContent(MP4);
  }

  @Test
  void decodesBase64AndNamesItByTaskAndNumber() throws IOException {
    var base64 = Base64.getEncoder().encodeToString(MP4);
    var delivery =
        delivery(
            "\"videoBase64Data\":\"%s\"".formatted(base64), call -> ScriptedResponse.dropped());

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
                  case 1 -> ScriptedResponse.dropped();
                  case 2 -> ScriptedResponse.of(503, "later");
                  case 3 -> ScriptedResponse.of(200, MP4).cutShort();
                  default -> ScriptedResponse.of(200, MP4);
                });

    assertThat(delivery.download(directory)).hasBinaryContent(MP4);
  }

  @Test
  void leavesNothingBehindWhenTheMediaIsGone() throws IOException {
    var delivery = at("/media/a.mp4?signature=private", ScriptedResponse.of(404, "gone"));

    assertThatThrownBy(() -> delivery.download(directory))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("/media/a.mp4: HTTP 404")
        .hasMessageNotContaining("private");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void saysWhenThereIsNothingToDownload() throws IOException {
    var delivery = at("", ScriptedResponse.dropped());
    var none = delivery("\"status\":\"success\",\"seed\":1", call -> ScriptedResponse.dropped());

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
              return ScriptedResponse.of(200, MP4);
            });

    delivery.download(directory);

    assertThat(keys).hasValue(0);
  }

  @Test
  void worksAfterTheClientIsClosed() throws Exception {
    var delivery = at("/media/a.mp4", ScriptedResponse.of(200, MP4));
    closeClients();

    assertThat(delivery.download(directory)).hasBinaryContent(MP4);
  }

  /** Where the media is, without a UUID of its own. */
  private static final String AT = "\"videoURL\":\"http://HOST/media/a.mp4\"";

  private static String range(ScriptedPlatform.Call call) {
    return String.join("", call.headers().getOrDefault("Range", List.of()));
  }

  @Test
  void takesUpABrokenDownloadWhereItEnded() throws IOException {
    var ranges = new CopyOnWriteArrayList<String>();
    var delivery =
        delivery(
            AT,
            call -> {
              ranges.add(range(call) + call.headers().getOrDefault("If-range", List.of()));
              return ranges.size() == 1
                  ? ScriptedResponse.of(200, MP4).with("ETag", "\"v1\"").cutShort()
                  : rest(MP4.length - 1);
            });

    assertThat(delivery.download(directory)).hasBinaryContent(MP4);
    assertThat(ranges).containsExactly("[]", "bytes=" + (MP4.length - 1) + "-[\"v1\"]");
  }

  private static ScriptedResponse rest(int from) {
    var last = MP4.length - 1;
    return ScriptedResponse.of(206, Arrays.copyOfRange(MP4, from, MP4.length))
        .with("Content-Range", "bytes %d-%d/%d".formatted(from, last, MP4.length));
  }

  @Test
  void beginsAnewWhenTheMediaHasChanged() throws IOException {
    var attempts = new AtomicInteger();
    var delivery =
        delivery(
            AT,
            call ->
                attempts.incrementAndGet() == 1
                    ? ScriptedResponse.of(200, "an older version").with("ETag", "\"v1\"").cutShort()
                    : ScriptedResponse.of(200, MP4).with("ETag", "\"v2\""));

    assertThat(delivery.download(directory)).hasBinaryContent(MP4);
  }

  @Test
  void beginsAnewWhenTheServerNamesNoVersion() throws IOException {
    var ranges = new CopyOnWriteArrayList<String>();
    var delivery =
        delivery(
            AT,
            call -> {
              ranges.add(range(call));
              var answer = ScriptedResponse.of(200, MP4).with("ETag", "W/\"weak\"");
              return ranges.size() == 1 ? answer.cutShort() : answer;
            });

    assertThat(delivery.download(directory)).hasBinaryContent(MP4);
    assertThat(ranges).containsExactly("", "");
  }

  @Test
  void rejectsWrongContentRange() throws IOException {
    var attempts = new AtomicInteger();
    var delivery =
        delivery(
            AT,
            call ->
                switch (attempts.incrementAndGet()) {
                  case 1 -> ScriptedResponse.of(200, MP4).with("ETag", "\"v1\"").cutShort();
                  case 2 -> rest(3);
                  case 3 -> ScriptedResponse.of(416, "");
                  default -> ScriptedResponse.of(200, MP4);
                });

    assertThat(delivery.download(directory)).hasBinaryContent(MP4);
    assertThat(attempts).hasValue(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Repr-Digest    | sha-256=:%s:       | SHA-256",
        "Content-Digest | sha-512=:%s:       | SHA-512",
        "Digest         | unixsum=1, MD5=%s  | MD5",
        "Content-MD5    | %s                 | MD5"
      })
  void verifiesTheServersChecksum(String header, String form, String algorithm) throws Exception {
    var attempts = new AtomicInteger();
    var digest = MessageDigest.getInstance(algorithm).digest(MP4);
    var named = form.formatted(Base64.getEncoder().encodeToString(digest));
    var spoilt = MP4.clone();
    spoilt[9]++;
    var delivery =
        delivery(
            AT,
            call ->
                ScriptedResponse.of(200, attempts.incrementAndGet() == 1 ? spoilt : MP4)
                    .with(header, named));

    assertThat(delivery.download(directory)).hasBinaryContent(MP4);
    assertThat(attempts).hasValue(2);
  }

  @Test
  void failsWhenTheChecksumNeverMatches() throws IOException {
    var delivery =
        at(
            "/media/a.mp4",
            ScriptedResponse.of(200, MP4).with("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA=="));

    assertThatThrownBy(() -> delivery.download(directory))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("what arrived does not match the server's MD5");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void tellsOfTheProgressAndTheChecksum() throws Exception {
    var progress = new CopyOnWriteArrayList<DownloadProgress>();
    var delivery = at("/media/a.mp4", ScriptedResponse.of(200, MP4));

    var options =
        DownloadOptions.into(directory)
            .onProgress(
                news -> {
                  progress.add(news);
                  throw new IllegalStateException("a display that breaks");
                });
    var file = delivery.download(options);

    assertThat(file.bytes()).isEqualTo(MP4.length);
    assertThat(file.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(MP4)));
    assertThat(progress)
        .last()
        .isEqualTo(new DownloadProgress(MP4.length, OptionalLong.of(MP4.length)));
  }

  @ParameterizedTest
  @CsvSource({"whale, whale.mp4", "whale.v2, whale.v2", ".whale, .whale.mp4"})
  void namesTheFileAsTold(String name, String expected) throws IOException {
    var options = DownloadOptions.into(directory).withFileName(name);

    assertThat(at("/media/a.mp4", ScriptedResponse.of(200, MP4)).download(options).file())
        .isEqualTo(directory.resolve(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../whale.mp4", "a/b.mp4", "a\\b", "..", " "})
  void refusesAPathForAName(String name) {
    var options = DownloadOptions.into(directory);

    assertThatThrownBy(() -> options.withFileName(name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void replacesOrFailsWhenTheNameIsTaken() throws IOException {
    var taken = Files.writeString(directory.resolve("whale.mp4"), "mine");
    var options = DownloadOptions.into(directory).withFileName("whale.mp4");
    var delivery = at("/media/a.mp4", ScriptedResponse.of(200, MP4));

    assertThatThrownBy(() -> delivery.download(options.existingFilePolicy(ExistingFilePolicy.FAIL)))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("is there already");
    assertThat(taken).hasContent("mine");
    assertThat(delivery.download(options.existingFilePolicy(ExistingFilePolicy.REPLACE)).file())
        .isEqualTo(taken)
        .hasBinaryContent(MP4);
    assertThat(directory).isDirectoryNotContaining("glob:**.part");
  }
}
