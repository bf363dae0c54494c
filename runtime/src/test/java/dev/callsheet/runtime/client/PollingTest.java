package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.ScriptedPlatform.Call;
import dev.callsheet.runtime.client.error.ApiException;
import dev.callsheet.runtime.client.error.ErrorCategory;
import dev.callsheet.runtime.client.error.NotFoundException;
import dev.callsheet.runtime.client.error.ProviderException;
import dev.callsheet.runtime.client.error.TimedOutException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.Outcome;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TransportKind.class)
class PollingTest extends ClientTest {
  @Parameter private TransportKind kind = TransportKind.HTTP;

  private static final UUID A = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000000");
  private static final UUID B = UUID.fromString("bbbbbbbb-0000-4000-8000-000000000000");

  /** Acknowledges every task, and answers the polls one by one; the last answer stays. */
  @SafeVarargs
  private ScriptedPlatform polled(Function<Call, ScriptedResponse>... answers) throws IOException {
    var polls = new AtomicInteger();
    ScriptedPlatform.Script script =
        call ->
            call.isPoll()
                ? answers[Math.min(polls.getAndIncrement(), answers.length - 1)].apply(call)
                : ScriptedResponse.data(call.ack());
    return kind == TransportKind.HTTP ? server(script) : closing(new ScriptedSocket(script));
  }

  private Job<Clip> job(int results, ScriptedPlatform server) {
    return client(server).submit(ClipRequest.of(results));
  }

  @Override
  CallsheetClientBuilder settings(ScriptedPlatform server) {
    return super.settings(server).requestTimeout(Duration.ofMillis(500));
  }

