package dev.callsheet.journal.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.journal.postgresql.WorkerProcess.Shared;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.job.Outcome;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** One job, and what workers do with it one after the other while all their clients live. */
@Timeout(60)
class JobWorkerTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final UUID job = UUID.randomUUID();
  private final List<Outcome<?>> delivered = new CopyOnWriteArrayList<>();
  private Sandbox platform;
  private JobQueue queue;
  private PostgresqlBudget budget;

  @BeforeEach
  void offerOneJobForWhichTheBudgetJustSuffices() throws Exception {
    platform =
        Sandbox.start(
            SandboxOptions.builder()
                .catalogue(ModelCatalogue.of(List.of(Path.of("src/test/resources/specs"))))
                .renderTime(RenderTime.fixed(Duration.ZERO))
                .build());
    queue = new JobQueue(DATABASE.source(), WorkerProcess.QUEUE);
    budget = new PostgresqlBudget(DATABASE.source(), WorkerProcess.BUDGET, Budget.of("0.01"));
    queue.offer(
        "a",
        RawRequest.of(
                new JsonMapper()
                    .readTree(
                        """
                        {"taskType": "imageInference", "model": "acme:still@1", "taskUUID": "%s",
                         "positivePrompt": "A heron, asleep", "includeCost": true}
                        """
                            .formatted(job)))
            .withPrice(new Price.Exact(new BigDecimal("0.01"), "USD", "one image")));
  }

  @AfterEach
  void closePlatform() throws IOException {
    platform.close();
  }

  private CallsheetClient client() {
    return WorkerProcess.client(
        DATABASE.source(),
        new Shared(
            "", platform.endpoint(), 1000, Duration.ofSeconds(1), Duration.ofMinutes(1), 10));
  }

  private WorkerEnd drain(CallsheetClient client) throws InterruptedException {
    return new JobWorker(queue, client, (queued, job) -> delivered.addAll(job.results())).drain();
  }

  private void fail(CallsheetClient client) throws InterruptedException {
    new JobWorker(
            queue,
            client,
            (queued, job) -> {
              throw new IOException("the disk is full");
            })
        .drain();
    assertThat(queue.stopped(1).get(0).trouble().orElseThrow()).contains("the disk is full");
    assertThat(queue.retry(job)).isTrue();
  }

  private void assertDeliveredAndPaidOnce() {
    assertThat(delivered).singleElement().isInstanceOf(Outcome.Delivered.class);
    assertThat(queue.groups()).isEmpty();
    assertThat(platform.ledger().totalCharged()).isEqualByComparingTo("0.01");
    assertThat(budget.spending().committed()).isEqualByComparingTo("0.01");
    assertThat(budget.spending().reserved()).isZero();
  }

  @Test
  void aPaidResultThatOneCouldNotKeepIsDeliveredByAnother() throws Exception {
    try (var first = client();
        var second = client()) {
      fail(first);

      assertThat(drain(second)).isEqualTo(WorkerEnd.IDLE);
    }

    assertDeliveredAndPaidOnce();
  }

  @Test
  void aSecondWorkerOfAClientDeliversWhatTheFirstCouldNot() throws Exception {
    try (var client = client()) {
      fail(client);

      assertThat(drain(client)).isEqualTo(WorkerEnd.IDLE);
    }

    assertDeliveredAndPaidOnce();
  }

  /** The application began it by itself, and a worker finds it in the queue. */
  @Test
  void aJobThatItsClientFollowsAlreadyIsDeliveredByItsWorker() throws Exception {
    try (var client = client()) {
      fail(client);
      assertThat(client.resume(job)).isPresent();

      assertThat(drain(client)).isEqualTo(WorkerEnd.IDLE);
    }

    assertDeliveredAndPaidOnce();
  }
}
