package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.ledger.Account;
import dev.callsheet.sandbox.ledger.Entry;
import dev.callsheet.sandbox.render.RenderTime;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The money is counted. */
final class LedgerTest {
  private Sandbox sandbox;
  private Caller caller;

  @BeforeEach
  void start() throws IOException {
    sandbox =
        Sandbox.start(SandboxOptions.builder().renderTime(RenderTime.fixed(Duration.ZERO)).build());
    caller = new Caller(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void chargesByThePriceList() throws Exception {
    ObjectNode task = Caller.video().put("duration", 8).put("numberResults", 3);
    caller.send(task);
    assertThat(account(task).charged()).isEqualByComparingTo("2.688");
  }

  @Test
  void chargesFiveSecondsForAVideoWhoseLengthItCannotSeeAndSaysSo() throws Exception {
    ObjectNode task = Caller.valid("edit");
    caller.send(task);
    assertThat(account(task).charged()).isEqualByComparingTo("0.84");
    assertThat(account(task).entries())
        .filteredOn(entry -> entry.kind() == Entry.Kind.CHARGE)
        .singleElement()
        .satisfies(charge -> assertThat(charge.note()).contains("the sandbox takes it to be 5 s"));
  }

  @Test
  void chargesNothingForWhatIsRejected() throws Exception {
    ObjectNode task = Caller.video().put("duration", 1);
    caller.send(task);
    assertThat(account(task).submits()).isEqualTo(1);
    assertThat(account(task).count(Entry.Kind.REJECTION)).isEqualTo(1);
    assertThat(account(task).charged()).isZero();
  }

  @Test
  void isShownToOtherProcesses() throws Exception {
    ObjectNode one = Caller.video();
    ObjectNode two = Caller.video().put("duration", 10);
    caller.send(one, two);
    caller.send(one);
    caller.poll(Caller.uuid(one));
    JsonNode ledger = caller.get(sandbox.ledgerPage()).json();
    assertThat(ledger.path("currency").asString()).isEqualTo("USD");
    assertThat(ledger.path("total").decimalValue()).isEqualByComparingTo("1.68");
    JsonNode account = ledger.path("tasks").path(Caller.uuid(one));
    assertThat(account.path("submit").asInt()).isEqualTo(2);
    assertThat(account.path("conflict").asInt()).isEqualTo(1);
    assertThat(account.path("charge").asInt()).isEqualTo(1);
    assertThat(account.path("poll").asInt()).isEqualTo(1);
    assertThat(account.path("charged").decimalValue()).isEqualByComparingTo("0.56");
    assertThat(ledger.path("entries"))
        .extracting(entry -> entry.path("kind").asString())
        .containsExactly("submit", "charge", "submit", "charge", "submit", "conflict", "poll");
  }

  @Test
  void chargesOnceHoweverManyTimesATaskIsSentAtOnce() {
    ObjectNode task = Caller.video();
    long accepted =
        IntStream.range(0, 16)
            .parallel()
            .map(i -> status(task))
            .filter(status -> status == 200)
            .count();
    assertThat(accepted).isEqualTo(1);
    assertThat(account(task).submits()).isEqualTo(16);
    assertThat(account(task).charges()).isEqualTo(1);
  }

  private int status(ObjectNode task) {
    try {
      return caller.send(task).status();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Account account(ObjectNode task) {
    return sandbox.ledger().account(UUID.fromString(Caller.uuid(task)));
  }
}
