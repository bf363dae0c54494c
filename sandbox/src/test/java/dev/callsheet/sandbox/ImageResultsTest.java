package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.behavior.RenderTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Results of models that make images, and the forms that media can be handed over in. */
final class ImageResultsTest {
  private static Sandbox sandbox;
  private static HttpTestClient caller;

  @BeforeAll
  static void start() throws IOException {
    sandbox =
        Sandbox.start(InkwellModels.options().renderTime(RenderTime.fixed(Duration.ZERO)).build());
    caller = new HttpTestClient(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({"1920,1080", "1024,1024", "768,1344"})
  void imagesAreJpgOfTheRequestedSize(int width, int height) throws Exception {
    HttpResponse<byte[]> media =
        fetch(InkwellModels.image().put("width", width).put("height", height), "JPG");
    assertThat(media.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertSize(media.body(), width, height);
  }

  @Test
  void imagesHaveTheDefaultSize() throws Exception {
    assertSize(fetch(InkwellModels.image(), "PNG").body(), 1024, 1024);
  }

  @Test
  void imagesAreServedAsPng() throws Exception {
    HttpResponse<byte[]> media = fetch(InkwellModels.image().put("height", 576), "PNG");
    assertThat(media.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(text(media.body())).startsWith("\u0089PNG");
    assertSize(media.body(), 1024, 576);
  }

  @Test
  void imagesAreServedAsWebp() throws Exception {
    HttpResponse<byte[]> media = fetch(InkwellModels.image(), "WEBP");
    assertThat(media.headers().firstValue("Content-Type")).contains("image/webp");
    assertThat(text(media.body())).startsWith("RIFF").containsSubsequence("WEBP", "VP8");
  }

  @Test
  void drawingsHaveTheRequestedSize() throws Exception {
    HttpResponse<byte[]> media = fetch(InkwellModels.image().put("height", 576), "SVG");
    assertThat(media.headers().firstValue("Content-Type")).contains("image/svg+xml");
    assertThat(text(media.body())).startsWith("<svg ").contains("width=\"1024\" height=\"576\"");
  }

  @ParameterizedTest
  @CsvSource({"JPG,image/jpeg", "PNG,image/png", "WEBP,image/webp", "SVG,image/svg+xml"})
  void imagesComeInTheRequestedOutputType(String format, String mediaType) throws Exception {
    byte[] picture = fetch(InkwellModels.image().put("seed", 3), format).body();
    String base64 = Base64.getEncoder().encodeToString(picture);

    JsonNode plain =
        image(InkwellModels.image().put("seed", 3).put("outputType", "base64Data"), format);
    assertThat(plain.propertyNames())
        .containsExactly("taskType", "taskUUID", "imageUUID", "imageBase64Data", "seed");
    assertThat(plain.path("imageBase64Data").asString()).isEqualTo(base64);

    JsonNode uri = image(InkwellModels.image().put("seed", 3).put("outputType", "dataURI"), format);
    assertThat(uri.propertyNames())
        .containsExactly("taskType", "taskUUID", "imageUUID", "imageDataURI", "seed");
    assertThat(uri.path("imageDataURI").asString())
        .isEqualTo("data:" + mediaType + ";base64," + base64);
  }

  @ParameterizedTest
  @CsvSource({"URL,videoURL", "base64Data,videoBase64Data", "dataURI,videoDataURI"})
  void videosComeInEveryOutputType(String outputType, String field) throws Exception {
    ObjectNode task = InkwellModels.video().put("outputType", outputType);
    assertThat(caller.send(task).data().get(0).propertyNames())
        .containsExactly("taskType", "taskUUID");
    assertThat(caller.poll(HttpTestClient.uuid(task)).data().get(0).propertyNames())
        .containsExactly("taskType", "taskUUID", "status", "videoUUID", field);
  }

  @Test
  void imagesReportSeedSafetyCheckAndCostOnRequest() throws Exception {
    ObjectNode task = InkwellModels.image().put("seed", 7).put("includeCost", true);
    task.put("numberResults", 3).putObject("safety").put("checkContent", true);
    JsonNode images = caller.send(task).data();
    assertThat(images)
        .hasSize(3)
        .allSatisfy(
            image -> {
              assertThat(image.path("NSFWContent").isBoolean()).isTrue();
              assertThat(image.path("cost").decimalValue()).isEqualByComparingTo("0.004");
            });
    assertThat(images).extracting(image -> image.path("seed").asInt()).containsExactly(7, 8, 9);
    assertThat(images).extracting(image -> image.path("imageUUID")).doesNotHaveDuplicates();
    assertThat(sandbox.ledger().account(UUID.fromString(HttpTestClient.uuid(task))).totalCharged())
        .isEqualByComparingTo("0.012");
  }

  @Test
  void seedsWrapAroundToZero() throws Exception {
    ObjectNode task = InkwellModels.image().put("seed", Long.MAX_VALUE).put("numberResults", 2);
    assertThat(caller.send(task).data())
        .extracting(image -> image.path("seed").asLong())
        .containsExactly(Long.MAX_VALUE, 0L);
  }

  @Test
  void aFormatWithoutSamplesIsRejected() throws Exception {
    HttpTestClient.Response answer = caller.send(InkwellModels.image().put("outputFormat", "TIFF"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().path("code").asString()).isEqualTo("unsupportedOutputFormat");
    assertThat(answer.error().path("parameter").asString()).isEqualTo("outputFormat");
  }

  @Test
  void resultsWithoutMediaAreRejected() throws Exception {
    HttpTestClient.Response answer = caller.send(InkwellModels.sound());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().path("code").asString()).isEqualTo("unsupportedTaskType");
    assertThat(answer.error().path("message").asString())
        .contains("inkwell:chime@1", "`response`", "`media:");
  }

  private static JsonNode image(ObjectNode task, String format) throws Exception {
    return caller.send(task.put("outputFormat", format)).data().get(0);
  }

  private static HttpResponse<byte[]> fetch(ObjectNode task, String format) throws Exception {
    String url = image(task, format).path("imageURL").asString();
    assertThat(url).endsWith("." + format.toLowerCase(Locale.ROOT));
    return caller.fetch(url);
  }

  private static void assertSize(byte[] picture, int width, int height) throws IOException {
    var decoded = ImageIO.read(new ByteArrayInputStream(picture));
    assertThat(decoded.getWidth()).isEqualTo(width);
    assertThat(decoded.getHeight()).isEqualTo(height);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
