package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.Job;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.RawResult;
import dev.callsheet.runtime.client.RunwareClient;
import dev.callsheet.runtime.client.error.SafetyException;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.client.webhook.WebhookReceiver;
import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.RenderFailure;
import dev.callsheet.sandbox.knob.WebhookBody;
import dev.callsheet.sandbox.knob.WebhookNotice;
import dev.callsheet.sandbox.knob.WebhookOrder;
import dev.callsheet.sandbox.knob.WireFault;
import dev.callsheet.sandbox.ledger.Account;
import dev.callsheet.sandbox.ledger.Entry;
import dev.callsheet.sandbox.render.RenderTime;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs that finish by webhook alone: their client would ask for them in an hour. */
final class WebhooksTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration HOUR = Duration.ofHours(1);

  private Sandbox sandbox;
  private RunwareClient client;
  private WebhookReceiver receiver;

  private Job<RawResult> submit(int results, Knobs.Builder knobs) throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .renderTime(RenderTime.fixed(Duration.ofMillis(20)))
                .knobs(knobs.build())
                .build());
    client =
        RunwareClient.builder()
            .endpoint(sandbox.endpoint())
            .apiKey("key-of-a-test")
            .journal(Journal.none())
            .retries(new RetryPolicy(3, HOUR, 1, HOUR, 0))
            .polling(PollPolicy.every(HOUR))
            .build();
    receiver = WebhookReceiver.builder().start(client::deliver);
    return client.submit(
        RawRequest.of(
            Caller.video()
                .put("numberResults", results)
                .put("webhookURL", receiver.url().toString())));
  }

  @AfterEach
  void stop() {
    client.close();
    receiver.close();
    sandbox.close();
  }

  @ParameterizedTest
  @EnumSource
  void finishAJobInEveryForm(WebhookBody form) throws Exception {
    Job<RawResult> job = submit(2, Knobs.builder().webhookBody(form));
    assertThat(job.await(LIMIT)).hasSize(2);
    assertThat(account(job).count(Entry.Kind.POLL)).isZero();
  }

  @Test
  void mayComeTwiceAndInAnyOrder() throws Exception {
    Job<RawResult> job =
        submit(
            3,
            Knobs.builder()
                .webhookCopies(2)
                .webhookOrder(WebhookOrder.LAST_FIRST)
                .webhookNotice(WebhookNotice.PROCESSING));
    assertThat(job.await(LIMIT))
        .extracting(delivery -> delivery.result().mediaUUID())
        .doesNotHaveDuplicates()
        .hasSize(3);
    assertThat(account(job).count(Entry.Kind.POLL)).isZero();
  }

  @Test
  void mayComeBeforeTheReplyToTheSubmission() throws Exception {
    Job<RawResult> job = submit(1, Knobs.builder().wireFaults(WireFault.delayReply(HOUR)));
    assertThat(job.await(LIMIT)).hasSize(1);
    assertThat(account(job).submits()).isEqualTo(1);
  }

  @Test
  void makeUpForAReplyThatIsLost() throws Exception {
    Job<RawResult> job = submit(1, Knobs.builder().wireFaults(WireFault.dropReply()));
    assertThat(job.await(LIMIT)).hasSize(1);
    assertThat(account(job).submits()).isEqualTo(1);
    assertThat(account(job).charges()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void tellOfAFailureInEveryForm(WebhookBody form) throws Exception {
    Job<RawResult> job =
        submit(
            1,
            Knobs.builder()
                .webhookBody(form)
                .renderFailure(RenderFailure.all("imageBlocked", "Not fit to be shown.")));
    assertThatThrownBy(() -> job.await(LIMIT)).isInstanceOf(SafetyException.class);
    assertThat(account(job).count(Entry.Kind.POLL)).isZero();
  }

  private Account account(Job<RawResult> job) {
    return sandbox.ledger().account(job.id());
  }
}
