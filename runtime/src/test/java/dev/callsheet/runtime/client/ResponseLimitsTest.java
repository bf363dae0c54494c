package dev.callsheet.runtime.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callsheet.runtime.client.error.ApiException;
import dev.callsheet.runtime.client.error.JobPendingException;
import dev.callsheet.runtime.client.error.WebhookException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.policy.ResponseLimits;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken from a server is limited, and what is beyond a limit is told. */
class ResponseLimitsTest extends ClientTest {
  private static final ResponseLimits LIMITS = ResponseLimits.standard().withReplySize(10_000);

  private CallsheetClient client(ScriptedPlatform server, ResponseLimits limits) {
    return closing(settings(server).limits(limits).build());
  }

  private static String padding(int length) {
    return "\"padding\":\"" + "x".repeat(length) + "\"";
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void jobsWhoseReplyIsTooLargeTogetherArePolledInSmallerBatches() throws IOException {
    var server =
        server(
            call ->
                call.isPoll()
                    ? ScriptedResponse.data(
                        call.tasks()
                            .valueStream()
                            .map(task -> result(task.path("taskUUID").asString(), padding(3_000)))
                            .toArray(String[]::new))
                    : ScriptedResponse.data(call.ack()));
    var client = client(server, LIMITS);

    var jobs = IntStream.range(0, 20).mapToObj(i -> client.submit(ClipRequest.of(1))).toList();

    jobs.forEach(job -> assertThat(job.await(LONG)).hasSize(1));
  }

  private static String result(String task, String fields) {
    return "{\"taskUUID\":\"%s\",\"videoUUID\":\"%s\",%s}"
        .formatted(task, UUID.randomUUID(), fields);
  }

  @Test
  void aReplyThatIsTooLargeIsToldAndTheJobGoesOn() throws IOException {
    var server =
        server(
            call ->
                ScriptedResponse.data(
                    call.isPoll() ? call.item("\"text\":\"x\"," + padding(20_000)) : call.ack()));
    var job = client(server, LIMITS).submit(ClipRequest.of(1));

    assertPending(job, "The reply is larger than the limit of 10000 bytes");
  }

  private static void assertPending(Job<Clip> job, String message) {
    var told = "";
    for (var i = 0; i < 400 && !told.contains(message); i++) {
      var pending =
          catchThrowableOfType(JobPendingException.class, () -> job.await(Duration.ofMillis(50)));
      told = String.valueOf(pending.getMessage());
    }
    assertThat(told).contains(message);
  }

  @Test
  void aReplyIsNoLargerThanTheLimitWhenItIsUnpacked() throws IOException {
    var server =
        server(
            call -> {
              if (call.isPoll()) {
                return gzipped(
                    "{\"data\":[" + call.item("\"text\":\"x\"," + padding(20_000)) + "]}");
              }
              return gzipped("{\"data\":[" + call.ack() + "]}");
            });
    var job = client(server, LIMITS).submit(ClipRequest.of(1));

    assertPending(job, "The reply is larger than the limit of 10000 bytes");
  }

  private static ScriptedResponse gzipped(String body) {
    try {
      return ScriptedResponse.of(200, gzip(body)).with("Content-Encoding", "gzip");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "deflate"})
  void aReplyInAContentCodingIsReadOrUnknown(String coding) throws IOException {
    var server =
        server(
            call ->
                call.isPoll()
                    ? ScriptedResponse.data(call.success(UUID.randomUUID()))
                    : gzipped("{\"data\":[" + call.ack() + "]}").with("Content-Encoding", coding));

    assertThat(client(server, LIMITS).submit(ClipRequest.of(1)).await(LONG)).hasSize(1);
  }

  @Test
  void headersOfAReplyAreLimited() throws IOException {
    var server =
        server(call -> ScriptedResponse.data(call.ack()).with("X-Padding", "x".repeat(5_000)));
    var client =
        closing(
            settings(server)
                .limits(LIMITS.withHeaderSize(4_000))
                .retries(RetryPolicy.never())
                .build());

    assertThatThrownBy(() -> client.submit(ClipRequest.of(1)).await(LONG))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("The header is larger than the limit of 4000 characters");
  }

  @Test
  void noMoreResultsAreKeptThanAskedForAndAFewMore() throws IOException {
    var server =
        server(
            call ->
                ScriptedResponse.data(
                    IntStream.range(0, 50)
                        .mapToObj(i -> result(call.id(), "\"seed\":" + i))
                        .toArray(String[]::new)));

    assertThat(client(server, ResponseLimits.standard()).submit(ClipRequest.of(2)).await(LONG))
        .hasSize(18);
    assertThat(
            client(server, ResponseLimits.standard().withSurplusResults(0))
                .submit(ClipRequest.of(2))
                .await(LONG))
        .hasSize(2);
  }

  @Test
  void messagesAreCut() throws IOException {
    var server =
        server(
            call ->
                ScriptedResponse.errors(
                    400, "{\"code\":\"invalidModel\",\"message\":\"" + "x".repeat(500) + "\"}"));
    var client = client(server, LIMITS.withMessageLength(20));

    assertThatThrownBy(() -> client.submit(ClipRequest.of(1)).await(LONG))
        .hasMessageStartingWith("x".repeat(20) + "… [VALIDATION");
  }

  @Test
  void aWebhookIsLimited() throws IOException {
    var client = client(server(call -> ScriptedResponse.data(call.ack())), LIMITS);
    var job = client.submit(ClipRequest.of(1));
    var body = result(job.id().toString(), padding(20_000)).getBytes(UTF_8);

    assertThatThrownBy(() -> client.handleWebhook(body))
        .isInstanceOf(WebhookException.class)
        .hasMessageContaining("at most 10000 bytes");
  }

  @ParameterizedTest
  @EnumSource
  void aMessageOverAWebSocketIsLimitedToo(TransportKind transport) throws IOException {
    var platform =
        closing(
            new ScriptedSocket(
                call ->
                    ScriptedResponse.data(
                        call.isPoll()
                            ? call.item("\"text\":\"x\"," + padding(20_000))
                            : call.ack())));
    var client = closing(settings(platform).limits(LIMITS).transport(transport).build());

    assertPending(client.submit(ClipRequest.of(1)), "larger than the limit of 10000 bytes");
  }

  @Test
  void limitsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> LIMITS.withReplySize(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LIMITS.withDownloadSize(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LIMITS.withSurplusResults(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
