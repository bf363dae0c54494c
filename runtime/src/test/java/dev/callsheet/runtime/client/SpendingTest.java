package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.budget.Spending;
import dev.callsheet.runtime.client.error.ApiException;
import dev.callsheet.runtime.client.error.BudgetException;
import dev.callsheet.runtime.client.job.JobListener;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SpendingTest extends ClientTest {
  private static final Price EIGHTY_CENTS =
      new Price.Exact(new BigDecimal("0.80"), "USD", "8 s at 0.1 USD/s");

  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void replacesTheEstimateByTheCostInTheResult() throws IOException {
    var client = limited(charging("0.72"), Budget.of("1"));
    assertThat(client.estimate(request())).isEqualTo(EIGHTY_CENTS);

    client.submit(request()).await(LONG);

    assertSpent(client.spending(), "0.72", "0", "0");
    assertThat(client.spending().remaining().orElseThrow()).isEqualByComparingTo("0.28");
  }

  @Test
  void takesTheEstimateForTheCostOfAResultThatDoesNotSay() throws IOException {
    var client = limited(server(call -> delivered(call, "")), Budget.of("1"));

    client.submit(request()).await(LONG);

    assertSpent(client.spending(), "0", "0.80", "0");
  }

  @Test
  void sendsNothingThatTheBudgetDoesNotCover() throws IOException {
    var client = limited(charging("0.80"), Budget.of("1"));
    client.submit(request()).await(LONG);
    var before = calls.get();

    assertThatThrownBy(() -> client.submit(request()))
        .isInstanceOf(BudgetException.class)
        .hasMessageContaining("costs 0.8 USD, and 0.2 USD is left of 1 USD");

    assertThat(calls).hasValue(before);
    assertSpent(client.spending(), "0.80", "0", "0");
  }

  @Test
  void releasesReservationOfRefusedTask() throws IOException {
    var client =
        limited(
            server(call -> ScriptedResponse.errors(400, call.error("invalidParameter"))),
            Budget.of("1"));

    var job = client.submit(request());

    assertThatThrownBy(() -> job.await(LONG)).isInstanceOf(ApiException.class);
    assertSpent(client.spending(), "0", "0", "0");
  }

  @Test
  void countsOneTaskOnceHoweverOftenItIsSubmitted() throws IOException {
    var server =
        server(call -> call.isPoll() ? ScriptedResponse.data() : ScriptedResponse.data(call.ack()));
    var client = limited(server, Budget.of("1"));
    var request = request();

    client.submit(request);
    client.submit(request);

    assertSpent(client.spending(), "0", "0", "0.80");
  }

  @Test
  void tellsTheListenerWhatWasExpectedAndWhatCame() throws IOException {
    var settled = new CopyOnWriteArrayList<JobListener.Settled>();
    var listener =
        new JobListener() {
          @Override
          public void onSettled(Settled event) {
            settled.add(event);
          }
        };
    var client = closing(settings(charging("0.96")).listener(listener).build());

    var job = client.submit(request());
    job.await(LONG);
    awaitListeners(job);

    assertThat(settled)
        .containsExactly(
            new JobListener.Settled(job.id(), EIGHTY_CENTS, new BigDecimal("0.96"), 0));
  }

  private CallsheetClient limited(ScriptedServer server, Budget budget) {
    return closing(settings(server).budget(budget).build());
  }

  private ScriptedServer charging(String cost) throws IOException {
    return server(call -> delivered(call, ",\"cost\":" + cost));
  }

  private ScriptedResponse delivered(ScriptedPlatform.Call call, String more) {
    calls.incrementAndGet();
    return call.isPoll()
        ? ScriptedResponse.data(
            call.item(
                "\"status\":\"success\",\"videoUUID\":\"%s\",\"videoURL\":\"https://media.example/a.mp4\"%s"
                    .formatted(call.id(), more)))
        : ScriptedResponse.data(call.ack());
  }

  private static RawRequest request() {
    return RawRequest.of(
            new JsonMapper()
                .readTree(
                    "{\"taskType\":\"videoInference\",\"model\":\"acme:clip@1\",\"taskUUID\":\"%s\"}"
                        .formatted(UUID.randomUUID())))
        .withPrice(EIGHTY_CENTS);
  }

  private static void assertSpent(
      Spending spending, String reported, String assumed, String reserved) {
    assertThat(spending.reported()).isEqualByComparingTo(reported);
    assertThat(spending.assumed()).isEqualByComparingTo(assumed);
    assertThat(spending.reserved()).isEqualByComparingTo(reserved);
  }
}
