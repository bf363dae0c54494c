package dev.callsheet.spec.protocol;

import static dev.callsheet.spec.protocol.PlatformClients.LONG;
import static dev.callsheet.spec.protocol.PlatformClients.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.error.ApiException;
import dev.callsheet.runtime.client.error.DownloadException;
import dev.callsheet.runtime.client.error.SafetyException;
import dev.callsheet.runtime.client.job.Cancellation;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Progress;
import dev.callsheet.runtime.client.media.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunwayTest {
  @TempDir Path folder;
  private RunwayServer runway;
  private CallsheetClient client;

  @BeforeEach
  void open() throws IOException {
    runway = new RunwayServer();
    client =
        PlatformClients.builder(
                PlatformClients.impatient(PlatformClients.protocol("runway")),
                runway.uri(""),
                folder.resolve("journal"))
            .build();
  }

  @AfterEach
  void close() {
    client.close();
    runway.close();
  }

  private static RawRequest clip() {
    return request(
        "runway",
        "gen4_turbo",
        "{'model':'gen4_turbo','promptText':'a lighthouse','promptImage':'https://acme.example/a.png'}");
  }

  @Test
  void thePathIsThatOfTheKindOfTask() {
    client.submit(clip()).await(LONG);
    client
        .submit(request("runway", "veo3", "{'model':'veo3','promptText':'a lighthouse'}"))
        .await(LONG);

    assertThat(runway.calls("POST /v1/image_to_video")).hasSize(1);
    assertThat(runway.calls("POST /v1/text_to_video")).hasSize(1);
  }

  @Test
  void theResultIsDownloadedWithoutTheKey() {
    var delivery = client.submit(clip()).await(LONG).get(0);

    assertThat(delivery.download(folder.resolve("out"))).isRegularFile();
    assertThat(runway.calls("/files/").get(0).header("Authorization")).isEmpty();
  }

  @Test
  void theResultHasWhatItCost() {
    var delivery = client.submit(clip()).await(LONG).get(0);

    assertThat(delivery.cost())
        .hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo("0.25"));
    assertThat(client.spending().reported()).isEqualByComparingTo("0.25");
  }

  @Test
  void anAddressThatHasExpiredIsAskedForAgain() {
    var delivery = client.submit(clip()).await(LONG).get(0);
    runway.expired = 1;
    var polls = runway.calls("GET /v1/tasks/").size();

    assertThat(delivery.download(folder.resolve("out"))).isRegularFile();
    assertThat(runway.calls("GET /v1/tasks/")).hasSize(polls + 1);
    assertThat(runway.calls("GET /files/")).hasSize(2);
  }

  @Test
  void addressesThatHaveExpiredAreAskedForAgainOnceForAllFiles() {
    runway.files = 3;
    var delivery = client.submit(clip()).await(LONG).get(0);
    runway.expired = 1;
    var polls = runway.calls("GET /v1/tasks/").size();

    assertThat(delivery.downloadAll(folder.resolve("out"))).hasSize(3);
    assertThat(runway.calls("GET /v1/tasks/")).hasSize(polls + 1);
    assertThat(runway.calls("GET /files/"))
        .extracting(PlatformServer.Call::path)
        .containsExactly(
            "/files/out-1-1.png", "/files/out-2-1.png", "/files/out-2-2.png", "/files/out-2-3.png");
  }

  @Test
  void anAddressThatHasExpiredIsNotAskedForByAClientThatIsClosed() {
    var delivery = client.submit(clip()).await(LONG).get(0);
    runway.expired = 1;
    client.close();

    assertThat(CompletableFuture.supplyAsync(() -> delivery.download(folder.resolve("out"))))
        .failsWithin(LONG)
        .withThrowableThat()
        .withCauseInstanceOf(DownloadException.class)
        .withMessageContaining("HTTP 403");
  }

  @Test
  void aDownloadDoesNotWaitForAnAddressWhenTheClientIsClosed() {
    var delivery = client.submit(clip()).await(LONG).get(0);
    runway.expired = 1;
    runway.answering = new CompletableFuture<>();
    runway.asked = new CompletableFuture<>();

    var download = CompletableFuture.supplyAsync(() -> delivery.download(folder.resolve("out")));
    runway.asked.join();
    client.close();

    assertThat(download)
        .failsWithin(LONG)
        .withThrowableThat()
        .withCauseInstanceOf(DownloadException.class)
        .withMessageContaining("HTTP 403");
    runway.answering.complete(null);
  }

  @Test
  void whetherATaskIsCancelledIsNotWaitedForWhenTheClientIsClosed() {
    runway.pollsUntilEnd = 1_000_000;
    var job = client.submit(clip());
    awaitAccepted(job);
    runway.answering = new CompletableFuture<>();

    var cancellation = job.cancel();
    client.close();

    assertThat(cancellation).succeedsWithin(LONG).isEqualTo(Cancellation.UNKNOWN);
    runway.answering.complete(null);
  }

  @Test
  void whatAnotherProcessLeftIsRenewedToo() {
    var job = client.submit(clip());
    assertThat(job.await(LONG)).hasSize(1);
    client.close();
    runway.expired = 1;

    try (var second =
        PlatformClients.builder(
                PlatformClients.impatient(PlatformClients.protocol("runway")),
                runway.uri(""),
                folder.resolve("journal"))
            .build()) {
      var delivery = second.resume(job.id()).orElseThrow().await(LONG).get(0);

      assertThat(delivery.download(folder.resolve("out"))).isRegularFile();
    }
    assertThat(runway.paid()).isEqualTo(1);
  }

  @Test
  void aFileGoesWithoutTheKeyToWhereTheReplySays() throws IOException {
    var file = Files.write(folder.resolve("keeper.png"), PlatformServer.pictureBytes());

    assertThat(client.upload("runway", Media.of(file)).parameter()).isEqualTo("runway://u1");
    assertThat(runway.calls("POST /v1/uploads").get(0).body().path("filename").asString())
        .isEqualTo("keeper.png");
    var sent = runway.calls("POST /s3").get(0);
    assertThat(sent.header("Authorization")).isEmpty();
    assertThat(sent.text()).contains("filename=\"keeper.png\"").contains("\u0089PNG");
  }

  @Test
  void aFileThatIsNotStoredIsSaidToBe() {
    runway.storageStatus = 400;

    assertThatThrownBy(() -> client.upload("runway", Media.of(PlatformServer.pictureBytes())))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining(
            "127.0.0.1, where Runway has files sent to, does not take the file: HTTP 400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://storage.example/x", "http://", "https://me@storage.example/", "no"})
  void aFileGoesToNoAddressThatIsNone(String storage) {
    runway.storage = storage;

    assertThatThrownBy(() -> client.upload("runway", Media.of(PlatformServer.pictureBytes())))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("names no address where a file may be sent to");
  }

  @Test
  void aFailureHasItsCode() {
    runway.fails = true;

    assertThatThrownBy(() -> client.submit(clip()).await(LONG))
        .isInstanceOf(SafetyException.class)
        .hasMessageContaining("INPUT_PREPROCESSING.SAFETY.IMAGE");
  }

  @Test
  void aLostReplyIsNeverSentAgain() {
    runway.lostReplies.set(1);

    assertThatThrownBy(() -> client.submit(clip()).await(LONG))
        .hasMessageContaining("it is not sent again");
    assertThat(runway.paid()).isEqualTo(1);
  }

  @Test
  void whatIsUnderWayIsCancelledAndItsJobEnds() {
    runway.pollsUntilEnd = 1_000_000;
    var job = client.submit(clip());
    awaitAccepted(job);

    assertThat(job.cancel().join()).isEqualTo(Cancellation.CANCELLED);
    assertThatThrownBy(() -> job.await(LONG)).hasMessageContaining("The task was cancelled");
    assertThat(runway.paid()).isZero();
  }

  @Test
  void whatHasEndedIsNotDeletedByACancellation() {
    runway.pollsUntilEnd = 1_000_000;
    var job = client.submit(clip());
    awaitAccepted(job);

    runway.pollsUntilEnd = 0;
    assertThat(job.cancel().join()).isEqualTo(Cancellation.TOO_LATE);
    assertThat(job.await(LONG)).hasSize(1);
    assertThat(runway.calls("DELETE")).isEmpty();
  }

  private static void awaitAccepted(Job<?> job) {
    var running = new CompletableFuture<Progress>();
    job.onProgress(
        progress -> {
          if (progress.status() == JobStatus.RUNNING) {
            running.complete(progress);
          }
        });
    running.join();
  }

  @Test
  void itIsPolledNoFasterThanItAllows() {
    var poll = Objects.requireNonNull(PlatformClients.protocol("runway").poll());

    assertThat(Objects.requireNonNull(poll.atLeast()).text()).isEqualTo("5s");
  }
}
