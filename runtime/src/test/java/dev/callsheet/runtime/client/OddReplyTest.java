package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.error.BudgetException;
import dev.callsheet.runtime.client.error.ValidationException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.job.UnreadableField;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a server says of one job, that job ends, and the client goes on with the others. */
class OddReplyTest extends ClientTest {
  private static final String RESULT =
      "\"status\":\"success\",\"videoUUID\":\"11111111-2222-4333-8444-555555555555\","
          + "\"videoURL\":\"http://127.0.0.1:1/v.mp4\"";

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"cost\":1e300000000",
        "\"cost\":1e999999999",
        "\"cost\":1e-999999999",
        "\"cost\":1e99999999999",
        "\"cost\":-1e300000000",
        "\"cost\":NaN",
        "\"cost\":{\"usd\":1}",
        "\"cost\":-0.5",
        "\"seed\":1e300000000",
        "\"seed\":9223372036854776000",
        "\"progress\":1e300000000",
        "\"videoUUID\":\"x\"",
        "\"videoURL\":[\"http://127.0.0.1:1/v.mp4\"]",
        "\"status\":{\"is\":\"success\"}",
        "\"taskType\":7"
      })
  void aResultWithAnOddFieldIsDeliveredAndOtherJobsGoOn(String field) throws IOException {
    var server =
        server(
            call ->
                ScriptedResponse.data(
                    call.isPoll() && call.number() < 3
                        ? call.item(RESULT + "," + field)
                        : call.isPoll() ? call.item(RESULT) : call.ack()));
    var client = client(server);

    var odd = client.submit(ClipRequest.of(1)).await(LONG);

    assertThat(odd).hasSize(1);
    assertThat(client.submit(ClipRequest.of(1)).await(LONG)).hasSize(1);
    assertThat(client.spending().committed().precision()).isLessThan(50);
  }

  @Test
  void aFieldThatIsNestedTooDeeplyCostsThatFieldOnly() throws IOException {
    var server =
        server(
            call ->
                ScriptedResponse.data(
                    call.isPoll()
                        ? call.item(RESULT + ",\"seed\":" + nested(90_000))
                        : call.ack()));

    var delivery = client(server).submit(ClipRequest.of(1)).await(LONG).get(0);

    assertThat(delivery.result().mediaUUID()).isNotNull();
    assertThat(delivery.unreadableFields()).hasSize(1);
  }

  @Test
  void whatCannotBeReadIsToldOnce() throws IOException {
    var told = new CopyOnWriteArrayList<UnreadableField>();
    var listener =
        new JobListener() {
          @Override
          public void onFieldsUnreadable(FieldsUnreadable event) {
            told.addAll(event.fields());
          }
        };
    var server =
        server(
            call ->
                ScriptedResponse.data(
                    call.item(RESULT + ",\"seed\":9223372036854776000,\"cost\":-1")));
    var job = closing(settings(server).listener(listener).build()).submit(ClipRequest.of(1));

    var delivery = job.await(LONG).get(0);

    awaitListeners(job);
    assertThat(told).isEqualTo(delivery.unreadableFields());
    assertThat(told).extracting(field -> field.pointer().path()).containsExactly("seed", "cost");
    assertThat(delivery.json().path("seed").bigIntegerValue()).isEqualTo("9223372036854776000");
    assertThat(delivery.cost()).isEmpty();
  }

  /** More than there are slots for polls and for submissions. */
  private static final int MANY = 40;

  private static final String ODD_ERROR =
      "{\"code\":\"invalidThing\",\"message\":\"m\",\"parameter\":{\"name\":\"width\"}}";

  @Test
  void oddErrorsOfPollsLeaveNoSlotTaken() throws IOException {
    var odd = new AtomicInteger();
    var server =
        server(
            call ->
                !call.isPoll()
                    ? ScriptedResponse.data(call.ack())
                    : odd.incrementAndGet() <= MANY
                        ? ScriptedResponse.errors(400, ODD_ERROR)
                        : ScriptedResponse.data(allResults(call)));
    var client = client(server);

    var jobs = IntStream.range(0, MANY).mapToObj(i -> client.submit(ClipRequest.of(1))).toList();

    jobs.forEach(job -> assertThat(job.await(LONG)).hasSize(1));
  }

  private static String[] allResults(ScriptedPlatform.Call call) {
    return call.tasks()
        .valueStream()
        .map(task -> "{\"taskUUID\":" + task.path("taskUUID") + "," + RESULT + "}")
        .toArray(String[]::new);
  }

  @Test
  void oddErrorsOfSubmissionsLeaveNoSlotTaken() throws IOException {
    var server =
        server(
            call ->
                call.isPoll()
                    ? ScriptedResponse.data(allResults(call))
                    : call.number() <= MANY
                        ? ScriptedResponse.errors(400, ODD_ERROR)
                        : ScriptedResponse.data(call.ack()));
    var client = client(server);
    List<Job<Clip>> refused = new ArrayList<>();
    for (var i = 0; i < MANY; i++) {
      refused.add(client.submit(ClipRequest.of(1)));
    }

    for (var job : refused) {
      assertThatThrownBy(() -> job.await(LONG))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("parameter {\"name\":\"width\"}");
    }
    assertThat(client.submit(ClipRequest.of(1)).await(LONG)).hasSize(1);
  }

  @Test
  void aNegativeCostDoesNotEnlargeABudget() throws IOException {
    var server = server(call -> ScriptedResponse.data(call.item(RESULT + ",\"cost\":-1000")));
    var client = closing(settings(server).budget(Budget.of("1")).build());
    var each = exactly("0.6");

    client.submit(priced(each)).await(LONG);

    assertThat(client.spending().reported()).isZero();
    assertThat(client.spending().assumed()).isEqualByComparingTo("0.6");
    assertThatThrownBy(() -> client.submit(priced(each))).isInstanceOf(BudgetException.class);
  }

  @Test
  void aNegativePriceDoesNotEnlargeABudget() throws IOException {
    var server = server(call -> ScriptedResponse.data(call.processing()));
    var client = closing(settings(server).budget(Budget.of("1")).build());

    client.submit(priced(exactly("-1000")));

    assertThat(client.spending().remaining()).contains(BigDecimal.ONE);
  }

  private static Price exactly(String amount) {
    return new Price.Exact(new BigDecimal(amount), "USD", "a price of this test");
  }

  private static RawRequest priced(Price price) {
    var task =
        JsonMapper.shared()
            .createObjectNode()
            .put("taskType", "videoInference")
            .put("taskUUID", UUID.randomUUID().toString());
    return RawRequest.of(task).withPrice(price);
  }
}
