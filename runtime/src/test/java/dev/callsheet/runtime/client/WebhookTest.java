package dev.callsheet.runtime.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.error.SafetyException;
import dev.callsheet.runtime.client.error.WebhookException;
import dev.callsheet.runtime.client.job.Delivery;
import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.job.JobListener.Notified;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.runtime.client.webhook.WebhookReceipt;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a webhook brings, handed to a client that would ask for its jobs in an hour only. */
class WebhookTest extends ClientTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String MEDIA = "11111111-2222-4333-8444-555555555555";
  private static final String OTHER = "66666666-7777-4888-8999-000000000000";

  private final List<Notified> told = new CopyOnWriteArrayList<>();
  private final JobListener listener =
      new JobListener() {
        @Override
        public void onNotified(Notified event) {
          told.add(event);
        }
      };

  private CallsheetClient patient(ScriptedServer server) {
    return closing(
        settings(server).polling(PollPolicy.fixedDelay(HOUR)).listener(listener).build());
  }

  private static String success(UUID task, String media) {
    return ("{\"taskType\":\"videoInference\",\"taskUUID\":\"%s\",\"status\":\"success\","
            + "\"videoUUID\":\"%s\",\"videoURL\":\"http://127.0.0.1:1/v.mp4\"}")
        .formatted(task, media);
  }

  private static byte[] body(String form, String content) {
    return form.replace("#", content).getBytes(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "{\"data\":[#]}",
        "{\"data\":[#],\"errors\":[]}",
        "{\"data\":#}",
        "[#]",
        "{\"result\":#}",
        "{\"event\":\"done\",\"payload\":{\"data\":[#]}}"
      })
  void finishesAJobWhateverItsForm(String form) throws IOException {
    var server = server(call -> ScriptedResponse.data(call.ack()));
    var client = patient(server);
    var job = client.submit(ClipRequest.of(1));

    var receipt = client.handleWebhook(body(form, success(job.id(), MEDIA)));

    assertThat(job.await(LONG)).hasSize(1);
    assertThat(job.await(LONG).get(0).result().mediaUUID()).hasToString(MEDIA);
    assertThat(server.polls()).isEmpty();
    assertThat(receipt).isEqualTo(new WebhookReceipt(Set.of(job.id()), Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"taskUUID\":\"TASK\",\"status\":\"error\",\"code\":\"promptBlocked\",\"message\":\"No.\"}",
        "{\"taskUUID\":\"TASK\",\"code\":\"promptBlocked\",\"message\":\"No.\"}",
        "{\"taskUUID\":\"TASK\",\"status\":\"error\",\"error\":{\"code\":\"promptBlocked\",\"message\":\"No.\"}}",
        "{\"errors\":[{\"taskUUID\":\"TASK\",\"code\":\"promptBlocked\",\"message\":\"No.\"}]}",
        "{\"errors\":{\"taskUUID\":\"TASK\",\"code\":\"promptBlocked\",\"message\":\"No.\"}}",
        "{\"error\":{\"code\":\"promptBlocked\",\"message\":\"No.\"},\"taskUUID\":\"TASK\"}",
        "{\"data\":[],\"errors\":[{\"taskUUID\":\"TASK\",\"code\":\"promptBlocked\",\"message\":\"No.\"}]}"
      })
  void failsAJobWhateverItsForm(String form) throws IOException {
    var client = patient(server(call -> ScriptedResponse.data(call.ack())));
    var job = client.submit(ClipRequest.of(1));

    client.handleWebhook(form.replace("TASK", job.id().toString()).getBytes(UTF_8));

    assertThatThrownBy(() -> job.await(LONG))
        .isInstanceOf(SafetyException.class)
        .hasMessageStartingWith("No.");
  }

  @Test
  void countsAResultOnceHoweverOftenItComes() throws IOException {
    var client = patient(server(call -> ScriptedResponse.data(call.ack())));
    var job = client.submit(ClipRequest.of(2));
    var deliveries = new CopyOnWriteArrayList<Delivery<Clip>>();
    job.onResult(deliveries::add);

    client.handleWebhook(body("#", success(job.id(), OTHER)));
    client.handleWebhook(body("{\"data\":[#]}", success(job.id(), OTHER)));
    assertThat(job.status()).isNotEqualTo(JobStatus.FINISHED);
    client.handleWebhook(body("#", success(job.id(), MEDIA)));

    assertThat(job.await(LONG)).hasSize(2);
    awaitListeners(job);
    assertThat(deliveries).hasSize(2);
    assertThat(told).extracting(Notified::hasNewInformation).containsExactly(true, false, true);
  }

  @Test
  void provesAcceptanceWhenItComesBeforeTheReply() throws Exception {
    var release = new CountDownLatch(1);
    var submitted = new CompletableFuture<Void>();
    var server =
        server(
            call -> {
              submitted.complete(null);
              release.await();
              return ScriptedResponse.dropped();
            });
    var client = patient(server);
    var job = client.submit(ClipRequest.of(1));
    submitted.get(LONG.toSeconds(), TimeUnit.SECONDS);

    client.handleWebhook(body("#", success(job.id(), MEDIA)));

    assertThat(job.await(LONG)).hasSize(1);
    release.countDown();
    assertThat(server.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 400})
  void webhookPrevailsOverLaterReply(int status) throws Exception {
    var client = new CompletableFuture<CallsheetClient>();
    var server =
        server(
            call -> {
              if (call.isPoll()) {
                return ScriptedResponse.data(
                    success(UUID.fromString(call.id()), MEDIA),
                    success(UUID.fromString(call.id()), OTHER));
              }
              client.join().handleWebhook(body("#", success(UUID.fromString(call.id()), MEDIA)));
              return ScriptedResponse.errors(status, call.error("invalidModel"));
            });
    client.complete(closing(settings(server).retries(RetryPolicy.never()).build()));

    var job = client.join().submit(ClipRequest.of(2));

    assertThat(job.await(LONG)).hasSize(2);
    assertThat(server.submissions()).hasSize(1);
  }

  @Test
  void tellsThatATaskIsStillBeingMade() throws IOException {
    var client = patient(server(call -> ScriptedResponse.data(call.ack())));
    var job = client.submit(ClipRequest.of(1));

    client.handleWebhook(
        body(
            "#",
            "{\"taskUUID\":\"%s\",\"status\":\"processing\",\"progress\":40}".formatted(job.id())));
    client.handleWebhook(body("#", success(job.id(), MEDIA)));

    assertThat(job.await(LONG)).hasSize(1);
  }

  @Test
  void saysWhichTasksAreNotFollowedHere() throws IOException {
    var client = patient(server(call -> ScriptedResponse.data(call.ack())));
    var stranger = UUID.randomUUID();

    assertThat(client.handleWebhook(body("#", success(stranger, MEDIA))))
        .isEqualTo(new WebhookReceipt(Set.of(), Set.of(stranger)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "[]", "{}", "7", "{\"data\":[]}", "{\"taskUUID\":\"x\"}"})
  void refusesWhatNamesNoTask(String body) throws IOException {
    var client = patient(server(call -> ScriptedResponse.data(call.ack())));

    assertThatThrownBy(() -> client.handleWebhook(body.getBytes(UTF_8)))
        .isInstanceOf(WebhookException.class);
  }
}
