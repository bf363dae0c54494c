package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.sandbox.HttpTestClient.Response;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.behavior.WireFault.Target;
import dev.callsheet.sandbox.ledger.TaskAccount;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What can go wrong between a caller and the API. */
final class WireFaultTest {
  private Sandbox sandbox;
  private HttpTestClient caller;

  private void start(WireFault... faults) throws IOException {
    SandboxBehavior behavior = SandboxBehavior.builder().wireFaults(faults).build();
    sandbox = Sandbox.start(SandboxOptions.builder().behavior(behavior).build());
    caller = new HttpTestClient(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({"429,rateLimitExceeded", "503,serviceUnavailable", "504,timeout"})
  void aFaultIsAppliedTheConfiguredNumberOfTimes(int status, String code) throws Exception {
    start(WireFault.status(status).times(2));
    ObjectNode task = HttpTestClient.video();
    for (int i = 0; i < 2; i++) {
      Response answer = caller.send(task);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.error().path("code").asString()).isEqualTo(code);
      assertThat(answer.header("Retry-After")).isEmpty();
    }
    assertThat(account(task).submissionCount()).isZero();
    assertThat(caller.send(task).status()).isEqualTo(200);
    assertThat(account(task).chargeCount()).isEqualTo(1);
  }

  @Test
  void aStatusFaultCanSendRetryAfter() throws Exception {
    start(WireFault.status(429, Duration.ofSeconds(7)));
    assertThat(caller.send(HttpTestClient.video()).header("Retry-After")).isEqualTo("7");
  }

  @Test
  void aGatewayCanGiveUpWhileTheTaskGoesOn() throws Exception {
    start(WireFault.status(504).afterAccepting());
    ObjectNode task = HttpTestClient.video();
    assertThat(caller.send(task).status()).isEqualTo(504);
    assertThat(caller.poll(HttpTestClient.uuid(task)).data()).hasSize(1);
    assertThat(caller.send(task).error().path("code").asString()).isEqualTo("conflictTaskUUID");
    assertThat(account(task).chargeCount()).isEqualTo(1);
  }

  @Test
  void aProxyAnswersInHtml() throws Exception {
    start(WireFault.htmlPage(502));
    Response answer = caller.send(HttpTestClient.video());
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.response().body()).startsWith("<html>");
  }

  @Test
  void aReplyGetsLostAfterTheTaskWasAccepted() throws Exception {
    start(WireFault.dropReply());
    ObjectNode task = HttpTestClient.video();
    assertThatThrownBy(() -> caller.send(task)).isInstanceOf(IOException.class);
    assertThat(account(task).chargeCount()).isEqualTo(1);
    assertThat(caller.poll(HttpTestClient.uuid(task)).data()).hasSize(1);
  }

  @Test
  void aConnectionEndsBeforeTheTaskWasAccepted() throws Exception {
    start(WireFault.dropReply().beforeAccepting());
    ObjectNode task = HttpTestClient.video();
    assertThatThrownBy(() -> caller.send(task)).isInstanceOf(IOException.class);
    assertThat(account(task).submissionCount()).isZero();
    assertThat(caller.send(task).status()).isEqualTo(200);
  }

  @Test
  void aReplyComesLate() throws Exception {
    Duration late = Duration.ofMillis(120);
    start(WireFault.delayReply(late));
    long before = System.nanoTime();
    assertThat(caller.send(HttpTestClient.video()).status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(late);
  }

  @Test
  void faultsCanTargetPollsOnly() throws Exception {
    start(WireFault.status(503).on(Target.POLL));
    ObjectNode task = HttpTestClient.video();
    assertThat(caller.send(task).status()).isEqualTo(200);
    assertThat(caller.poll(HttpTestClient.uuid(task)).status()).isEqualTo(503);
    assertThat(caller.poll(HttpTestClient.uuid(task)).status()).isEqualTo(200);
  }

  @Test
  void faultsAreAppliedInOrder() throws Exception {
    start(WireFault.status(429), WireFault.status(500).on(Target.ANY), WireFault.htmlPage(502));
    assertThat(caller.send(HttpTestClient.video()).status()).isEqualTo(429);
    assertThat(caller.send(HttpTestClient.task("ping")).status()).isEqualTo(500);
    assertThat(caller.send(HttpTestClient.video()).status()).isEqualTo(502);
    assertThat(caller.send(HttpTestClient.video()).status()).isEqualTo(200);
  }

  private TaskAccount account(ObjectNode task) {
    return sandbox.ledger().account(UUID.fromString(HttpTestClient.uuid(task)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=503,on=submit,before",
        "status=429,retry-after=2500ms,on=poll,times=3,before",
        "html=502,on=any,after",
        "error=providerError,on=submit,before",
        "error=providerError,nobody,on=submit,before",
        "beside=providerError,on=submit,after",
        "drop,on=submit,before",
        "silence,on=poll,after",
        "cut=1000,on=media,after",
        "delay=5000ms,on=submit,after"
      })
  void aFaultIsWrittenAsItIsRead(String text) throws Exception {
    start();
    assertThat(WireFault.parse(text).text()).isEqualTo(text);
  }
}
