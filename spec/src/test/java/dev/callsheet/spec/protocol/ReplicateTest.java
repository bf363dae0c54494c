package dev.callsheet.spec.protocol;

import static dev.callsheet.spec.protocol.PlatformClients.LONG;
import static dev.callsheet.spec.protocol.PlatformClients.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.error.NotFoundException;
import dev.callsheet.runtime.client.error.QuotaException;
import dev.callsheet.runtime.client.error.SafetyException;
import dev.callsheet.runtime.client.media.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicateTest {
  private static final String VERSION =
      "5c7d5dc6dd8bf75c1acaa8565735e7986bc5b66206b55cca93cb72c9bf15ccaa";

  @TempDir Path folder;
  private ReplicateServer replicate;
  private CallsheetClient client;

  @BeforeEach
  void open() throws IOException {
    replicate = new ReplicateServer();
    client = PlatformClients.client("replicate", replicate.uri("/v1"), folder.resolve("journal"));
  }

  @AfterEach
  void close() {
    client.close();
    replicate.close();
  }

  private static RawRequest flux() {
    return request("replicate", "black-forest-labs/flux-dev", "{'prompt':'a lighthouse'}");
  }

  @Test
  void aRequestIsWrappedFollowedAndDownloaded() {
    var delivery = client.submit(flux()).await(LONG).get(0);

    assertThat(delivery.json().path("output")).hasSize(1);
    assertThat(delivery.download(folder.resolve("out"))).isRegularFile();
    assertThat(replicate.calls("POST /v1/predictions").get(0).body())
        .hasToString(
            "{\"input\":{\"prompt\":\"a lighthouse\"},\"version\":\"black-forest-labs/flux-dev\"}");
    assertThat(replicate.calls("/files/").get(0).header("Authorization")).isEmpty();
  }

  @Test
  void aPredictionThatHasEndedWhenItIsAnsweredIsNotPolled() {
    replicate.words = List.of();

    assertThat(client.submit(flux()).await(LONG)).hasSize(1);
    assertThat(replicate.calls("GET /v1/predictions/")).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void whatEndsWithinTheTimeThatTheReplyWaitsIsThere() {
    replicate.runtime = Duration.ofSeconds(5);

    var delivery = client.submit(flux()).await(LONG).get(0);

    assertThat(delivery.download(folder.resolve("out"))).isRegularFile();
    assertThat(replicate.calls("POST /v1/predictions").get(0).header("Prefer")).isEqualTo("wait=5");
    assertThat(replicate.calls("GET /v1/predictions/")).isEmpty();
  }

  @Test
  void theReplyMayTakeLongerThanOthers() {
    replicate.runtime = Duration.ofSeconds(5);

    try (var hurried =
        PlatformClients.builder(
                PlatformClients.protocol("replicate"),
                replicate.uri("/v1"),
                folder.resolve("hurried"))
            .requestTimeout(Duration.ofMillis(1))
            .build()) {
      assertThat(hurried.submit(flux()).await(LONG)).hasSize(1);
    }
    assertThat(replicate.paid()).isEqualTo(1);
  }

  @Test
  void whatTakesLongerThanTheReplyWaitsIsPolled() {
    replicate.runtime = Duration.ofSeconds(6);

    assertThat(client.submit(flux()).await(LONG)).hasSize(1);
    assertThat(replicate.calls("GET /v1/predictions/")).isNotEmpty();
    assertThat(replicate.paid()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme/ink:" + VERSION, VERSION})
  void aVersionIsNamedInPlaceOfTheModel(String model) {
    client.submit(request("replicate", model, "{'prompt':'a lighthouse'}")).await(LONG);

    assertThat(replicate.calls("POST /v1/predictions").get(0).body().path("version").asString())
        .isEqualTo(model);
  }

  @Test
  void aFileIsStoredAndNamed() {
    var stored = client.upload("replicate", Media.of(PlatformServer.pictureBytes()));

    assertThat(stored.parameter()).isEqualTo(replicate.uri("/v1/files/f1").toString());
    var sent = replicate.calls("POST /v1/files").get(0);
    assertThat(sent.header("Authorization")).isEqualTo("Bearer " + PlatformClients.KEY);
    assertThat(sent.text())
        .contains("filename=\"media.png\"\r\nContent-Type: image/png\r\n\r\n\u0089PNG")
        .endsWith("--\r\n");
  }

  @Test
  void aFailureWithoutCodeIsClassifiedByItsWords() {
    replicate.end = "failed";

    assertThatThrownBy(() -> client.submit(flux()).await(LONG))
        .isInstanceOf(SafetyException.class)
        .hasMessageContaining("NSFW content detected");
  }

  @Test
  void aWordForCancelledThatTheOfficialClientDoesNotKnowEndsTheJob() {
    replicate.end = "aborted";

    assertThatThrownBy(() -> client.submit(flux()).await(LONG))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("The task was cancelled");
  }

  @Test
  void aResultThatWasRemovedIsNotWaitedFor() {
    replicate.isRemoved = true;

    assertThatThrownBy(() -> client.submit(flux()).await(LONG))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("does not know the task, or no longer");
  }

  @Test
  void theWaitStandsInTheTextOfARefusal() {
    replicate.throttled.set(1);

    var start = System.nanoTime();
    assertThat(client.submit(flux()).await(LONG)).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
    assertThat(replicate.calls("POST /v1/predictions")).hasSize(2);
  }

  @Test
  void aFileIsSentAgainAfterTheWaitThatStandsInTheRefusal() {
    replicate.throttled.set(1);

    var start = System.nanoTime();
    client.upload("replicate", Media.of(PlatformServer.pictureBytes()));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
    assertThat(replicate.calls("POST /v1/files")).hasSize(2);
  }

  @Test
  void arrearsAreNotWaitedFor() {
    replicate.owesMoney = true;

    assertThatThrownBy(() -> client.submit(flux()).await(LONG))
        .isInstanceOf(QuotaException.class)
        .hasMessageContaining("You have insufficient credit");
    assertThat(replicate.calls("POST /v1/predictions")).hasSize(1);
  }

  @Test
  void aTaskWhoseReplyWasLostIsFoundOnWhateverPageItIs() {
    var others =
        IntStream.range(0, 5)
            .mapToObj(n -> request("replicate", "acme/other", "{'prompt':'" + n + "'}"))
            .map(client::submit)
            .toList();
    others.forEach(job -> assertThat(job.await(LONG)).hasSize(1));
    replicate.lostReplies.set(1);

    assertThat(client.submit(flux()).await(LONG)).hasSize(1);
    assertThat(replicate.paid()).isEqualTo(6);
  }
}
