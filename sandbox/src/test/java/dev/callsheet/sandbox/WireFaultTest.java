package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.sandbox.Caller.Answer;
import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.WireFault;
import dev.callsheet.sandbox.knob.WireFault.Target;
import dev.callsheet.sandbox.ledger.Account;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What can go wrong between a caller and the API. */
final class WireFaultTest {
  private Sandbox sandbox;
  private Caller caller;

  private void start(WireFault... faults) throws IOException {
    Knobs knobs = Knobs.builder().wireFaults(faults).build();
    sandbox = Sandbox.start(SandboxOptions.builder().knobs(knobs).build());
    caller = new Caller(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({"429,rateLimitExceeded", "503,serviceUnavailable", "504,timeout"})
  void troubleComesSoManyTimesAndThenIsOver(int status, String code) throws Exception {
    start(WireFault.status(status).times(2));
    ObjectNode task = Caller.video();
    for (int i = 0; i < 2; i++) {
      Answer answer = caller.send(task);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.error().path("code").asString()).isEqualTo(code);
      assertThat(answer.header("Retry-After")).isEmpty();
    }
    assertThat(account(task).submits()).isZero();
    assertThat(caller.send(task).status()).isEqualTo(200);
    assertThat(account(task).charges()).isEqualTo(1);
  }

  @Test
  void troubleCanSayWhenToComeAgain() throws Exception {
    start(WireFault.status(429, Duration.ofSeconds(7)));
    assertThat(caller.send(Caller.video()).header("Retry-After")).isEqualTo("7");
  }

  @Test
  void aGatewayCanGiveUpWhileTheTaskGoesOn() throws Exception {
    start(WireFault.status(504).afterAccepting());
    ObjectNode task = Caller.video();
    assertThat(caller.send(task).status()).isEqualTo(504);
    assertThat(caller.poll(Caller.uuid(task)).data()).hasSize(1);
    assertThat(caller.send(task).error().path("code").asString()).isEqualTo("conflictTaskUUID");
    assertThat(account(task).charges()).isEqualTo(1);
  }

  @Test
  void aProxyAnswersInHtml() throws Exception {
    start(WireFault.notJson(502));
    Answer answer = caller.send(Caller.video());
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.response().body()).startsWith("<html>");
  }

  @Test
  void aReplyGetsLostAfterTheTaskWasAccepted() throws Exception {
    start(WireFault.dropReply());
    ObjectNode task = Caller.video();
    assertThatThrownBy(() -> caller.send(task)).isInstanceOf(IOException.class);
    assertThat(account(task).charges()).isEqualTo(1);
    assertThat(caller.poll(Caller.uuid(task)).data()).hasSize(1);
  }

  @Test
  void aConnectionEndsBeforeTheTaskWasAccepted() throws Exception {
    start(WireFault.dropReply().beforeAccepting());
    ObjectNode task = Caller.video();
    assertThatThrownBy(() -> caller.send(task)).isInstanceOf(IOException.class);
    assertThat(account(task).submits()).isZero();
    assertThat(caller.send(task).status()).isEqualTo(200);
  }

  @Test
  void aReplyComesLate() throws Exception {
    Duration late = Duration.ofMillis(120);
    start(WireFault.delayReply(late));
    long before = System.nanoTime();
    assertThat(caller.send(Caller.video()).status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(late);
  }

  @Test
  void pollsHaveTroublesOfTheirOwn() throws Exception {
    start(WireFault.status(503).on(Target.POLL));
    ObjectNode task = Caller.video();
    assertThat(caller.send(task).status()).isEqualTo(200);
    assertThat(caller.poll(Caller.uuid(task)).status()).isEqualTo(503);
    assertThat(caller.poll(Caller.uuid(task)).status()).isEqualTo(200);
  }

  @Test
  void faultsStrikeInTheirOrder() throws Exception {
    start(WireFault.status(429), WireFault.status(500).on(Target.ANY), WireFault.notJson(502));
    assertThat(caller.send(Caller.video()).status()).isEqualTo(429);
    assertThat(caller.send(Caller.task("ping")).status()).isEqualTo(500);
    assertThat(caller.send(Caller.video()).status()).isEqualTo(502);
    assertThat(caller.send(Caller.video()).status()).isEqualTo(200);
  }

  private Account account(ObjectNode task) {
    return sandbox.ledger().account(UUID.fromString(Caller.uuid(task)));
  }
}
