package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.error.JobPendingException;
import dev.callsheet.runtime.client.error.JobPendingException.Arrival;
import dev.callsheet.runtime.client.error.JobPendingException.Reason;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who stops waiting is told whether the server has the task. */
class JobArrivalTest extends ClientTest {
  private static final RetryPolicy PATIENT =
      new RetryPolicy(4, Duration.ofHours(1), 1, Duration.ofHours(1), 0);

  private final CountDownLatch retrying = new CountDownLatch(1);
  private final JobListener listener =
      new JobListener() {
        @Override
        public void onRetrying(Retrying event) {
          retrying.countDown();
        }
      };

  /** How waiting ends once the first attempt has failed. */
  private JobPendingException pendingAfterFirstAttempt(CallsheetClientBuilder settings)
      throws InterruptedException {
    var job =
        closing(settings.listener(listener).retries(PATIENT).build()).submit(ClipRequest.of(1));
    assertThat(retrying.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return pending(job);
  }

  private static JobPendingException pending(Job<?> job) {
    return catchThrowableOfType(JobPendingException.class, () -> job.await(Duration.ofMillis(200)));
  }

  @Test
  void nothingHasReachedAPortThatIsClosed() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var server = server(call -> ScriptedResponse.dropped());
    var address = URI.create("http://127.0.0.1:" + port + "/v1");

    var pending = pendingAfterFirstAttempt(settings(server).endpoint(address));

    assertThat(pending.arrival()).isEqualTo(Arrival.NOT_SENT);
    assertThat(pending.reason()).isEqualTo(Reason.DEADLINE);
    assertThat(pending)
        .hasMessageContaining("nothing of it has reached the server")
        .hasMessageContaining("Cannot connect to http://127.0.0.1:" + port)
        .hasMessageNotContaining("goes on");
  }

  @Test
  void nothingIsPaidAfterRefusalsOnly() throws Exception {
    var server = server(call -> ScriptedResponse.errors(429, call.error("rateLimitExceeded")));

    var pending = pendingAfterFirstAttempt(settings(server));

    assertThat(pending.arrival()).isEqualTo(Arrival.NOT_SENT);
    assertThat(pending.lastError()).matches(e -> e.category() == ErrorCategory.RATE_LIMIT);
    assertThat(pending).hasMessageNotContaining("goes on");
  }

  @Test
  void aTaskInTheQueueHasNotBeenSentEither() throws Exception {
    var server =
        server(
            call ->
                ScriptedResponse.errors(429, call.error("rateLimitExceeded"))
                    .with("Retry-After", "600"));
    var client = closing(settings(server).listener(listener).build());
    client.submit(ClipRequest.of(1));
    assertThat(retrying.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

    assertThat(pending(client.submit(ClipRequest.of(1))).arrival()).isEqualTo(Arrival.NOT_SENT);
  }

  @Test
  void aLostReplyLeavesItOpen() throws Exception {
    var pending = pendingAfterFirstAttempt(settings(server(call -> ScriptedResponse.dropped())));

    assertThat(pending.arrival()).isEqualTo(Arrival.UNKNOWN);
    assertThat(pending).hasMessageContaining("the server may have the task");
  }

  @Test
  void anAcceptedTaskGoesOn() throws IOException {
    var server =
        server(call -> ScriptedResponse.data(call.isPoll() ? call.processing() : call.ack()));
    var job = client(server).submit(ClipRequest.of(1));

    JobPendingException pending;
    do {
      pending = pending(job);
    } while (pending.arrival() != Arrival.ACCEPTED);

    assertThat(pending).hasMessageContaining("the task goes on at the server");
  }

  @Test
  void aClosedClientSaysItToo() throws Exception {
    var server = server(call -> ScriptedResponse.errors(429, call.error("rateLimitExceeded")));
    var client = closing(settings(server).listener(listener).retries(PATIENT).build());
    var job = client.submit(ClipRequest.of(1));
    assertThat(retrying.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

    client.close();

    assertThat(pending(job).reason()).isEqualTo(Reason.DETACHED);
    assertThat(pending(job).arrival()).isEqualTo(Arrival.NOT_SENT);
  }
}