  @Test
  void deliversWhatSucceededWhenOthersFail() throws IOException {
    var server =
        polled(
            call ->
                ScriptedResponse.both(
                    200,
                    List.of(call.success(A), call.success(B)),
                    List.of(call.item("\"status\":\"error\",\"code\":\"timeoutProvider\""))));

    var job = job(3, server);

    assertThat(job.await(LONG)).hasSize(2);
    assertThat(job.results()).hasSize(3);
    assertThat(job.results().get(2))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.error().category()).isEqualTo(ErrorCategory.TIMEOUT));
  }

  @Test
  void readsAFailureInsideAnItem() throws IOException {
    var server =
        polled(
            call ->
                ScriptedResponse.data(
                    call.item(
                        """
                        "status":"error","error":{"code":"providerError","message":"it broke"}
                        """)));

    var job = job(1, server);

    assertThatThrownBy(() -> job.await(LONG))
        .isInstanceOf(ProviderException.class)
        .hasMessageStartingWith("it broke");
  }

  @Test
  void countsAFailureThatStandsTwiceOnce() throws IOException {
    var failure =
        """
        "status":"error","code":"providerError","message":"it broke"
        """;
    var server =
        polled(
            call ->
                ScriptedResponse.both(
                    200,
                    List.of(call.item(failure), call.processing()),
                    List.of(call.item(failure))),
            call ->
                ScriptedResponse.both(
                    200,
                    List.of(call.item(failure), call.success(A)),
                    List.of(call.item(failure))));

    var job = job(2, server);

    assertThat(job.await(LONG)).hasSize(1);
  }

  @Test
  void takesAnEmptyListOfErrorsAsNone() throws IOException {
    var server = polled(call -> ScriptedResponse.both(200, List.of(call.success(A)), List.of()));

    assertThat(job(1, server).await(LONG)).hasSize(1);
  }

  @Test
  void deliversEachResultOnceInWhateverOrderTheyCome() throws IOException {
    var server =
        polled(
            call -> ScriptedResponse.data(call.processing(), call.success(A)),
            call -> ScriptedResponse.data(call.success(A), call.processing()),
            call -> ScriptedResponse.data(call.success(B), call.success(A)));
    var arrived = new CopyOnWriteArrayList<UUID>();

    var job = job(2, server).onResult(delivery -> arrived.add(delivery.result().mediaUUID()));

    assertThat(job.await(LONG)).extracting(d -> d.result().mediaUUID()).containsExactly(A, B);
    awaitListeners(job);
    assertThat(arrived).containsExactly(A, B);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "queued", "warming-up", ""})
  void treatsUnknownStatusAsRunning(String word) throws IOException {
    var server =
        polled(
            call -> ScriptedResponse.data(call.item("\"status\":\"" + word + "\"")),
            call -> ScriptedResponse.data(call.success(A)));

    assertThat(job(1, server).await(LONG)).hasSize(1);
  }

  @Test
  void deliversResultWithUnknownStatus() throws IOException {
    var server =
        polled(
            call ->
                ScriptedResponse.data(
                    call.item("\"status\":\"done!\",\"videoUUID\":\"%s\"".formatted(A))));

    assertThat(job(1, server).await(LONG)).hasSize(1);
  }

  @Test
  void followsAJobThroughEveryKindOfFailedPoll() throws IOException {
    var server =
        polled(
            call -> ScriptedResponse.dropped(),
            call -> ScriptedResponse.of(502, "<html>Bad gateway</html>"),
            call -> ScriptedResponse.ok("not json"),
            call -> ScriptedResponse.ok("{}"),
            call -> ScriptedResponse.of(404, "page not found"),
            call -> ScriptedResponse.errors(401, call.error("invalidApiKey")),
            call ->
                ScriptedResponse.errors(429, call.error("rateLimitExceeded"))
                    .with("Retry-After", "0.01"),
            call -> // the status is all that says that this is not about the task
            kind == TransportKind.HTTP
                    ? ScriptedResponse.errors(500, call.error("providerError"))
                    : ScriptedResponse.of(500, "a page"),
            call -> ScriptedResponse.errors(200, call.error("rateLimitExceeded")),
            call -> ScriptedResponse.errors(200, call.error("internalServerError")),
            call -> ScriptedResponse.errors(200, call.error("taskNotFound")),
            call -> ScriptedResponse.errors(200, call.error("somethingNew")),
            call ->
                ScriptedResponse.errors(
                    200, "{\"code\":\"providerError\",\"message\":\"of nobody\"}"),
            call -> ScriptedResponse.errors(200),
            call -> ScriptedResponse.data(call.success(A)));

    assertThat(job(1, server).await(LONG)).hasSize(1);
    assertThat(server.polls()).hasSize(15);
  }

  @Test
  void failsUnknownTaskOnlyAfterGracePeriod() throws IOException {
    var server = polled(call -> ScriptedResponse.errors(200, call.error("taskNotFound")));

    var job = job(2, server);

    assertThatThrownBy(() -> job.await(LONG)).isInstanceOf(NotFoundException.class);
    assertThat(server.polls()).hasSizeGreaterThan(1);
  }

  @Test
  void letsOneErrorStandForAllResultsWhenNothingMoreHappens() throws IOException {
    var server =
        polled(
            call ->
                ScriptedResponse.errors(
                    200, call.item("\"status\":\"error\",\"code\":\"timeoutProvider\"")));

    var job = job(4, server);

    assertThatThrownBy(() -> job.await(LONG)).isInstanceOf(TimedOutException.class);
    assertThat(job.results()).hasSize(4);
  }

  @Test
  void tellsResultsWithoutAnIdApartByContent() throws IOException {
    var one = "\"status\":\"success\",\"text\":\"one\"";
    var server =
        polled(
            call -> ScriptedResponse.data(call.item(one)),
            call -> ScriptedResponse.data(call.processing(), call.item(one + ",\"cost\":1")),
            call -> ScriptedResponse.data(call.item(one), call.item(one)));
    var task =
        RawRequest.of(
            WireJson.MAPPER.readTree(
                """
                {"taskType":"textInference","model":"acme:text@1","numberResults":2}
                """));

    var deliveries = client(server).submit(task).await(LONG);

    assertThat(deliveries).hasSize(2);
    assertThat(deliveries.get(0).result().json().path("text").asString()).isEqualTo("one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"imageBase64Data\":\"AAAA\"",
        "\"audioDataURI\":\"data:audio/wav;base64,AAAA\"",
        "\"outputs\":{\"files\":[{\"uuid\":\"aaaaaaaa-0000-4000-8000-000000000000\",\"url\":\"http://x/m.glb\"}]}"
      })
  void deliversEveryKindOfMedia(String media) throws IOException {
    var server =
        polled(call -> ScriptedResponse.data(call.item("\"status\":\"success\"," + media)));

    assertThat(job(1, server).await(LONG)).hasSize(1);
  }

  @Test
  void deliversAResultWithoutWhatCannotBeReadOfIt() throws IOException {
    var server =
        polled(
            call ->
                ScriptedResponse.data(
                    call.item("\"status\":\"success\",\"videoUUID\":\"x\",\"seed\":\"odd\"")));

    var delivery = job(1, server).await(LONG).get(0);

    assertThat(delivery.result().seed()).isNull();
    assertThat(delivery.json().path("seed").asString()).isEqualTo("odd");
    assertThat(delivery.unreadableFields())
        .extracting(field -> field.pointer().path())
        .containsExactly("videoUUID", "seed");
  }

  @Test
  void tellsTheProgressThatTheServerTells() throws IOException {
    var percents = new CopyOnWriteArrayList<Integer>();
    var server =
        polled(
            call ->
                percents.isEmpty()
                    ? ScriptedResponse.data(call.item("\"status\":\"processing\",\"progress\":40"))
                    : ScriptedResponse.data(call.success(A)));

    var job = job(1, server).onProgress(p -> p.percent().ifPresent(percents::add));

    job.await(LONG);
    awaitListeners(job);
    assertThat(percents).contains(40);
  }

  @Test
  void givesTheSameErrorThroughTheFuture() throws IOException {
    var server = polled(call -> ScriptedResponse.data(call.item("\"status\":\"error\"")));
    var job = job(1, server);

    assertThatThrownBy(() -> job.future().join()).hasCauseInstanceOf(ApiException.class);
  }
}
