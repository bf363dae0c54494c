package dev.callsheet.spec.protocol;

import static dev.callsheet.spec.protocol.PlatformClients.LONG;
import static dev.callsheet.spec.protocol.PlatformClients.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.error.ApiException;
import dev.callsheet.runtime.client.error.AuthException;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.error.JobPendingException;
import dev.callsheet.runtime.client.error.MediaException;
import dev.callsheet.runtime.client.error.ProviderException;
import dev.callsheet.runtime.client.error.SafetyException;
import dev.callsheet.runtime.client.error.ValidationException;
import dev.callsheet.runtime.client.job.Cancellation;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Progress;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import dev.callsheet.runtime.client.media.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FalTest {
  @TempDir Path folder;
  private FalServer fal;
  private CallsheetClient client;

  @BeforeEach
  void open() throws IOException {
    fal = new FalServer();
    client = PlatformClients.client("fal", fal.uri(""), folder.resolve("journal"));
  }

  @AfterEach
  void close() {
    client.close();
    fal.close();
  }

  private static RawRequest flux() {
    return request("fal", "fal-ai/flux/dev", "{'prompt':'a lighthouse','num_images':2}");
  }

  @Test
  void aRequestIsSubmittedFollowedFetchedAndDownloaded() {
    var deliveries = client.submit(flux()).await(LONG);

    assertThat(deliveries).hasSize(1);
    assertThat(deliveries.get(0).json().path("seed").asInt()).isEqualTo(42);
    assertThat(deliveries.get(0).downloadAll(folder.resolve("out"))).hasSize(2);
    assertThat(fal.calls("POST /fal-ai/flux/dev"))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call.body())
                    .hasToString("{\"prompt\":\"a lighthouse\",\"num_images\":2}"));
    assertThat(fal.calls("/status")).hasSize(3);
    assertThat(client.jobs()).as("downloaded, so acknowledged").isEmpty();
  }

  @Test
  void theKeyGoesToThePlatformAndToNoMedia() {
    client.submit(flux()).await(LONG).get(0).downloadAll(folder.resolve("out"));

    assertThat(fal.calls("/files/"))
        .hasSize(2)
        .allSatisfy(call -> assertThat(call.header("Authorization")).isEmpty());
    assertThat(fal.calls("/fal-ai/"))
        .allSatisfy(call -> assertThat(call.header("Authorization")).startsWith("Key "));
  }

  @Test
  void aFileIsAnnouncedAndThenSentWithoutTheKey() {
    fal.uploadFaults.set(1);
    var start = System.nanoTime();

    assertThat(client.upload("fal", Media.of(PlatformServer.pictureBytes())).parameter())
        .isEqualTo("https://v3.fal.media/files/a");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("the wait that the storage asks for")
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    assertThat(fal.calls("POST /storage/upload/initiate").get(0).body())
        .hasToString("{\"content_type\":\"image/png\",\"file_name\":\"media.png\"}");
    assertThat(fal.calls("PUT /upload/a"))
        .as("the first was answered with 503")
        .hasSize(2)
        .allSatisfy(
            call -> {
              assertThat(call.header("Authorization")).isEmpty();
              assertThat(call.header("Content-Type")).isEqualTo("image/png");
              assertThat(call.text()).startsWith("\u0089PNG");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403, 404, 422})
  void whatTheStorageRefusesIsNotSaidOfTheAccount(int status) {
    fal.uploadFaults.set(1);
    fal.uploadFault = status;

    assertThatThrownBy(() -> client.upload("fal", Media.of(PlatformServer.pictureBytes())))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining(
            "127.0.0.1, where fal has files sent to, does not take the file: HTTP " + status);
    assertThat(fal.calls("PUT /upload/a")).hasSize(1);
  }

  @Test
  void aFileThatCannotBeReadIsNotSentAgain() throws IOException {
    var file = Files.write(folder.resolve("keeper.png"), PlatformServer.pictureBytes());
    var media = Media.of(file);
    Files.write(file, new byte[] {1});

    assertThatThrownBy(() -> client.upload("fal", media))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("Cannot read " + file);
    assertThat(fal.calls("POST /storage/upload/initiate")).hasSize(1);
  }

  @Test
  void aLinkToAnotherHostGetsNoKeyAndIsNotFollowed() throws IOException {
    try (var stranger = new FalServer()) {
      fal.linksTo = stranger.uri("").toString();

      var job = client.submit(flux());
      assertThatThrownBy(() -> job.await(Duration.ofMillis(300)))
          .isInstanceOf(JobPendingException.class)
          .hasMessageContaining("The address of `GET {poll}` is none of fal");
      assertThat(stranger.calls("")).isEmpty();
    }
  }

  @Test
  void aFailureThatShowsAtTheResultOnlyIsOne() {
    fal.fate = FalServer.Fate.FAILS_AT_THE_RESULT_ONLY;

    var failure =
        catchThrowableOfType(SafetyException.class, () -> client.submit(flux()).await(LONG));

    assertThat(failure.error().message()).isEqualTo("The content was flagged");
    assertThat(failure.error().code()).isEqualTo("content_policy_violation");
    assertThat(failure.error().parameters()).containsExactly("prompt");
    assertThat(failure.error().isRetryable()).isFalse();
  }

  @Test
  void aFailureThatShowsAtTheStatusIsOneToo() {
    fal.fate = FalServer.Fate.FAILS_AT_THE_STATUS;

    assertThatThrownBy(() -> client.submit(flux()).await(LONG))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("The runner went away")
        .hasMessageContaining("runner_disconnected");
  }

  @Test
  void aFaultOfTheAppEndsTheJobThoughItLooksLikeOneOfTheServer() {
    fal.fate = FalServer.Fate.FAILS_WITH_A_FAULT_OF_THE_APP;

    var failure = catchThrowableOfType(ApiException.class, () -> client.submit(flux()).await(LONG));

    assertThat(failure.error().category()).isEqualTo(ErrorCategory.PROVIDER);
    assertThat(failure.error().isRetryable()).isTrue();
  }

  @Test
  void aWordThatNobodyKnowsMeansThatItGoesOn() {
    fal.words = List.of("IN_QUEUE", "WARMING_UP", "WARMING_UP", "IN_PROGRESS");

    assertThat(client.submit(flux()).await(LONG)).hasSize(1);
  }

  @Test
  void aRefusalNamesTheParameter() {
    assertThatThrownBy(
            () -> client.submit(request("fal", "fal-ai/flux/dev", "{'num_images':2}")).await(LONG))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("field required")
        .hasMessageContaining("parameter prompt");
    assertThat(fal.paid()).isZero();
  }

  @Test
  void aWrongKeyIsSaidToBeOne() {
    var protocol = PlatformClients.protocol("fal");
    try (var stranger =
        PlatformClients.builder(protocol, fal.uri(""), folder.resolve("other"))
            .apiKey("fal", "wrong")
            .build()) {
      assertThatThrownBy(() -> stranger.submit(flux()).await(LONG))
          .isInstanceOf(AuthException.class);
    }
  }

  @Test
  void tooManyRequestsAreSentAgain() {
    fal.refusals.set(2);

    assertThat(client.submit(flux()).await(LONG)).hasSize(1);
    assertThat(fal.paid()).isEqualTo(1);
  }

  @Test
  void aTaskWhoseReplyWasLostIsFoundInTheListAndPaidOnce() {
    fal.lostReplies.set(1);

    assertThat(client.submit(flux()).await(LONG)).hasSize(1);
    assertThat(fal.paid()).isEqualTo(1);
    assertThat(fal.calls("by-endpoint").get(0).query())
        .contains("endpoint_id=fal-ai/flux/dev")
        .contains("start=");
  }

  @Test
  void aTaskThatIsNotListedIsNeverSentAgain() {
    fal.lostReplies.set(1);
    fal.isListed = false;

    assertThatThrownBy(() -> client.submit(flux()).await(LONG))
        .hasMessageContaining("The task may have been accepted all the same");
    assertThat(fal.paid()).isEqualTo(1);
    assertThat(client.jobs())
        .singleElement()
        .satisfies(job -> assertThat(job.phase()).isEqualTo(Phase.UNCERTAIN));
  }

  @Test
  void twoRequestsThatAreAlikeAndLostAreTwoTasks() {
    fal.lostReplies.set(2);

    var one = client.submit(flux());
    var other = client.submit(flux());

    assertThat(one.await(LONG)).hasSize(1);
    assertThat(other.await(LONG)).hasSize(1);
    assertThat(fal.paid()).isEqualTo(2);
    assertThat(client.jobs()).extracting(job -> job.reference()).doesNotHaveDuplicates();
  }

  @Test
  void aCancellationThatWasRequestedMayComeTooLate() {
    fal.words = Collections.nCopies(1_000_000, "IN_PROGRESS");
    var job = client.submit(flux());
    awaitAccepted(job);

    assertThat(job.cancel().join()).isEqualTo(Cancellation.REQUESTED);
    fal.words = List.of();
    assertThat(job.await(LONG)).hasSize(1);
    assertThat(job.cancel().join()).isEqualTo(Cancellation.TOO_LATE);
    assertThat(fal.calls("PUT ")).as("nobody cancels what has ended").hasSize(1);
  }

  @Test
  void whatHasEndedAtThePlatformIsNotCancelled() {
    fal.words = Collections.nCopies(1_000_000, "IN_PROGRESS");
    var job = client.submit(flux());
    awaitAccepted(job);

    fal.words = List.of();
    assertThat(job.cancel().join()).isEqualTo(Cancellation.TOO_LATE);
    assertThat(job.await(LONG)).hasSize(1);
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
  void aJobIsResumedByItsLinks() {
    fal.words = Collections.nCopies(1_000_000, "IN_PROGRESS");
    var polled = new CompletableFuture<JobListener.Polled>();
    var first =
        PlatformClients.builder(
                PlatformClients.protocol("fal"), fal.uri(""), folder.resolve("shared"))
            .listener(
                new JobListener() {
                  @Override
                  public void onPolled(Polled event) {
                    polled.complete(event);
                  }
                })
            .build();
    var id = first.submit(flux()).id();
    polled.join();
    first.close();

    fal.words = List.of();
    try (var second = PlatformClients.client("fal", fal.uri(""), folder.resolve("shared"))) {
      var job = second.resume(id).orElseThrow();
      assertThat(job.await(LONG)).hasSize(1);
    }
    assertThat(fal.paid()).isEqualTo(1);
  }
}
