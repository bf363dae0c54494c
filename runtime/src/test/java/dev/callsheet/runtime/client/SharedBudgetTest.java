package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.budget.BudgetLedger;
import dev.callsheet.runtime.client.budget.Spending;
import dev.callsheet.runtime.client.error.BudgetException;
import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.journal.JournalSession;
import dev.callsheet.runtime.internal.budget.BudgetTracker;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Two clients, one of which takes up what the other left, keep account in one ledger. */
class SharedBudgetTest extends ClientTest {
  private static final Price EIGHTY_CENTS =
      new Price.Exact(new BigDecimal("0.80"), "USD", "8 s at 0.1 USD/s");

  @TempDir private Path journal;
  private final BudgetTracker ledger = new BudgetTracker(Budget.of("1"));
  private final AtomicBoolean isDone = new AtomicBoolean();

  @Test
  void twoClientsSpendNoMoreThanOneBudget() throws IOException {
    var server = platform();
    client(server, ledger).submit(request());

    assertThatThrownBy(() -> client(server, ledger).submit(request()))
        .isInstanceOfSatisfying(
            BudgetException.class, refusal -> assertThat(refusal.isExhausted()).isTrue());
  }

  @Test
  void whatOneReservedStaysReservedWhenItClosesAndIsSettledByTheOther() throws Exception {
    var server = platform();
    var job = client(server, ledger).submit(request());
    job.recorded().join();
    closeClients();
    assertSpent("0", "0", "0.80");

    isDone.set(true);
    client(server, ledger).resume(job.id()).orElseThrow().await(LONG);

    assertSpent("0.72", "0", "0");
  }

  @Test
  void whatACrashLeftUnsettledIsSettledByTheOther() throws Exception {
    isDone.set(true);
    var server = platform();
    var job = client(server, new Unsettling(ledger)).submit(request());
    job.await(LONG);
    closeClients();
    assertSpent("0", "0", "0.80");

    var resumed = client(server, ledger).resume(job.id()).orElseThrow();
    assertThat(resumed.await(LONG)).hasSize(1);

    assertSpent("0.72", "0", "0");
  }

  @Test
  void aJournalIsClosedWhenTheSharedPaceCannotBeOpened() throws IOException {
    var isClosed = new AtomicBoolean();
    var none = Journal.none();
    var settings =
        settings(platform())
            .journal(scope -> new Closing(none.open(scope), isClosed))
            .pace(
                (name, scope, published, timeout) -> {
                  throw new JournalException("the database is away", null);
                });

    assertThatThrownBy(settings::build).hasMessage("the database is away");

    assertThat(isClosed).isTrue();
  }

  private record Closing(JournalSession session, AtomicBoolean isClosed)
      implements ForwardingJournalSession {
    @Override
    public void close() {
      isClosed.set(true);
    }
  }

  /** A process that dies after a job has ended and before that is accounted for. */
  private record Unsettling(BudgetLedger ledger) implements BudgetLedger {
    @Override
    public boolean reserve(UUID job, String model, Price estimate) {
      return ledger.reserve(job, model, estimate);
    }

    @Override
    public void release(UUID job) {}

    @Override
    public void settle(UUID job, BigDecimal cost, int unpriced, int results) {}

    @Override
    public Spending spending() {
      return ledger.spending();
    }
  }

  private CallsheetClient client(ScriptedPlatform server, BudgetLedger shared) {
    return closing(settings(server).journal(journal).budget(shared).build());
  }

  private ScriptedServer platform() throws IOException {
    return server(
        call ->
            !call.isPoll()
                ? ScriptedResponse.data(call.ack())
                : isDone.get()
                    ? ScriptedResponse.data(
                        call.item(
                            "\"status\":\"success\",\"cost\":0.72,\"videoUUID\":\"%s\",\"videoURL\":\"https://media.example/a.mp4\""
                                .formatted(call.id())))
                    : ScriptedResponse.data());
  }

  private static RawRequest request() {
    return RawRequest.of(
            new JsonMapper()
                .readTree(
                    "{\"taskType\":\"videoInference\",\"model\":\"acme:clip@1\",\"taskUUID\":\"%s\"}"
                        .formatted(UUID.randomUUID())))
        .withPrice(EIGHTY_CENTS);
  }

  private void assertSpent(String reported, String assumed, String reserved) {
    var spending = ledger.spending();
    assertThat(spending.reported()).isEqualByComparingTo(reported);
    assertThat(spending.assumed()).isEqualByComparingTo(assumed);
    assertThat(spending.reserved()).isEqualByComparingTo(reserved);
  }
}
