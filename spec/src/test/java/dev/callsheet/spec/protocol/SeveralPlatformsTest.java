package dev.callsheet.spec.protocol;

import static dev.callsheet.spec.protocol.PlatformClients.KEY;
import static dev.callsheet.spec.protocol.PlatformClients.LONG;
import static dev.callsheet.spec.protocol.PlatformClients.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.error.BudgetException;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Progress;
import dev.callsheet.runtime.client.journal.JobRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One client, with keys from the environment, for every platform that it comes with. */
class SeveralPlatformsTest {
  @TempDir Path folder;
  private FalServer fal;
  private ReplicateServer replicate;

  @BeforeEach
  void open() throws IOException {
    fal = new FalServer();
    replicate = new ReplicateServer();
  }

  @AfterEach
  void close() {
    fal.close();
    replicate.close();
  }

  private CallsheetClient client(Map<String, String> keys, Budget budget) {
    var variables = new HashMap<>(keys);
    variables.put("CALLSHEET_ENDPOINT_FAL", fal.uri("").toString());
    variables.put("CALLSHEET_ENDPOINT_REPLICATE", replicate.uri("/v1").toString());
    return PlatformClients.hurried(
            CallsheetClient.builder().environment(variables).journal(folder.resolve("journal")))
        .budget(budget)
        .build();
  }

  private static RawRequest still() {
    return request("fal", "fal-ai/flux/dev", "{'prompt':'a lighthouse'}");
  }

  private static RawRequest drawing() {
    return request("replicate", "acme/ink", "{'prompt':'a lighthouse'}");
  }

  private static RawRequest priced(RawRequest request, String amount) {
    return request.withPrice(
        new Price.Exact(new BigDecimal(amount), "USD", "so the test says", List.of()));
  }

  @Test
  void requestsFindTheirPlatformsByName() {
    try (var client =
        client(Map.of("FAL_KEY", KEY, "REPLICATE_API_TOKEN", KEY), Budget.unlimited())) {
      var jobs = new Job<?>[] {client.submit(still()), client.submit(drawing())};

      assertThat(jobs[0].await(LONG)).hasSize(1);
      assertThat(jobs[1].await(LONG)).hasSize(1);
      assertThat(client.jobs())
          .extracting(job -> job.task().platform())
          .containsExactlyInAnyOrder("fal", "replicate");
    }
    assertThat(fal.paid()).isEqualTo(1);
    assertThat(replicate.paid()).isEqualTo(1);
  }

  @Test
  void theySpendOneBudget() {
    try (var client =
        client(Map.of("FAL_KEY", KEY, "REPLICATE_API_TOKEN", KEY), Budget.of("1.00"))) {
      client.submit(priced(still(), "0.60")).await(LONG);

      assertThatThrownBy(() -> client.submit(priced(drawing(), "0.60")))
          .isInstanceOf(BudgetException.class);
      assertThat(replicate.paid()).isZero();
    }
  }

  @Test
  void whatAnEarlierClientLeftIsTakenUpWhateverItsPlatform() {
    var keys = Map.of("FAL_KEY", KEY, "REPLICATE_API_TOKEN", KEY);
    fal.words = Collections.nCopies(1000, "IN_PROGRESS");
    replicate.words = Collections.nCopies(1000, "processing");
    try (var client = client(keys, Budget.unlimited())) {
      accepted(client.submit(still())).join();
      accepted(client.submit(drawing())).join();
    }
    fal.words = List.of();
    replicate.words = List.of();
    try (var client = client(keys, Budget.unlimited())) {
      assertThat(client.resume()).hasSize(2).allSatisfy(job -> job.await(LONG));
    }
    assertThat(fal.paid()).isEqualTo(1);
    assertThat(replicate.paid()).isEqualTo(1);
  }

  private static CompletableFuture<?> accepted(Job<?> job) {
    var accepted = new CompletableFuture<Progress>();
    job.onProgress(
        progress -> {
          if (progress.status() == JobStatus.RUNNING) {
            accepted.complete(progress);
          }
        });
    return accepted;
  }

  @Test
  void aMissingKeyIsNamedWhereItIsNeeded() {
    try (var client = client(Map.of("FAL_KEY", KEY), Budget.unlimited())) {
      assertThatThrownBy(() -> client.submit(drawing()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "No API key for replicate: set the environment variable REPLICATE_API_TOKEN or give"
                  + " one to apiKey()");
      assertThatThrownBy(() -> client.submit(request("easel", "oil/large", "{}")))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("does not know the platform easel");
      assertThat(client.submit(still()).await(LONG)).hasSize(1);
      assertThat(client.jobs()).extracting(JobRecord::id).hasSize(1);
    }
  }

  @Test
  void aVariableOfAnotherProgramIsNoObstacle() {
    try (var client =
        client(Map.of("FAL_KEY", KEY, "OPENAI_API_KEY", "not a key"), Budget.unlimited())) {
      assertThat(client.resume()).isEmpty();
      assertThat(client.submit(still()).await(LONG)).hasSize(1);
    }
  }

  @Test
  void withoutAnyKeyThereIsNoClient() {
    assertThatThrownBy(() -> client(Map.of(), Budget.unlimited()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("FAL_KEY or OPENAI_API_KEY or REPLICATE_API_TOKEN");
  }
}
