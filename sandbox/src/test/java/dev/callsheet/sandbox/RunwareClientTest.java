package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.RawResult;
import dev.callsheet.runtime.client.download.DownloadOptions;
import dev.callsheet.runtime.client.download.DownloadedFile;
import dev.callsheet.runtime.client.error.SafetyException;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.Outcome;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.media.Media;
import dev.callsheet.runtime.client.media.MediaType;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.sandbox.behavior.ConflictWindow;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.sandbox.ledger.TaskAccount;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** The client against results that are the reply to their submission. */
final class RunwareClientTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private Sandbox sandbox;
  private CallsheetClient client;

  private void start(Duration renderTime, SandboxBehavior.Builder behavior) throws IOException {
    start(renderTime, behavior, LIMIT);
  }

  private void start(Duration renderTime, SandboxBehavior.Builder behavior, Duration requestTimeout)
      throws IOException {
    sandbox =
        Sandbox.start(
            InkwellModels.options()
                .renderTime(RenderTime.fixed(renderTime))
                .behavior(behavior.build())
                .build());
    client =
        CallsheetClient.builder()
            .endpoint(sandbox.endpoint())
            .apiKey("key-of-a-test")
            .journal(Journal.none())
            .requestTimeout(requestTimeout)
            .retries(new RetryPolicy(4, Duration.ofMillis(10), 1, Duration.ofMillis(10), 0))
            .polling(PollPolicy.fixedDelay(Duration.ofMillis(20)))
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    sandbox.close();
  }

  @Test
  void takesResultsFromTheReplyAndNeverPolls() throws Exception {
    start(Duration.ofMillis(30), SandboxBehavior.builder());
    ObjectNode task = InkwellModels.image().put("numberResults", 3).put("includeCost", true);
    Job<RawResult> job = client.submit(RawRequest.of(task));
    assertThat(job.await(LIMIT))
        .hasSize(3)
        .allSatisfy(
            delivery -> assertThat(delivery.cost().orElseThrow()).isEqualByComparingTo("0.004"));
    assertThat(account(job).count(LedgerEntry.Kind.REPLY)).isEqualTo(3);
    assertThat(account(job).count(LedgerEntry.Kind.POLL)).isZero();
    assertThat(account(job).totalCharged()).isEqualByComparingTo("0.012");
  }

  @ParameterizedTest
  @CsvSource({
    "URL,JPG,.jpg",
    "URL,WEBP,.webp",
    "base64Data,JPG,.jpg",
    "base64Data,PNG,.png",
    "base64Data,WEBP,.webp",
    "dataURI,JPG,.jpg",
    "dataURI,PNG,.png",
    "dataURI,WEBP,.webp"
  })
  void bringsImagesToDiskInWhateverFormTheyCome(
      String outputType, String format, String ending, @TempDir Path directory) throws Exception {
    start(Duration.ZERO, SandboxBehavior.builder());
    ObjectNode task = InkwellModels.image().put("outputFormat", format);
    Delivery<RawResult> delivery = deliver(task.put("outputType", outputType));
    Path file = delivery.download(directory);
    assertThat(file.getFileName()).hasToString(delivery.result().mediaUUID() + ending);
    assertThat(Media.of(Files.readAllBytes(file)).type())
        .map(MediaType::extension)
        .contains(ending.substring(1));
  }

  @ParameterizedTest
  @CsvSource({"sync,base64Data", "sync,dataURI", "async,base64Data", "async,dataURI"})
  void bringsVideosToDiskInWhateverFormTheyCome(
      String deliveryMethod, String outputType, @TempDir Path directory) throws Exception {
    start(Duration.ZERO, SandboxBehavior.builder());
    ObjectNode task = InkwellModels.video().put("deliveryMethod", deliveryMethod);
    Path file = deliver(task.put("outputType", outputType)).download(directory);
    assertThat(file.getFileName().toString()).endsWith(".mp4");
    assertThat(Media.of(Files.readAllBytes(file)).seconds())
        .hasValueSatisfying(seconds -> assertThat(seconds).isEqualByComparingTo("5"));
  }

  @Test
  void takesUpDownloadsThatBreak(@TempDir Path directory) throws Exception {
    start(
        Duration.ZERO,
        SandboxBehavior.builder()
            .wireFaults(WireFault.truncate(1000), WireFault.truncate(500), WireFault.truncate(0)));
    Delivery<RawResult> delivery = deliver(InkwellModels.video());
    AtomicLong received = new AtomicLong();
    DownloadedFile file =
        delivery.download(
            DownloadOptions.into(directory)
                .withFileName("heron")
                .onProgress(
                    progress ->
                        assertThat(progress.received())
                            .isGreaterThan(received.getAndSet(progress.received()))));
    assertThat(Files.readAllBytes(file.file())).isEqualTo(fetched(delivery));
    assertThat(file.file()).hasFileName("heron.mp4");
    assertThat(received).hasValue(file.bytes());
  }

  @Test
  void pollsOnWhenTheServerStopsWaitingAndPaysOnce() throws Exception {
    start(Duration.ofMillis(250), SandboxBehavior.builder().syncWindow(Duration.ofMillis(50)));
    Job<RawResult> job = client.submit(RawRequest.of(InkwellModels.image()));
    assertThat(job.await(LIMIT)).hasSize(1);
    assertThat(account(job).submissionCount()).isEqualTo(1);
    assertThat(account(job).count(LedgerEntry.Kind.REPLY)).isZero();
    assertThat(account(job).chargeCount()).isEqualTo(1);
  }

  @Test
  void pollsOnWhenItStopsWaitingBeforeTheServerDoesAndPaysOnce() throws Exception {
    start(Duration.ofMillis(900), SandboxBehavior.builder(), Duration.ofMillis(300));
    Job<RawResult> job = client.submit(RawRequest.of(InkwellModels.image()));
    assertThat(job.await(LIMIT)).hasSize(1);
    assertThat(account(job).submissionCount()).isEqualTo(1);
    assertThat(account(job).count(LedgerEntry.Kind.POLL)).isEqualTo(1);
    assertThat(account(job).chargeCount()).isEqualTo(1);
  }

  @Test
  void paysOnceForAFinishedTaskWhoseReplyWasLostEvenIfItsUuidMayBeUsedAgain() throws Exception {
    start(
        Duration.ZERO,
        SandboxBehavior.builder()
            .conflictWindow(ConflictWindow.RUNNING)
            .wireFaults(WireFault.dropReply()));
    Job<RawResult> job = client.submit(RawRequest.of(InkwellModels.image()));
    assertThat(job.await(LIMIT)).hasSize(1);
    assertThat(account(job).chargeCount()).isEqualTo(1);
  }

  @Test
  void keepsResultsWhenOthersFail() throws Exception {
    start(Duration.ZERO, SandboxBehavior.builder().renderFailure(blocked(1)));
    Job<RawResult> job =
        client.submit(RawRequest.of(InkwellModels.image().put("numberResults", 3)));
    assertThat(job.await(LIMIT)).hasSize(2);
    assertThat(job.results())
        .last()
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.error().code()).isEqualTo("imageBlocked"));
  }

  @Test
  void saysWhyThereIsNoResultAndDoesNotTryAgain() throws Exception {
    start(Duration.ZERO, SandboxBehavior.builder().renderFailure(blocked(2)));
    Job<RawResult> job =
        client.submit(RawRequest.of(InkwellModels.image().put("numberResults", 2)));
    assertThatThrownBy(() -> job.await(LIMIT))
        .isInstanceOf(SafetyException.class)
        .hasMessageContaining("Not fit to be shown.");
    assertThat(account(job).submissionCount()).isEqualTo(1);
  }

  private Delivery<RawResult> deliver(ObjectNode task) {
    List<Delivery<RawResult>> deliveries = client.submit(RawRequest.of(task)).await(LIMIT);
    assertThat(deliveries).hasSize(1);
    return deliveries.get(0);
  }

  private TaskAccount account(Job<RawResult> job) {
    return sandbox.ledger().account(job.id());
  }

  private static RenderFailure blocked(int results) {
    return new RenderFailure(results, "imageBlocked", "Not fit to be shown.");
  }

  /** The file as another client has it, without faults. */
  private static byte[] fetched(Delivery<RawResult> delivery) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(delivery.result().mediaURL()).toURL().openStream()) {
      return file.readAllBytes();
    }
  }
}
