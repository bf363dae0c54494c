package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.sandbox.ledger.TaskAccount;
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
  private HttpTestClient caller;

  @BeforeEach
  void start() throws IOException {
    sandbox =
        Sandbox.start(SandboxOptions.builder().renderTime(RenderTime.fixed(Duration.ZERO)).build());
    caller = new HttpTestClient(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void chargesByThePriceList() throws Exception {
    ObjectNode task = HttpTestClient.video().put("duration", 8).put("numberResults", 3);
    caller.send(task);
    assertThat(account(task).totalCharged()).isEqualByComparingTo("2.688");
  }

  @Test
  void chargesFiveSecondsForAVideoWhoseLengthItCannotSeeAndSaysSo() throws Exception {
    ObjectNode task = HttpTestClient.valid("edit");
    caller.send(task);
    assertThat(account(task).totalCharged()).isEqualByComparingTo("0.84");
    assertThat(account(task).entries())
        .filteredOn(entry -> entry.kind() == LedgerEntry.Kind.CHARGE)
        .singleElement()
        .satisfies(charge -> assertThat(charge.note()).contains("the sandbox takes it to be 5 s"));
  }

  @Test
  void chargesNothingForWhatIsRejected() throws Exception {
    ObjectNode task = HttpTestClient.video().put("duration", 1);
    caller.send(task);
    assertThat(account(task).submissionCount()).isEqualTo(1);
    assertThat(account(task).count(LedgerEntry.Kind.REJECTION)).isEqualTo(1);
    assertThat(account(task).totalCharged()).isZero();
  }

  @Test
  void ofANameAndANoteAsLongAsARequestOnlyTheBeginningIsKept() throws Exception {
    String longName = "\uD83D\uDC26".repeat(5000);
    ObjectNode one = HttpTestClient.video().put("taskUUID", longName + "1");
    ObjectNode two = HttpTestClient.video().put("taskUUID", longName + "2");
    assertThat(caller.send(one, two).status()).isEqualTo(400);
    assertThat(sandbox.ledger().accounts().keySet())
        .hasSize(2)
        .allMatch(name -> name.length() <= 200);
    assertThat(sandbox.ledger().account(longName + "1").count(LedgerEntry.Kind.REJECTION)).isOne();
    assertThat(sandbox.ledger().entries()).allMatch(entry -> entry.note().length() <= 2001);
    JsonNode shown = caller.get(sandbox.ledgerUri()).json();
    assertThat(shown.path("tasks")).hasSize(2).allMatch(account -> account.has("rejection"));
  }

  @Test
  void isShownToOtherProcesses() throws Exception {
    ObjectNode one = HttpTestClient.video();
    ObjectNode two = HttpTestClient.video().put("duration", 10);
    caller.send(one, two);
    caller.send(one);
    caller.poll(HttpTestClient.uuid(one));
    JsonNode ledger = caller.get(sandbox.ledgerUri()).json();
    assertThat(ledger.path("currency").asString()).isEqualTo("USD");
    assertThat(ledger.path("total").decimalValue()).isEqualByComparingTo("1.68");
    JsonNode account = ledger.path("tasks").path(HttpTestClient.uuid(one));
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
    ObjectNode task = HttpTestClient.video();
    long accepted =
        IntStream.range(0, 16)
            .parallel()
            .map(i -> status(task))
            .filter(status -> status == 200)
            .count();
    assertThat(accepted).isEqualTo(1);
    assertThat(account(task).submissionCount()).isEqualTo(16);
    assertThat(account(task).chargeCount()).isEqualTo(1);
  }

  private int status(ObjectNode task) {
    try {
      return caller.send(task).status();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private TaskAccount account(ObjectNode task) {
    return sandbox.ledger().account(UUID.fromString(HttpTestClient.uuid(task)));
  }
}
