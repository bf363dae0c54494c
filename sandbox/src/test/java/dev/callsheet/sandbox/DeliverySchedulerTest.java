package dev.callsheet.sandbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.callsheet.runtime.internal.journal.JournalLine;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WebhookBody;
import dev.callsheet.sandbox.behavior.WebhookOrder;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is brought to a receiver without being asked for again. */
final class DeliverySchedulerTest {
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> refusals = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> refusedUploads = new LinkedBlockingQueue<>();
  private HttpServer receiver;
  private Sandbox sandbox;
  private HttpTestClient caller;

  /** What came in at the receiver. */
  private record Received(String method, String mediaType, String body) {
    JsonNode json() {
      return HttpTestClient.JSON.readTree(body);
    }
  }

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(
              new Received(
                  exchange.getRequestMethod(),
                  exchange.getRequestHeaders().getFirst("Content-Type"),
                  new String(body, StandardCharsets.ISO_8859_1)));
          boolean isUpload = exchange.getRequestMethod().equals("PUT");
          Integer refusal = (isUpload ? refusedUploads : refusals).poll();
          exchange.sendResponseHeaders(refusal == null ? 204 : refusal, -1);
          exchange.close();
        });
    receiver.start();
  }

  private void start(SandboxBehavior behavior) throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .renderTime(RenderTime.fixed(Duration.ZERO))
                .behavior(behavior)
                .build());
    caller = new HttpTestClient(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
    receiver.stop(0);
  }

  @Test
  void tellsTheWebhookOfEachResult() throws Exception {
    start(SandboxBehavior.defaults());
    ObjectNode task = hooked().put("numberResults", 2);
    caller.send(task);
    JsonNode polled = caller.poll(HttpTestClient.uuid(task)).data();
    JsonNode one = take().json();
    JsonNode two = take().json();
    assertThat(one.propertyNames()).containsExactly("data");
    assertThat(one.path("data")).hasSize(1);
    assertThat(java.util.List.of(one.at("/data/0"), two.at("/data/0")))
        .containsExactlyInAnyOrderElementsOf(polled);
  }

  @Test
  void aWebhookBodyCanBeFlat() throws Exception {
    start(SandboxBehavior.builder().webhookBody(WebhookBody.FLAT).build());
    ObjectNode task = hooked();
    caller.send(task);
    assertThat(take().json()).isEqualTo(caller.poll(HttpTestClient.uuid(task)).data().get(0));
  }

  @Test
  void tellsTheWebhookOfAFailure() throws Exception {
    start(
        SandboxBehavior.builder()
            .renderFailure(RenderFailure.all("taskFailed", "It failed."))
            .build());
    caller.send(hooked());
    assertThat(take().json().at("/errors/0/code").asString()).isEqualTo("taskFailed");
  }

  @Test
  void whatIsResetIsNotDelivered() throws Exception {
    start(SandboxBehavior.builder().stagger(Duration.ofMillis(400)).build());
    ObjectNode before = hooked().put("numberResults", 2);
    caller.send(before);
    assertThat(take().body()).contains(HttpTestClient.uuid(before));
    sandbox.reset();
    ObjectNode after = hooked().put("numberResults", 2);
    caller.send(after);
    // The second result of the task before would be due first.
    assertThat(take().body()).contains(HttpTestClient.uuid(after));
    assertThat(take().body()).contains(HttpTestClient.uuid(after));
    assertThat(received).isEmpty();
  }

  /**
   * The webhook hears of the first result before the end: that is kept when its upload begins. It
   * hears of the second from whoever goes on from there.
   */
  @Test
  void whatIsDueWhenASandboxEndsIsBroughtByTheNextOne(@TempDir Path folder) throws Exception {
    ManualClock clock = new ManualClock();
    SandboxOptions options =
        SandboxOptions.builder()
            .renderTime(RenderTime.fixed(Duration.ZERO))
            .behavior(SandboxBehavior.builder().stagger(Duration.ofHours(1)).build())
            .state(folder)
            .build();
    sandbox = Sandbox.start(options, clock);
    caller = new HttpTestClient(sandbox);
    caller.send(hooked().put("numberResults", 2).put("uploadEndpoint", receiverURL()));
    JsonNode first = take().json();
    assertThat(take().method()).isEqualTo("PUT");
    sandbox.close();

    clock.advance(Duration.ofHours(2));
    sandbox = Sandbox.start(options, clock);

    Received next = take();
    while (next.method().equals("PUT")) {
      next = take();
    }
    assertThat(next.json().at("/data/0/taskUUID")).isEqualTo(first.at("/data/0/taskUUID"));
    assertThat(next.json().at("/data/0/videoUUID")).isNotEqualTo(first.at("/data/0/videoUUID"));
  }

  /** Two results that are finished at the same time and fail alike are two. */
  @Test
  void eachOfTwoEqualFailuresIsBroughtByTheNextOne(@TempDir Path folder) throws Exception {
    ManualClock clock = new ManualClock();
    SandboxOptions options =
        SandboxOptions.builder()
            .renderTime(RenderTime.fixed(Duration.ofHours(1)))
            .behavior(
                SandboxBehavior.builder()
                    .stagger(Duration.ZERO)
                    .webhookOrder(WebhookOrder.LAST_FIRST)
                    .renderFailure(RenderFailure.all("taskFailed", "It failed."))
                    .build())
            .state(folder)
            .build();
    sandbox = Sandbox.start(options, clock);
    caller = new HttpTestClient(sandbox);
    ObjectNode task = hooked().put("deliveryMethod", "async").put("numberResults", 2);
    caller.send(task);
    sandbox.close();
    Path file = folder.resolve("runware/state.jsonl");
    Files.write(
        file,
        JournalLine.encode(
            "{\"in\":\"deliveries\",\"of\":\"%s\",\"name\":\"0 webhook\",\"value\":true}"
                .formatted(HttpTestClient.uuid(task))),
        StandardOpenOption.APPEND);

    clock.advance(Duration.ofHours(2));
    sandbox = Sandbox.start(options, clock);

    assertThat(take().json().at("/errors/0/code").asString()).isEqualTo("taskFailed");
  }

  @Test
  void retriesAWebhookUntilItIsConfirmed() throws Exception {
    start(SandboxBehavior.defaults());
    refusals.add(500);
    refusals.add(302);
    caller.send(hooked());
    Received first = take();
    assertThat(take()).isEqualTo(first);
    assertThat(take()).isEqualTo(first);
  }

  /**
   * A result follows the one before it, and its upload its webhook, when that is in the ledger:
   * with the second upload, all that was before it is there.
   */
  @Test
  void whatIsNotConfirmedIsInTheLedger() throws Exception {
    start(SandboxBehavior.builder().webhookOrder(WebhookOrder.LAST_FIRST).build());
    refusals.add(500);
    refusedUploads.add(403);
    ObjectNode task = hooked().put("uploadEndpoint", receiverURL()).put("numberResults", 2);
    caller.send(task);
    for (int uploads = 0; uploads < 2; ) {
      uploads += take().method().equals("PUT") ? 1 : 0;
    }
    assertThat(entry(task, LedgerEntry.Kind.WEBHOOK_FAILURE))
        .isEqualTo("webhook not confirmed: HTTP 500, attempt 1 of 10");
    assertThat(entry(task, LedgerEntry.Kind.UPLOAD_FAILURE)).contains("HTTP 403");
    assertThat(entry(task, LedgerEntry.Kind.WEBHOOK)).startsWith("webhook confirmed, attempt ");
  }

  @Test
  void aReceiverThatNeverAnswersCostsNoThreadAndHoldsUpNobody() throws Exception {
    start(SandboxBehavior.defaults());
    try (ServerSocket silent = new ServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
      int before = Thread.activeCount();
      for (int i = 0; i < 100; i++) {
        caller.send(
            HttpTestClient.video()
                .put("webhookURL", "http://127.0.0.1:" + silent.getLocalPort() + "/"));
      }
      caller.send(hooked());
      take();
      assertThat(Thread.activeCount() - before).isLessThan(40);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "webhookURL, http:///x, names no host",
    "webhookURL, http://127.0.0.1:99999/, no port 99999",
    "webhookURL, ftp://example.com/x, neither http",
    "webhookURL, http://a_b.example:0/, names no host",
    "uploadEndpoint, http://example.com:0/x, no port 0",
    "uploadEndpoint, file:///etc/passwd, neither http"
  })
  void anAddressThatCannotBeIsRefusedBeforeItIsCharged(
      String parameter, String address, String reason) throws Exception {
    start(SandboxBehavior.defaults());
    ObjectNode task = HttpTestClient.video().put(parameter, address);
    JsonNode error = caller.send(task).error();
    assertThat(error.path("parameter").asString()).isEqualTo(parameter);
    assertThat(error.path("message").asString()).contains(reason);
    assertThat(sandbox.ledger().account(HttpTestClient.uuid(task)).chargeCount()).isZero();
  }

  /** The note of the first entry of that kind. */
  private String entry(ObjectNode task, LedgerEntry.Kind kind) {
    return sandbox.ledger().account(HttpTestClient.uuid(task)).entries().stream()
        .filter(entry -> entry.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind))
        .note();
  }

  @Test
  void putsTheMediaToTheUploadEndpoint() throws Exception {
    start(SandboxBehavior.defaults());
    ObjectNode task = HttpTestClient.video().put("uploadEndpoint", receiverURL());
    caller.send(task);
    Received upload = take();
    assertThat(upload.method()).isEqualTo("PUT");
    assertThat(upload.mediaType()).isEqualTo("video/mp4");
    JsonNode result = caller.poll(HttpTestClient.uuid(task)).data().get(0);
    byte[] served = caller.fetch(result.path("videoURL").asString()).body();
    assertThat(upload.body()).isEqualTo(new String(served, StandardCharsets.ISO_8859_1));
  }

  @Test
  void deliversNothingForRejectedTasks() throws Exception {
    start(SandboxBehavior.defaults());
    caller.send(hooked().put("duration", 1));
    ObjectNode accepted = hooked();
    caller.send(accepted);
    assertThat(take().json().at("/data/0/taskUUID").asString())
        .isEqualTo(HttpTestClient.uuid(accepted));
    assertThat(received).isEmpty();
  }

  private Received take() throws InterruptedException {
    return requireNonNull(received.poll(20, TimeUnit.SECONDS), "nothing was delivered");
  }

  private ObjectNode hooked() {
    return HttpTestClient.video().put("webhookURL", receiverURL());
  }

  private String receiverURL() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/in?token=t";
  }
}
