package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.error.ConnectionException;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.error.ValidationException;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.journal.JobRecord;
import dev.callsheet.runtime.client.journal.JobRecord.Owner;
import dev.callsheet.runtime.client.journal.JobRecord.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest extends ClientTest {
  @TempDir private Path temporary;
  private final ChargingScript till = new ChargingScript();

  private CallsheetClient journalling(ScriptedServer server, Path directory) {
    return closing(settings(server).journal(directory).build());
  }

  private Path first() {
    return temporary.resolve("first");
  }

  /** The first client's journal as another process finds it if the first dies now. */
  private Path afterCrash() {
    return new JournalSnapshot(first()).afterCrash(temporary.resolve("second")).path();
  }

  @Test
  void hasTheTaskOnDiskBeforeItIsSent() throws IOException {
    var written = new CompletableFuture<String>();
    var server =
        server(
            call -> {
              written.complete(new JournalSnapshot(first()).text());
              return till.answer(call);
            });
    var request = ClipRequest.of(1);

    journalling(server, first()).submit(request).await(LONG);

    assertThat(written.join()).contains(request.jobId().toString()).doesNotContain("accepted");
  }

  @Test
  void findsTheTaskWhoseReplyWasLostAndPaysNothingForIt() throws IOException {
    var arrived = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var server =
        server(
            call -> {
              var answer = till.answer(call);
              if (call.number() == 1) {
                arrived.countDown();
                never.await();
              }
              return answer;
            });
    var job = journalling(server, first()).submit(ClipRequest.of(1));
    awaitQuietly(arrived);

    var resumed = journalling(server, afterCrash()).resume();

    assertThat(resumed).extracting(Job::id).containsExactly(job.id());
    assertThat(resumed.get(0).await(LONG)).hasSize(1);
    assertThat(till.charges(job.id())).isEqualTo(1);
    assertThat(server.submissions()).hasSize(1);
  }

  @Test
  void paysOnceEvenWhenTheServerForgetsAUuidThatIsFinished() throws IOException {
    var forgetful = ChargingScript.forgettingFinishedTasks();
    var server =
        server(
            call -> {
              var answer = forgetful.answer(call);
              return call.number() == 1 ? ScriptedResponse.dropped() : answer;
            });
    var request = ClipRequest.of(1);

    assertThat(client(server).submit(request).await(LONG)).hasSize(1);

    assertThat(forgetful.charges(request.jobId())).isEqualTo(1);
  }

  @Test
  void sendsTheSameBytesAgainWhenTheTaskNeverArrived() throws IOException {
    var tries = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var server =
        server(
            call -> {
              if (call.number() == 1) {
                tries.countDown();
                never.await();
              }
              return till.answer(call);
            });
    var job = journalling(server, first()).submit(ClipRequest.prompt("a «whale»\n\u2028 \u0001"));
    awaitQuietly(tries);

    var resumed = journalling(server, afterCrash()).resume(ClipRequest.TYPE);

    List<Delivery<Clip>> deliveries = resumed.get(0).await(LONG);
    assertThat(deliveries.get(0).result().mediaUUID()).isEqualTo(job.id());
    assertThat(server.submissions())
        .extracting(call -> call.tasks().toString())
        .hasSize(2)
        .containsOnly(server.submissions().get(0).tasks().toString());
    assertThat(till.charges(job.id())).isEqualTo(1);
  }

  @Test
  void restoresUnacknowledgedResults() throws IOException {
    var server = server(till);
    var client = journalling(server, first());
    var job = client.submit(ClipRequest.of(1));
    job.await(LONG);
    assertThat(client.jobs()).extracting(JobRecord::phase).containsExactly(Phase.FINISHED);
    var calls = server.calls().size();

    var second = journalling(server, afterCrash());
    var resumed = second.resume();

    assertThat(resumed.get(0).await(LONG).get(0).result().mediaUUID()).isEqualTo(job.id());
    assertThat(server.calls()).hasSize(calls);
    assertThat(second.resume()).as("handed out already").isEmpty();
    assertThat(second.jobs()).as("still not taken").hasSize(1);
  }

  @Test
  void forgetsAJobThatIsAcknowledged() throws IOException {
    var server = server(till);
    var client = journalling(server, first());
    var job = client.submit(ClipRequest.of(1));
    assertThatThrownBy(() -> client.attach(ClipRequest.TYPE, UUID.randomUUID(), 1).acknowledge())
        .isInstanceOf(IllegalStateException.class);
    job.await(LONG);

    job.acknowledge();

    assertThat(client.jobs()).extracting(JobRecord::id).doesNotContain(job.id());
    assertThat(client.resume()).isEmpty();
  }

  @Test
  void leavesNoFileWhenEverythingIsTaken() throws IOException {
    var server = server(till);
    try (var client = journalling(server, first())) {
      var job = client.submit(ClipRequest.of(1));
      job.await(LONG);
      job.acknowledge();
    }

    assertThat(first()).isEmptyDirectory();
  }

  @Test
  void takesAnAcknowledgmentAfterTheClientIsClosed() throws IOException {
    var server = server(till);
    var client = journalling(server, first());
    var job = client.submit(ClipRequest.of(1));
    job.await(LONG);
    client.close();
    assertThat(first()).isNotEmptyDirectory();

    job.acknowledge();

    assertThat(journalling(server, first()).jobs()).isEmpty();
    assertThat(first()).isEmptyDirectory();
  }

  @Test
  void forgetsATaskThatIsRefusedOnceTheCallerIsTold() throws IOException {
    var server = server(call -> ScriptedResponse.errors(400, call.error("invalidParameter")));
    var client = journalling(server, first());
    var job = client.submit(ClipRequest.of(1));

    assertThatThrownBy(() -> job.await(LONG)).isInstanceOf(ValidationException.class);

    assertThat(client.jobs()).isEmpty();
  }

  @Test
  void resumesTaskWithUncertainSubmission() throws IOException {
    var server =
        server(call -> call.number() <= 4 ? ScriptedResponse.dropped() : till.answer(call));
    var client = journalling(server, first());
    var job = client.submit(ClipRequest.of(1));
    assertThatThrownBy(() -> job.await(LONG))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("resume it");
    assertThat(client.jobs()).extracting(JobRecord::phase).containsExactly(Phase.UNCERTAIN);

    var resumed = client.resume(job.id());

    assertThat(resumed.orElseThrow().await(LONG)).hasSize(1);
    assertThat(till.charges(job.id())).isEqualTo(1);
  }

  @Test
  void takesUpWhatAClosedClientLeft() throws IOException {
    var slow = new CountDownLatch(1);
    var server =
        server(
            call ->
                call.isPoll() && slow.getCount() > 0
                    ? ScriptedResponse.data(call.processing())
                    : till.answer(call));
    var client = journalling(server, first());
    var job = client.submit(ClipRequest.of(1));
    job.recorded().join();
    client.close();
    slow.countDown();

    var next = journalling(server, first());

    assertThat(next.jobs()).extracting(JobRecord::owner).containsExactly(Owner.NONE);
    assertThat(next.resume())
        .singleElement()
        .satisfies(it -> assertThat(it.await(LONG)).hasSize(1));
    assertThat(next.jobs()).extracting(JobRecord::owner).containsExactly(Owner.THIS_SESSION);
    assertThat(till.charges(job.id())).isEqualTo(1);
  }

  @Test
  void leavesJobsOfOtherModelsAndAccountsToOthers() throws IOException {
    var server = server(till);
    var job = journalling(server, first()).submit(ClipRequest.of(1));
    job.await(LONG);
    var left = afterCrash();
    var other = RawRequest.type("runware", "acme:still@1");

    assertThat(journalling(server, left).resume(other)).isEmpty();
    assertThat(closing(settings(server).journal(left).apiKey("other").build()).resume()).isEmpty();
    assertThat(closing(settings(server).journal(left).account("mine").build()).resume()).isEmpty();
    assertThat(journalling(server, left).resume(ClipRequest.TYPE)).hasSize(1);
  }

  @Test
  void givesTheResultsOfARequestThatIsSubmittedAgain() throws IOException {
    var server = server(till);
    var client = journalling(server, first());
    var request = ClipRequest.of(1);
    client.submit(request).await(LONG);

    assertThat(client.submit(request).await(LONG)).hasSize(1);

    assertThat(server.submissions()).hasSize(1);
    var other = new ClipRequest(request.jobId(), "another whale", null, 1);
    assertThatThrownBy(() -> client.submit(other).await(LONG))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("Another request with the UUID");
  }

  @Test
  void resubmitsTaskThatFailedCompletely() throws IOException {
    var server =
        server(
            call ->
                call.number() == 1
                    ? ScriptedResponse.errors(402, call.error("insufficientCredits"))
                    : till.answer(call));
    var client = journalling(server, first());
    var request = ClipRequest.of(1);
    awaitListeners(client.submit(request));

    assertThat(client.submit(request).await(LONG)).hasSize(1);

    assertThat(client.jobs()).extracting(JobRecord::phase).containsExactly(Phase.FINISHED);
    var found = journalling(server, afterCrash()).resume();
    assertThat(found.get(0).await(LONG)).hasSize(1);
  }

  @Test
  void sendsNothingWhenTheJournalCannotBeWritten() throws IOException {
    var server = server(till);
    Files.writeString(first(), "a file where the directory should be");

    assertThatThrownBy(() -> journalling(server, first()))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("it is not a directory")
        .hasMessageContaining("CALLSHEET_JOURNAL");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void sendsNothingWhenTheDirectoryHasGone() throws IOException {
    var server = server(till);
    var client = journalling(server, first());
    Files.delete(first());

    var job = client.submit(ClipRequest.of(1));

    assertThatThrownBy(() -> job.await(LONG))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("The journal cannot be kept in " + first());
    assertThat(job.recorded()).isCompletedExceptionally();
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void journalNeverContainsTheKey() throws IOException {
    var server =
        server(call -> ScriptedResponse.data(call.item("\"videoURL\":\"http://h/" + KEY + "\"")));
    var client = journalling(server, first());
    var job = client.submit(ClipRequest.of(1));
    job.await(LONG);
    client.close();

    var text = new JournalSnapshot(first()).text();

    assertThat(text).contains("[key]", job.id().toString()).doesNotContain(KEY);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void listsTheJobsOfAllItsPlatformsOldestFirst() throws IOException {
    var server = server(call -> ScriptedResponse.data());
    var client =
        closing(
            settings(server)
                .endpoint("fal", server.endpoint())
                .apiKey("fal", KEY)
                .journal(first())
                .build());
    var jobs =
        Stream.of("", "fal", "")
            .map(platform -> RawRequest.type(platform, "acme:clip@1"))
            .map(type -> client.attach(type, UUID.randomUUID(), 1))
            .toList();
    jobs.forEach(job -> job.recorded().join());

    assertThat(client.jobs())
        .extracting(JobRecord::id)
        .containsExactlyElementsOf(jobs.stream().map(Job::id).toList());
    assertThat(client.jobs()).extracting(JobRecord::owner).containsOnly(Owner.THIS_SESSION);
  }
}
