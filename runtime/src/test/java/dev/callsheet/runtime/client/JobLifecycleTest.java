package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callsheet.runtime.client.error.JobPendingException;
import dev.callsheet.runtime.client.error.JobPendingException.Reason;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class JobLifecycleTest extends ClientTest {
  private static final Logger CLIENT_LOG = Logger.getLogger(CallsheetClient.class.getName());
  private static final UUID MEDIA = UUID.randomUUID();

  private final AtomicBoolean ready = new AtomicBoolean();

  /** Delivers one of two results at once, and the other when {@link #ready}. */
  private ScriptedServer slow() throws IOException {
    return server(
        call ->
            !call.isPoll()
                ? ScriptedResponse.data(call.ack())
                : ready.get()
                    ? ScriptedResponse.data(
                        call.success(MEDIA), call.success(UUID.fromString(call.id())))
                    : ScriptedResponse.data(call.success(MEDIA), call.processing()));
  }

  @Test
  void staysUsableAfterADeadline() throws IOException {
    var job = client(slow()).submit(ClipRequest.of(2));
    var first = new CompletableFuture<Delivery<Clip>>();
    job.onResult(first::complete);
    first.join();

    var pending = catchThrowableOfType(JobPendingException.class, () -> job.await(Duration.ZERO));

    assertThat(pending.reason()).isEqualTo(Reason.DEADLINE);
    assertThat(pending.job()).isEqualTo(job.id());
    assertThat(job.results()).hasSize(1);
    assertThat(job.status()).isEqualTo(JobStatus.RUNNING);
    ready.set(true);
    assertThat(job.await(LONG)).hasSize(2);
  }

  @Test
  void saysAtTheDeadlineWhatWentWrong() throws IOException {
    var polled = new CompletableFuture<Void>();
    var server =
        server(
            call -> {
              if (!call.isPoll()) {
                return ScriptedResponse.data(call.ack());
              }
              if (call.number() > 3) {
                polled.complete(null);
              }
              return ScriptedResponse.errors(403, call.error("forbidden"));
            });
    var job = client(server).submit(ClipRequest.of(1));
    polled.join();

    assertThatThrownBy(() -> job.await(Duration.ofMillis(1)))
        .isInstanceOf(JobPendingException.class)
        .hasMessageContaining("The last attempt to follow it failed: about forbidden");
  }

  @Test
  void setsTheInterruptFlagAgain() throws IOException {
    var job = client(slow()).submit(ClipRequest.of(2));
    Thread.currentThread().interrupt();

    var pending = catchThrowableOfType(JobPendingException.class, () -> job.await(LONG));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(pending.reason()).isEqualTo(Reason.INTERRUPTED);
  }

  @Test
  void comesBackToATaskByItsId() throws IOException {
    ready.set(true);
    var task = UUID.randomUUID();

    var job = client(slow()).attach(ClipRequest.TYPE, task, 2);

    assertThat(job.await(LONG)).hasSize(2);
    assertThat(job.id()).isEqualTo(task);
  }

  @Test
  void givesTheJobThatIsUnderWayWhenAttachedTo() throws IOException {
    var client = client(slow());
    var job = client.submit(ClipRequest.of(2));

    var again = client.attach(ClipRequest.TYPE, job.id(), 2);
    ready.set(true);

    assertThat(again.await(LONG)).hasSize(2);
    assertThat(job.await(LONG)).hasSize(2);
  }

  @Test
  void closingClientEndsWaiting() throws IOException {
    var client = client(slow());
    var future = client.submit(ClipRequest.of(2)).future();

    client.close();
    client.close();

    var failure = catchThrowableOfType(CompletionException.class, future::join);
    assertThat(failure).hasCauseInstanceOf(JobPendingException.class);
    assertThatThrownBy(() -> client.submit(ClipRequest.of(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void canBeDetachedAndAttachedToAgain() throws IOException {
    var client = client(slow());
    var job = client.submit(ClipRequest.of(2));
    job.onResult(any -> job.detach());
    awaitListeners(job);

    ready.set(true);

    assertThatThrownBy(() -> job.await(LONG)).isInstanceOf(JobPendingException.class);
    assertThat(client.attach(ClipRequest.TYPE, job.id(), 2).await(LONG)).hasSize(2);
  }

  @Test
  void leavesTheJobAloneWhenItsFutureIsCancelled() throws IOException {
    var job = client(slow()).submit(ClipRequest.of(2));

    assertThat(job.future().cancel(true)).isTrue();
    ready.set(true);

    assertThat(job.future().join()).hasSize(2);
  }

  @Test
  void survivesAListenerThatThrows() throws IOException {
    CLIENT_LOG.setUseParentHandlers(false);
    ready.set(true);
    var job = client(slow()).submit(ClipRequest.of(2));
    job.onProgress(
        progress -> {
          throw new IllegalStateException("an error of the user's");
        });

    assertThat(job.await(LONG)).hasSize(2);
    awaitListeners(job);
    CLIENT_LOG.setUseParentHandlers(true);
  }

  @Test
  void tellsAListenerOfEveryStep() throws IOException {
    ready.set(true);
    var steps = new CopyOnWriteArrayList<String>();
    var lastStep = new CompletableFuture<Void>();
    var client =
        closing(
            settings(slow())
                .listener(
                    new JobListener() {
                      @Override
                      public void onSubmitting(Submitting event) {
                        steps.add("submitting " + event.attempt());
                      }

                      @Override
                      public void onAccepted(Accepted event) {
                        steps.add("accepted after " + event.attempts());
                      }

                      @Override
                      public void onPolled(Polled event) {
                        steps.add("polled " + event.jobs().size());
                      }

                      @Override
                      public void onFinished(Progress progress) {
                        steps.add("finished with " + progress.delivered());
                        lastStep.complete(null);
                      }
                    })
                .build());

    client.submit(ClipRequest.of(2));
    lastStep.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();

    assertThat(steps)
        .containsExactly("submitting 1", "accepted after 1", "polled 1", "finished with 2");
  }
}
