package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.ScriptedPlatform.Call;
import dev.callsheet.runtime.client.policy.PollPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class BatchPollingTest extends ClientTest {
  private static final int JOBS = 40;

  /** Answers the polls of a request of more than one task by a script, and delivers to others. */
  private ScriptedServer inBatch(ScriptedPlatform.Script script) throws IOException {
    return server(
        call ->
            !call.isPoll()
                ? ScriptedResponse.data(call.ack())
                : call.tasks().size() > 1
                    ? script.answer(call)
                    : ScriptedResponse.data(success(call.id())));
  }

  private static String success(String task) {
    return "{\"taskUUID\":\"%s\",\"status\":\"success\",\"videoUUID\":\"%s\"}"
        .formatted(task, UUID.randomUUID());
  }

  private static List<String> ids(Call call) {
    return StreamSupport.stream(call.tasks().spliterator(), false)
        .map(task -> task.path("taskUUID").asString())
        .toList();
  }

  private CallsheetClient patient(ScriptedServer server) {
    return closing(
        settings(server)
            .polling(
                new PollPolicy(
                    Duration.ofMillis(40),
                    1,
                    Duration.ofMillis(40),
                    0,
                    Duration.ofMillis(40),
                    100,
                    Duration.ofSeconds(5)))
            .build());
  }

  private static void submitAndAwait(CallsheetClient client) {
    var jobs = IntStream.range(0, JOBS).mapToObj(i -> client.submit(ClipRequest.of(1))).toList();
    assertThat(jobs).allSatisfy(job -> assertThat(job.await(LONG)).hasSize(1));
  }

  @Test
  void asksForManyJobsInFewRequests() throws IOException {
    var server =
        inBatch(
            call ->
                ScriptedResponse.data(
                    ids(call).stream().map(BatchPollingTest::success).toArray(String[]::new)));

    submitAndAwait(patient(server));

    assertThat(server.polls()).hasSizeLessThan(JOBS / 2);
  }

  @Test
  void pollsOneByOneWhenServerRefusesBatches() throws IOException {
    var server = inBatch(call -> ScriptedResponse.errors(400, "{\"code\":\"tooManyTasks\"}"));

    submitAndAwait(patient(server));
  }

  @Test
  void asksOneByOneWhenAProxyRefusesLongRequests() throws IOException {
    var server = inBatch(call -> ScriptedResponse.of(413, "<html>too large</html>"));

    submitAndAwait(patient(server));
  }

  @Test
  void asksAgainForJobsThatWentUnanswered() throws IOException {
    var server = inBatch(call -> ScriptedResponse.data(success(call.id())));

    submitAndAwait(patient(server));
  }

  @Test
  void keepsResultsDespiteErrorWithoutTask() throws IOException {
    var server =
        inBatch(
            call ->
                ScriptedResponse.errors(200, "{\"code\":\"providerError\",\"message\":\"oh\"}"));

    submitAndAwait(patient(server));
  }

  @Test
  void keepsResultsDespiteItemsWithoutTask() throws IOException {
    var server =
        inBatch(
            call ->
                ScriptedResponse.data(
                    "{\"status\":\"success\",\"videoUUID\":\"%s\"}".formatted(UUID.randomUUID())));

    submitAndAwait(patient(server));
  }

  @Test
  void readsABatchOfWhichSomeAreRefused() throws IOException {
    var server =
        inBatch(
            call ->
                ScriptedResponse.both(
                    400,
                    ids(call).stream().skip(1).map(BatchPollingTest::success).toList(),
                    List.of(
                        "{\"taskUUID\":\"%s\",\"status\":\"processing\",\"code\":\"rateLimitExceeded\"}"
                            .formatted(call.id()))));

    submitAndAwait(patient(server));
  }

  @Test
  void needsNoThreadPerJob() throws IOException {
    var server =
        inBatch(
            call ->
                ScriptedResponse.data(
                    ids(call).stream()
                        .map(id -> "{\"taskUUID\":\"%s\",\"status\":\"processing\"}".formatted(id))
                        .toArray(String[]::new)));
    var client = patient(server);
    var jobs = IntStream.range(0, 300).mapToObj(i -> client.submit(ClipRequest.of(2))).toList();

    assertThat(jobs).allSatisfy(job -> assertThat(job.results()).hasSizeLessThan(2));
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .filteredOn(name -> name.startsWith("callsheet") && !name.equals("callsheet-journal"))
        .hasSizeLessThan(10);
  }
}
