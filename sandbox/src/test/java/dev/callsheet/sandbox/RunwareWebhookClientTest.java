package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.RawResult;
import dev.callsheet.runtime.client.error.SafetyException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.client.webhook.WebhookReceiver;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WebhookBody;
import dev.callsheet.sandbox.behavior.WebhookNotice;
import dev.callsheet.sandbox.behavior.WebhookOrder;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.sandbox.ledger.TaskAccount;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs that finish by webhook alone: their client would ask for them in an hour. */
final class RunwareWebhookClientTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration HOUR = Duration.ofHours(1);

  private Sandbox sandbox;
  private CallsheetClient client;
  private WebhookReceiver receiver;

  private Job<RawResult> submit(int results, SandboxBehavior.Builder behavior) throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .renderTime(RenderTime.fixed(Duration.ofMillis(20)))
                .behavior(behavior.build())
                .build());
    client =
        CallsheetClient.builder()
            .endpoint(sandbox.endpoint())
            .apiKey("key-of-a-test")
            .journal(Journal.none())
            .retries(new RetryPolicy(3, HOUR, 1, HOUR, 0))
            .polling(PollPolicy.fixedDelay(HOUR))
            .build();
    receiver = WebhookReceiver.builder().start(client::handleWebhook);
    return client.submit(
        RawRequest.of(
            HttpTestClient.video()
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
  void everyWebhookBodyFinishesAJob(WebhookBody form) throws Exception {
    Job<RawResult> job = submit(2, SandboxBehavior.builder().webhookBody(form));
    assertThat(job.await(LIMIT)).hasSize(2);
    assertThat(account(job).count(LedgerEntry.Kind.POLL)).isZero();
  }

  @Test
  void webhooksMayArriveTwiceAndInAnyOrder() throws Exception {
    Job<RawResult> job =
        submit(
            3,
            SandboxBehavior.builder()
                .webhookCopies(2)
                .webhookOrder(WebhookOrder.LAST_FIRST)
                .webhookNotice(WebhookNotice.PROCESSING));
    assertThat(job.await(LIMIT))
        .extracting(delivery -> delivery.result().mediaUUID())
        .doesNotHaveDuplicates()
        .hasSize(3);
    assertThat(account(job).count(LedgerEntry.Kind.POLL)).isZero();
  }

  @Test
  void webhooksMayArriveBeforeTheSubmissionReply() throws Exception {
    Job<RawResult> job =
        submit(1, SandboxBehavior.builder().wireFaults(WireFault.delayReply(HOUR)));
    assertThat(job.await(LIMIT)).hasSize(1);
    assertThat(account(job).submissionCount()).isEqualTo(1);
  }

  @Test
  void webhooksReplaceALostReply() throws Exception {
    Job<RawResult> job = submit(1, SandboxBehavior.builder().wireFaults(WireFault.dropReply()));
    assertThat(job.await(LIMIT)).hasSize(1);
    assertThat(account(job).submissionCount()).isEqualTo(1);
    assertThat(account(job).chargeCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void everyWebhookBodyReportsAFailure(WebhookBody form) throws Exception {
    Job<RawResult> job =
        submit(
            1,
            SandboxBehavior.builder()
                .webhookBody(form)
                .renderFailure(RenderFailure.all("imageBlocked", "Not fit to be shown.")));
    assertThatThrownBy(() -> job.await(LIMIT)).isInstanceOf(SafetyException.class);
    assertThat(account(job).count(LedgerEntry.Kind.POLL)).isZero();
  }

  private TaskAccount account(Job<RawResult> job) {
    return sandbox.ledger().account(job.id());
  }
}
