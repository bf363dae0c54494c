package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.error.JobPendingException;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.journal.JournalSession;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A client whose session could not be heard of for a while, with a task that it is to send. */
class TakenOverJobTest extends ClientTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();

  @Test
  void aTaskThatIsAnotherSessionsByNowIsNotSent() throws IOException {
    var job = submit(time -> CompletableFuture.completedFuture(false));

    assertThatThrownBy(() -> job.await(LONG))
        .isInstanceOfSatisfying(
            JobPendingException.class,
            pending -> assertThat(pending.reason()).isEqualTo(JobPendingException.Reason.DETACHED));
    assertThat(job.status()).isEqualTo(JobStatus.DETACHED);
    assertThat(sent).hasValue(0);
  }

  @Test
  void aTaskIsSentOnceItIsKnownToBeThisSessions() throws IOException {
    var job =
        submit(
            time ->
                time == 1
                    ? CompletableFuture.failedFuture(new JournalException("it is away", null))
                    : CompletableFuture.completedFuture(true));

    assertThat(job.await(LONG)).hasSize(1);
    assertThat(asked).hasValueGreaterThan(1);
    assertThat(sent).hasValue(1);
  }

  private Job<RawResult> submit(IntFunction<CompletableFuture<Boolean>> answer) throws IOException {
    var none = Journal.none();
    var server =
        server(
            call -> {
              if (!call.isPoll()) {
                sent.incrementAndGet();
              }
              return call.isPoll()
                  ? ScriptedResponse.data(
                      call.item(
                          "\"status\":\"success\",\"videoUUID\":\"%s\",\"videoURL\":\"https://media.example/a.mp4\""
                              .formatted(call.id())))
                  : ScriptedResponse.data(call.ack());
            });
    var client =
        closing(
            settings(server)
                .journal(
                    scope ->
                        new Asked(none.open(scope), () -> answer.apply(asked.incrementAndGet())))
                .build());
    return client.submit(
        RawRequest.of(
            new JsonMapper()
                .readTree(
                    "{\"taskType\":\"videoInference\",\"model\":\"acme:clip@1\",\"taskUUID\":\"%s\"}"
                        .formatted(UUID.randomUUID()))));
  }

  private interface Answer {
    CompletableFuture<Boolean> isOwn();
  }

  private record Asked(JournalSession session, Answer answer) implements ForwardingJournalSession {
    @Override
    public CompletableFuture<Boolean> confirm(UUID job) {
      return answer.isOwn();
    }
  }
}
