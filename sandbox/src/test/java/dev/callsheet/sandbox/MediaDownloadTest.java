package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What a result's URL leads to. */
final class MediaDownloadTest {
  private static final byte[] MATROSKA = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};
  private final ManualClock clock = new ManualClock();
  private Sandbox sandbox;
  private HttpTestClient caller;

  @BeforeEach
  void start() throws IOException {
    SandboxOptions options =
        SandboxOptions.builder().renderTime(RenderTime.fixed(Duration.ZERO)).build();
    sandbox = Sandbox.start(options, clock);
    caller = new HttpTestClient(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({"MP4,video/mp4,.mp4,isom", "MOV,video/quicktime,.mov,qt"})
  void servesVideoThatPlaysBeforeAllOfItIsThere(
      String format, String mediaType, String ending, String brand) throws Exception {
    String url = render(HttpTestClient.video().put("outputFormat", format));
    HttpResponse<byte[]> media = caller.fetch(url);
    String content = new String(media.body(), StandardCharsets.ISO_8859_1);
    assertThat(url).endsWith(ending);
    assertThat(media.headers().firstValue("Content-Type")).contains(mediaType);
    assertThat(content.substring(4, 12)).isEqualTo(("ftyp" + brand + "    ").substring(0, 8));
    assertThat(content.indexOf("moov")).isBetween(1, content.indexOf("mdat"));
    assertThat(content).contains("avc1");
  }

  @Test
  void servesWebm() throws Exception {
    HttpResponse<byte[]> media =
        caller.fetch(render(HttpTestClient.video().put("outputFormat", "WEBM")));
    assertThat(media.headers().firstValue("Content-Type")).contains("video/webm");
    assertThat(media.body()).startsWith(MATROSKA);
    assertThat(new String(media.body(), StandardCharsets.ISO_8859_1)).contains("webm", "V_VP8");
  }

  @Test
  void servesTheProportionsAskedFor() throws Exception {
    byte[] landscape = caller.fetch(render(HttpTestClient.video())).body();
    byte[] portrait =
        caller.fetch(render(HttpTestClient.video().put("width", 1080).put("height", 1920))).body();
    byte[] square =
        caller.fetch(render(HttpTestClient.video().put("width", 1440).put("height", 1440))).body();
    assertThat(landscape).isNotEqualTo(portrait).isNotEqualTo(square);
    assertThat(portrait).isNotEqualTo(square);
  }

  @Test
  void servesPartsOfIt() throws Exception {
    String url = render(HttpTestClient.video());
    byte[] whole = caller.fetch(url).body();
    HttpResponse<byte[]> part = caller.fetch(url, "Range", "bytes=100-199");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.headers().firstValue("Content-Range"))
        .contains("bytes 100-199/" + whole.length);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 100, 200));
    assertThat(caller.fetch(url, "Range", "bytes=-10").body())
        .isEqualTo(Arrays.copyOfRange(whole, whole.length - 10, whole.length));
    assertThat(caller.fetch(url, "Range", "bytes=9999999-").statusCode()).isEqualTo(416);
  }

  @Test
  void takesADownloadUpAgainWhereItBroke() throws Exception {
    String url = render(HttpTestClient.video());
    String modified = caller.fetch(url).headers().firstValue("Last-Modified").orElseThrow();
    HttpResponse<byte[]> rest = caller.fetch(url, "Range", "bytes=500-", "If-Range", modified);
    assertThat(rest.statusCode()).isEqualTo(206);
    assertThat(rest.headers().firstValue("Last-Modified")).contains(modified);
  }

  @Test
  void deletesItWhenItsTimeIsUp() throws Exception {
    String limited = render(HttpTestClient.video().put("ttl", 60));
    String kept = render(HttpTestClient.video());
    clock.advance(Duration.ofSeconds(59));
    assertThat(caller.fetch(limited).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThat(caller.fetch(limited).statusCode()).isEqualTo(404);
    assertThat(caller.fetch(kept).statusCode()).isEqualTo(200);
  }

  @Test
  void hasNothingUnderAnotherName() throws Exception {
    String url = render(HttpTestClient.video());
    assertThat(caller.fetch(url.replace(".mp4", ".mov")).statusCode()).isEqualTo(404);
    assertThat(caller.fetch(url.replaceAll("[^/]+$", "")).statusCode()).isEqualTo(404);
  }

  @Test
  void countsItsDownloads() throws Exception {
    ObjectNode task = HttpTestClient.video();
    caller.fetch(render(task));
    UUID uuid = UUID.fromString(HttpTestClient.uuid(task));
    assertThat(sandbox.ledger().account(uuid).count(LedgerEntry.Kind.DOWNLOAD)).isEqualTo(1);
  }

  private String render(ObjectNode task) throws Exception {
    assertThat(caller.send(task).status()).isEqualTo(200);
    return caller.poll(HttpTestClient.uuid(task)).data().get(0).path("videoURL").asString();
  }
}
