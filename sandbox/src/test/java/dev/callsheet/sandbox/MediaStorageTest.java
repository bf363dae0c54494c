package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.MediaKind;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.ModelType;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.RawResult;
import dev.callsheet.runtime.client.error.ApiException;
import dev.callsheet.runtime.client.error.ConnectionException;
import dev.callsheet.runtime.client.error.MediaException;
import dev.callsheet.runtime.client.error.NotFoundException;
import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.media.Media;
import dev.callsheet.runtime.client.media.MediaUploaded;
import dev.callsheet.runtime.client.media.RemoteMedia;
import dev.callsheet.runtime.client.media.StoredMedia;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.UnknownMediaPolicy;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.price.PriceEstimator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The client's uploads, and what tasks make of them. */
final class MediaStorageTest {
  private static final Path SAMPLES = Path.of("src/test/resources/media").toAbsolutePath();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final BlockingQueue<MediaUploaded> uploads = new LinkedBlockingQueue<>();
  private Sandbox sandbox;
  private CallsheetClient client;
  private HttpTestClient caller;

  private void start(SandboxBehavior.Builder behavior) throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .renderTime(RenderTime.fixed(Duration.ZERO))
                .behavior(behavior.build())
                .build());
    caller = new HttpTestClient(sandbox);
    client =
        CallsheetClient.builder()
            .endpoint(sandbox.endpoint())
            .apiKey("key-of-a-test")
            .retries(new RetryPolicy(3, Duration.ofMillis(1), 1, Duration.ofMillis(1), 0))
            .polling(PollPolicy.fixedDelay(Duration.ofMillis(20)))
            .listener(
                new JobListener() {
                  @Override
                  public void onUploaded(MediaUploaded event) {
                    uploads.add(event);
                  }
                })
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    sandbox.close();
  }

  @Test
  void storesAFileThatCanBeFetchedAgain() throws Exception {
    start(SandboxBehavior.builder());
    Path file = SAMPLES.resolve("landscape.mp4");

    StoredMedia stored = client.media().upload(Media.of(file).requireKind(MediaKind.VIDEO));

    var fetched = caller.fetch(String.valueOf(stored.mediaURL()));
    assertThat(fetched.body()).isEqualTo(Files.readAllBytes(file));
    assertThat(fetched.headers().firstValue("Content-Type")).contains("video/mp4");
    MediaUploaded event = uploads.poll(20, TimeUnit.SECONDS);
    assertThat(event).extracting(MediaUploaded::parameter).isEqualTo(stored.parameter());
    assertThat(event).extracting(MediaUploaded::bytes).isEqualTo(Files.size(file));
  }

  @Test
  void storesWhatADataUriHolds() throws Exception {
    start(SandboxBehavior.builder());

    StoredMedia stored = client.media().upload(new RemoteMedia("DATA:text/plain,a%20b+c"));

    assertThat(caller.fetch(String.valueOf(stored.mediaURL())).body())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("a b+c");
  }

  @Test
  void storesWhatLiesAtAnAddress() throws Exception {
    start(SandboxBehavior.builder());
    StoredMedia first = client.media().upload(SAMPLES.resolve("square.png"));

    StoredMedia copy = client.media().upload(Media.of(first.mediaURL()));

    assertThat(copy.mediaUUID()).isNotEqualTo(first.mediaUUID());
    assertThat(caller.fetch(String.valueOf(copy.mediaURL())).body())
        .isEqualTo(Files.readAllBytes(SAMPLES.resolve("square.png")));
  }

  @Test
  void usesInATaskWhatWasStored() throws Exception {
    start(SandboxBehavior.builder().unknownMedia(UnknownMediaPolicy.REFUSED));
    StoredMedia stored = client.media().upload(SAMPLES.resolve("landscape.mp4"));

    assertThat(client.submit(RawRequest.of(edit(stored.parameter()))).await(LIMIT)).hasSize(1);
    assertThatThrownBy(
            () -> client.submit(RawRequest.of(edit(UUID.randomUUID().toString()))).await(LIMIT))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("mediaNotFound");
  }

  /** Whoever has the file knows its length, 2.4 seconds: the client, its budget and the sandbox. */
  @Test
  void aStoredVideoIsPricedAndChargedByItsLength() throws Exception {
    start(SandboxBehavior.builder());
    StoredMedia stored = client.media().upload(SAMPLES.resolve("landscape.mp4"));
    PricedRequest request = new PricedRequest(RawRequest.of(edit(stored.parameter())));

    assertThat(client.estimate(request)).hasToString("0.4032 USD");
    assertThat(request.price()).hasToString("0.168 USD/s");

    client.submit(request).await(LIMIT);
    assertThat(sandbox.ledger().account(request.jobId()).totalCharged())
        .isEqualByComparingTo("0.4032");
  }

  /** A request that knows its price, as generated ones do. */
  private record PricedRequest(RawRequest raw) implements ModelRequest<RawResult> {
    @JsonValue
    JsonNode json() {
      return raw.task();
    }

    @Override
    public ModelType<?, RawResult> modelType() {
      return raw.modelType();
    }

    @Override
    public UUID jobId() {
      return raw.jobId();
    }

    @Override
    public int expectedResults() {
      return 1;
    }

    @Override
    public List<Violation> check() {
      return List.of();
    }

    @Override
    public Price price(MediaDurations durations) {
      ModelSpec model = ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow();
      return PriceEstimator.price(model, raw.task(), durations);
    }
  }

  @Test
  void deletesWhatWasStored() throws Exception {
    start(SandboxBehavior.builder());
    StoredMedia stored = client.media().upload(SAMPLES.resolve("square.jpg"));

    client.media().delete(stored.mediaUUID());

    assertThat(caller.fetch(String.valueOf(stored.mediaURL())).statusCode()).isEqualTo(404);
    assertThatThrownBy(() -> client.media().delete(stored.mediaUUID()))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void retriesAfterATransientFault() throws Exception {
    start(
        SandboxBehavior.builder()
            .wireFaults(
                WireFault.status(503).on(WireFault.Target.ANY),
                WireFault.dropReply().on(WireFault.Target.ANY)));

    assertThat(client.media().upload(SAMPLES.resolve("square.jpg")).mediaUUID()).isNotNull();
  }

  @Test
  void givesUpAfterAPersistentFault() throws Exception {
    start(
        SandboxBehavior.builder()
            .wireFaults(WireFault.dropReply().on(WireFault.Target.ANY).times(3)));

    assertThatThrownBy(() -> client.media().upload(SAMPLES.resolve("square.jpg")))
        .isInstanceOf(ConnectionException.class);
  }

  @Test
  void saysWhatTheServerDoesNotTake() throws Exception {
    start(SandboxBehavior.builder());

    assertThat(caller.send(storage("upload", "not Base64!")).error().path("code").asString())
        .isEqualTo("invalidMedia");
    assertThat(caller.send(storage("rename", "AAAA")).error().path("code").asString())
        .isEqualTo("invalidOperation");
    assertThatThrownBy(
            () -> client.media().upload(Media.of(sandbox.endpoint().resolve("/media/none.mp4"))))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("The URL answers 404");
  }

  @Test
  void readsTheFileOfEachAttemptAnew(@TempDir Path directory) throws Exception {
    start(SandboxBehavior.builder());
    Path file = Files.copy(SAMPLES.resolve("square.jpg"), directory.resolve("a.jpg"));
    Media media = Media.of(file);
    Files.delete(file);

    assertThatThrownBy(() -> client.media().upload(media))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("a.jpg");
  }

  private static ObjectNode edit(String video) {
    ObjectNode task = HttpTestClient.valid("edit");
    task.putObject("inputs").put("video", video);
    return task;
  }

  private static ObjectNode storage(String operation, String media) {
    return HttpTestClient.task("mediaStorage")
        .put("taskUUID", UUID.randomUUID().toString())
        .put("operation", operation)
        .put("media", media);
  }
}
