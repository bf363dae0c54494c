package dev.callsheet.spec.protocol;

import static dev.callsheet.spec.protocol.PlatformClients.LONG;
import static dev.callsheet.spec.protocol.PlatformClients.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.error.SafetyException;
import dev.callsheet.runtime.client.job.Cancellation;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
