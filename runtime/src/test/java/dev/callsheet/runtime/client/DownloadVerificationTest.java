package dev.callsheet.runtime.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.download.DownloadOptions;
import dev.callsheet.runtime.client.download.ExistingFilePolicy;
import dev.callsheet.runtime.client.error.DownloadException;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.journal.file.FileJournal;
import dev.callsheet.runtime.client.policy.ResponseLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A download becomes a file, and its job is forgotten, only if it is the media. */
class DownloadVerificationTest extends ClientTest {
  private static final byte[] MP4 = bytes("\0\0\0\u0018ftypisom, and then some");
  private static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n and then some");

  @TempDir Path directory;

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(ISO_8859_1);
  }

  private Path out() {
    return directory.resolve("out");
  }

  /** The one delivery of a task whose result has these fields; {@code HOST} is the server's. */
  private Delivery<Clip> delivery(
      String fields, ScriptedPlatform.Script media, UnaryOperator<CallsheetClientBuilder> settings)
      throws IOException {
    var server =
        server(call -> ScriptedResponse.data(call.item(fields.replace("HOST", call.host()))));
    server.serving("/media", media);
    var client =
        settings.apply(settings(server).journal(new FileJournal(directory.resolve("journal"))));
    return closing(client.build()).submit(ClipRequest.of(1)).await(LONG).get(0);
  }

  private Delivery<Clip> video(String path, ScriptedResponse answer) throws IOException {
    return delivery("\"videoURL\":\"http://HOST" + path + "\"", call -> answer, same -> same);
  }

  private void assertRefused(Delivery<Clip> delivery, String message) throws Exception {
    assertThatThrownBy(() -> delivery.download(out()))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining(message);
    assertThat(out()).isEmptyDirectory();
    assertThat(journalText()).contains(delivery.result().taskUUID() + "");
  }

  /** What is in the journal once all of it is written; jobs that are acknowledged are not. */
  private String journalText() throws Exception {
    closeClients();
    var text = new StringBuilder();
    try (var files = Files.list(directory.resolve("journal"))) {
      for (var file : files.toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /media/a.mp4 | text/html                | <html>expired</html>     | is a web page, not a video: <html>expired
          /media/a.mp4 | video/mp4                | \\n<!DOCTYPE HTML><title>| is a web page, not a video
          /media/a     |                          | <!doctype html>          | is a web page, not a video
          /media/a.mp4 | video/mp4                | {"error":"expired"}      | is text, not a video: {"error":"expired"}
          /media/a.mp4 | application/xml          | <Error>AccessDenied      | is text, not a video
          /media/a.mp4 | video/mp4                | x\\33y                   | does not begin as MP4 does
          /media/a.mp4 | application/octet-stream | \\1\\2\\3                | does not begin as MP4 does
          /media/a     | application/octet-stream | \\1\\2\\3                | is in no known format, not a video
          /media/a.mp4 | video/mp4                | \\211PNG\\r\\n\\32      | is an image (PNG), not a video
          /media/a.mp4 | video/mp4                | ID3\\3\\0                | is an audio (MP3), not a video
          """)
  void whatIsNoVideoIsRefusedAndTheJobStaysInTheJournal(
      String path, String type, String content, String message) throws Exception {
    var answer = ScriptedResponse.of(200, bytes(content.translateEscapes()));

    assertRefused(video(path, type == null ? answer : answer.with("Content-Type", type)), message);
  }

  @Test
  void anEmptyFileIsRefused() throws Exception {
    assertRefused(
        video("/media/a.mp4", ScriptedResponse.of(200, "").with("Content-Type", "video/mp4")),
        "is empty");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 400, 401, 403, 404, 410})
  void anAnswerThatIsNoSuccessIsRefused(int status) throws Exception {
    assertRefused(video("/media/a.mp4", ScriptedResponse.of(status, MP4)), "HTTP " + status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"not a url", "/v/a.mp4", "ftp://HOST/a.mp4", "http://", "http:///a.mp4", ""})
  void anAddressThatCannotBeFetchedLeavesTheJobInTheJournal(String address) throws Exception {
    assertRefused(
        delivery(
            "\"videoURL\":\"" + address + "\"", call -> ScriptedResponse.dropped(), same -> same),
        "The result's address is");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/media/a b|[1].mp4", "/media/%zz.mp4", "/media/f\u00fcchse.mp4?s=a|b#x"})
  void anAddressAsBrowsersTakeItIsFetched(String path) throws IOException {
    assertThat(video(path, ScriptedResponse.of(200, MP4)).download(out())).hasBinaryContent(MP4);
  }

  @Test
  void anAddressInAListIsFetched() throws Exception {
    var delivery =
        delivery(
            "\"videoURL\":[\"http://HOST/media/a.mp4\"],\"videoUUID\":\"no UUID\"",
            call -> ScriptedResponse.of(200, MP4),
            same -> same);

    assertThat(delivery.unreadableFields()).hasSize(2);
    assertThat(delivery.download(out())).hasBinaryContent(MP4);
    assertThat(journalText()).isEmpty();
  }

  @Test
  void aResultOfSeveralFilesIsNotForgottenForTheFirst() throws Exception {
    var delivery =
        delivery(
            "\"videoURL\":[\"http://HOST/media/a.mp4\",\"http://HOST/media/b.mp4\"]",
            call -> ScriptedResponse.of(200, MP4),
            same -> same);

    assertThat(delivery.download(out())).hasBinaryContent(MP4);
    assertThat(journalText()).contains("\"event\":\"finished\"");
  }

  @FunctionalInterface
  private interface Coder {
    OutputStream open(OutputStream out) throws IOException;
  }

  private static byte[] encoded(byte[] content, Coder... coders) throws IOException {
    var encoded = content;
    for (var coder : coders) {
      var out = new ByteArrayOutputStream();
      try (var coding = coder.open(out)) {
        coding.write(encoded);
      }
      encoded = out.toByteArray();
    }
    return encoded;
  }

  private static OutputStream rawDeflate(OutputStream out) {
    return new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "x-gzip",
        "GZIP",
        "deflate",
        "raw deflate",
        "gzip, deflate",
        "identity",
        "none of it"
      })
  void contentCodingsAreUndone(String coding) throws IOException {
    var body =
        switch (coding) {
          case "deflate" -> encoded(MP4, DeflaterOutputStream::new);
          case "raw deflate" -> encoded(MP4, DownloadVerificationTest::rawDeflate);
          case "gzip, deflate" -> encoded(MP4, GZIPOutputStream::new, DeflaterOutputStream::new);
          case "identity", "none of it" -> MP4;
          default -> encoded(MP4, GZIPOutputStream::new);
        };
    var header = coding.equals("none of it") ? "gzip" : coding.replace("raw ", "");
    var delivery =
        video("/media/a.mp4", ScriptedResponse.of(200, body).with("Content-Encoding", header));

    assertThat(delivery.download(out())).hasBinaryContent(MP4);
    assertThat(out()).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void whatIsNotEncodedAsItSaysIsRefused() throws Exception {
    var gzip = encoded(MP4, GZIPOutputStream::new);
    gzip[15] ^= 0x55;

    assertRefused(
        video("/media/a.mp4", ScriptedResponse.of(200, gzip).with("Content-Encoding", "gzip")),
        "cannot be decoded");
    assertRefused(
        video("/media/a.mp4", ScriptedResponse.of(200, gzip).with("Content-Encoding", "br")),
        "does not begin as MP4 does");
  }

  @Test
  void aPageInAContentCodingIsAPage() throws Exception {
    var page = encoded("<html>expired".getBytes(UTF_8), GZIPOutputStream::new);

    assertRefused(
        video("/media/a.mp4", ScriptedResponse.of(200, page).with("Content-Encoding", "gzip")),
        "is a web page");
  }

  @ParameterizedTest
  @CsvSource({
    "\"videoBase64Data\":\"AAAA*AAA\",cannot be decoded",
    "\"videoBase64Data\":\"AAAAA\",cannot be decoded",
    "\"videoBase64Data\":\"PGh0bWw+ZXhwaXJlZA==\",is a web page",
    "\"videoBase64Data\":\"\",is empty",
    "\"videoDataURI\":\"data:video/mp4;base64\",data URI is malformed",
    "'\"videoDataURI\":\"data:video/mp4,%zz\"',data URI is malformed",
    "\"videoDataURI\":\"http://HOST/a.mp4\",data URI is malformed"
  })
  void dataThatIsNoMediaIsRefused(String field, String message) throws Exception {
    assertRefused(delivery(field, call -> ScriptedResponse.dropped(), same -> same), message);
  }

  @Test
  void aNewFormatIsTaken() throws IOException {
    var content = bytes("\u0001\u0002new");
    var answer = ScriptedResponse.of(200, content).with("Content-Type", "video/x-new");

    assertThat(video("/media/a.new", answer).download(out()))
        .hasExtension("new")
        .hasBinaryContent(content);
  }

  @Test
  void whoeverAsksForItGetsWhateverComes() throws IOException {
    var delivery = video("/media/a.mp4", ScriptedResponse.of(200, "<html>what is this"));

    var file = delivery.download(DownloadOptions.into(out()).withoutVerification()).file();

    assertThat(file).hasContent("<html>what is this");
  }

  @Test
  void aFileIsLimitedInSizeOnTheWireAndDecoded() throws Exception {
    var large = new byte[100_000];
    System.arraycopy(MP4, 0, large, 0, MP4.length);
    UnaryOperator<CallsheetClientBuilder> limited =
        settings -> settings.limits(ResponseLimits.standard().withDownloadSize(50_000));
    var field = "\"videoURL\":\"http://HOST/media/a.mp4\"";

    assertRefused(
        delivery(field, call -> ScriptedResponse.of(200, large), limited),
        "The file is larger than the limit of 50000 bytes");
    assertRefused(
        delivery(field, call -> ScriptedResponse.of(200, large).chunked(), limited),
        "The file is larger than the limit of 50000 bytes");
    var bomb = encoded(large, GZIPOutputStream::new);
    assertRefused(
        delivery(
            field,
            call -> ScriptedResponse.of(200, bomb).with("Content-Encoding", "gzip"),
            limited),
        "The file is larger than the limit of 50000 bytes");
  }

  @Test
  void headersOfADownloadAreLimited() throws Exception {
    assertRefused(
        delivery(
            "\"videoURL\":\"http://HOST/media/a.mp4\"",
            call -> ScriptedResponse.of(200, MP4).with("X-Padding", "x".repeat(5_000)),
            settings -> settings.limits(ResponseLimits.standard().withHeaderSize(4_000))),
        "The header is larger than the limit of 4000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"same", "different"})
  void downloadsUnderOneNameAtTheSameTimeLoseNone(String contents) throws Exception {
    var count = 16;
    var deliveries = new ArrayList<Delivery<Clip>>();
    for (var i = 0; i < count; i++) {
      var content = bytes("\0\0\0\u0018ftypisom " + (contents.equals("same") ? 0 : i));
      deliveries.add(video("/media/a.mp4", ScriptedResponse.of(200, content)));
    }
    var options = DownloadOptions.into(out()).withFileName("film");
    var start = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(count);
    var downloads =
        deliveries.stream()
            .map(
                delivery ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          awaitUninterruptibly(start);
                          return delivery.download(options).file();
                        },
                        threads))
            .toList();
    start.countDown();
    var files = downloads.stream().map(CompletableFuture::join).distinct().toList();
    threads.shutdown();

    assertThat(contentsOf(files))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, contents.equals("same") ? 1 : count)
                .mapToObj(i -> "\0\0\0\u0018ftypisom " + i)
                .toList());
    assertThat(out()).isDirectoryNotContaining("glob:**.part");
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> contentsOf(List<Path> files) throws IOException {
    var contents = new ArrayList<String>();
    for (var file : files) {
      contents.add(Files.readString(file, ISO_8859_1));
    }
    return contents;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine.mp4", "nowhere"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aLinkIsNeitherReplacedNorFollowed(String target) throws IOException {
    Files.createDirectories(out());
    var mine = Files.writeString(directory.resolve("mine.mp4"), "mine");
    var link = Files.createSymbolicLink(out().resolve("film.mp4"), directory.resolve(target));
    var options = DownloadOptions.into(out()).withFileName("film.mp4");
    var delivery = video("/media/a.mp4", ScriptedResponse.of(200, MP4));

    assertThatThrownBy(
            () -> delivery.download(options.existingFilePolicy(ExistingFilePolicy.REPLACE)))
        .isInstanceOf(DownloadException.class);
    assertThat(delivery.download(options).file()).isEqualTo(out().resolve("film-2.mp4"));

    assertThat(link).isSymbolicLink();
    assertThat(mine).hasContent("mine");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aNameMayBeAsLongAsTheFileSystemTakes() throws IOException {
    var name = "x".repeat(251) + ".mp4";
    var delivery = video("/media/a.mp4", ScriptedResponse.of(200, MP4));

    assertThat(delivery.download(DownloadOptions.into(out()).withFileName(name)).file())
        .hasFileName(name)
        .hasBinaryContent(MP4);
  }

  @Test
  void anImageIsVerifiedAsAnImage() throws IOException {
    var image =
        delivery(
            "\"imageURL\":\"http://HOST/media/a\"",
            call -> ScriptedResponse.of(200, PNG),
            same -> same);
    var svg =
        delivery(
            "\"imageURL\":\"http://HOST/media/a\"",
            call ->
                ScriptedResponse.of(200, "<?xml version='1.0'?><svg/>")
                    .with("Content-Type", "image/svg+xml"),
            same -> same);
    var video =
        delivery(
            "\"imageURL\":\"http://HOST/media/a\"",
            call -> ScriptedResponse.of(200, MP4),
            same -> same);

    assertThat(image.download(out())).hasExtension("png");
    assertThat(svg.download(out().resolve("svg"))).hasExtension("svg");
    assertThatThrownBy(() -> video.download(out()))
        .hasMessageContaining("is a video (MP4), not an image");
  }
}
