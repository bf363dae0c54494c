package dev.callsheet.tests.nativeimage;

import dev.callsheet.journal.postgresql.JobQueue;
import dev.callsheet.journal.postgresql.JobWorker;
import dev.callsheet.journal.postgresql.PostgresqlBudget;
import dev.callsheet.journal.postgresql.PostgresqlJournal;
import dev.callsheet.journal.postgresql.PostgresqlPace;
import dev.callsheet.journal.postgresql.WorkerEnd;
import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.job.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.json.JsonMapper;

/** A worker with one job, which it puts in the queue itself. */
final class WorkerProgram {
  private WorkerProgram() {}

  /**
   * Runs until the job is delivered.
   *
   * @param arguments the database's address, and the platform's
   */
  public static void main(String[] arguments) throws InterruptedException {
    var database = new PGSimpleDataSource();
    database.setUrl(arguments[0]);
    var queue = new JobQueue(database, "films");
    queue.offer("a", request());
    try (var client =
        CallsheetClient.builder()
            .endpoint(URI.create(arguments[1]))
            .apiKey("any-key")
            .journal(new PostgresqlJournal(database))
            .budget(
                new PostgresqlBudget(
                    database, "films", Budget.of("1").withUnknownPriceAllowance("0.05")))
            .pace(new PostgresqlPace(database).withLimit("runware", 100, Duration.ofSeconds(1)))
            .build()) {
      var end =
          new JobWorker(
                  queue,
                  client,
                  (queued, job) -> {
                    if (!(job.results().get(0) instanceof Outcome.Delivered)) {
                      throw new IllegalStateException(job.results().toString());
                    }
                  })
              .drain();
      if (end != WorkerEnd.IDLE || !queue.stopped(1).isEmpty()) {
        throw new IllegalStateException(end + " " + queue.groups());
      }
    }
  }

  private static RawRequest request() {
    var task =
        JsonMapper.shared()
            .readTree(
                """
                {"taskType": "imageInference", "model": "acme:still@1",
                 "positivePrompt": "A heron, asleep", "includeCost": true}
                """);
    var second = new Price.UnitPrice(Amount.exactly("0.01"), "second");
    return RawRequest.of(task)
        .withPrice(new Price.Rate(Amount.ZERO, List.of(second), "USD", "by the second", List.of()));
  }
}
