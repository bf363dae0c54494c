package dev.callsheet.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callsheet.runtime.client.error.ApiException;
import dev.callsheet.runtime.client.error.AuthException;
import dev.callsheet.runtime.client.error.ConnectionException;
import dev.callsheet.runtime.client.error.InvalidRequestException;
import dev.callsheet.runtime.client.error.RateLimitException;
import dev.callsheet.runtime.client.error.ValidationException;
import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.job.Outcome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskSubmissionTest extends ClientTest {
  private static final UUID MEDIA = UUID.randomUUID();

  /**
   * A server whose submissions are answered by the script, and whose polls deliver once the script
   * has acknowledged the task or told of a conflict.
   */
  private ScriptedServer delivering(ScriptedPlatform.Script submissions) throws IOException {
    var accepted = new AtomicBoolean();
    var number = new AtomicInteger();
    return server(
        call -> {
          if (call.isPoll()) {
            return accepted.get()
                ? ScriptedResponse.data(call.success(MEDIA))
                : ScriptedResponse.data();
          }
          var answer = submissions.answer(call.renumbered(number.incrementAndGet()));
          if (answer.acknowledges()) {
            accepted.set(true);
          }
          return answer;
        });
  }

  @Test
  void sendsTheTaskAsTheApiWantsIt() throws IOException {
    var server = delivering(call -> ScriptedResponse.data(call.ack()));
    var request = ClipRequest.of(1);

    client(server).submit(request).await(LONG);

    var sent = server.submissions().get(0);
    assertThat(sent.tasks().toString())
        .isEqualTo(
            """
            [{"taskType":"videoInference","taskUUID":"%s","model":"acme:clip@1",\
            "positivePrompt":"a whale","numberResults":1}]"""
                .formatted(request.jobId()));
    assertThat(sent.headers())
        .containsEntry("Authorization", List.of("Bearer " + KEY))
        .containsEntry("Content-type", List.of("application/json"));
  }

  @Test
  void sendsNothingWhenTheRequestBreaksARule() throws IOException {
    var server = delivering(call -> ScriptedResponse.data(call.ack()));
    var client = client(server);
    var request = ClipRequest.prompt("");

    var refusal = catchThrowableOfType(InvalidRequestException.class, () -> client.submit(request));

    assertThat(refusal.violations()).extracting("rule").containsExactly("wrong-length");
    assertThat(refusal).hasMessageContaining("positivePrompt is 2 to 2500 long");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void sendsARequestThatHasWarningsOnly() throws IOException {
    var server = delivering(call -> ScriptedResponse.data(call.ack()));

    assertThat(client(server).submit(ClipRequest.prompt("odd")).await(LONG)).hasSize(1);
  }

  @Test
  void takesAnEmptyListAsAnAcknowledgment() throws IOException {
    var server = delivering(call -> ScriptedResponse.ok("{\"data\":[]}"));

    assertThat(client(server).submit(ClipRequest.of(1)).await(LONG)).hasSize(1);
    assertThat(server.submissions()).hasSize(1);
  }

  @Test
  void takesResultsThatComeAtOnce() throws IOException {
    var server =
        server(call -> ScriptedResponse.data(call.item("\"imageUUID\":\"%s\"".formatted(MEDIA))));

    var deliveries = client(server).submit(ClipRequest.of(1)).await(LONG);

    assertThat(deliveries).hasSize(1);
    assertThat(server.polls()).isEmpty();
  }

  @Test
  void readsAConflictAfterALostReplyAsAccepted() throws IOException {
    var server =
        delivering(
            call ->
                call.number() == 1
                    ? ScriptedResponse.dropped()
                    : ScriptedResponse.errors(400, call.error("conflictTaskUUID")));

    var job = client(server).submit(ClipRequest.of(1));

    assertThat(job.await(LONG)).hasSize(1);
    assertThat(server.submissions()).hasSize(2);
    assertThat(server.submissions())
        .extracting(ScriptedPlatform.Call::id)
        .containsOnly(job.id() + "");
  }

  @Test
  void reportsAConflictOnTheFirstAttempt() throws IOException {
    var server = delivering(call -> ScriptedResponse.errors(400, call.error("conflictTaskUUID")));

    var job = client(server).submit(ClipRequest.of(1));

    var error = catchThrowableOfType(ValidationException.class, () -> job.await(LONG));
    assertThat(error.error().code()).isEqualTo("conflictTaskUUID");
    assertThat(error.error().job()).isEqualTo(job.id());
    assertThat(error).hasMessageContaining("attach to it by its id");
  }

  @Test
  void findsTheTaskThatGoesOnAfterASynchronousTimeout() throws IOException {
    var server =
        delivering(
            call ->
                call.number() == 1
                    ? ScriptedResponse.of(504, "upstream timed out")
                    : ScriptedResponse.errors(400, call.error("conflictTaskUUID")));

    assertThat(client(server).submit(ClipRequest.of(1)).await(LONG)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void retriesAfterTransientError(int status) throws IOException {
    var server =
        delivering(
            call ->
                switch (call.number()) {
                  case 1 -> ScriptedResponse.of(status, "<html>try later</html>");
                  case 2 -> ScriptedResponse.errors(status, call.error("someCode"));
                  default -> ScriptedResponse.data(call.ack());
                });

    assertThat(client(server).submit(ClipRequest.of(1)).await(LONG)).hasSize(1);
    assertThat(server.submissions()).hasSize(3);
  }

  @Test
  void waitsAsLongAsTheServerAsks() throws IOException {
    var waits = new CopyOnWriteArrayList<Duration>();
    var server =
        delivering(
            call ->
                call.number() == 1
                    ? ScriptedResponse.errors(429, call.error("rateLimitExceeded"))
                        .with("Retry-After", "0.05")
                    : ScriptedResponse.data(call.ack()));
    var client =
        closing(
            settings(server)
                .listener(
                    new JobListener() {
                      @Override
                      public void onRetrying(Retrying event) {
                        waits.add(event.delay());
                      }
                    })
                .build());

    client.submit(ClipRequest.of(1)).await(LONG);

    assertThat(waits).containsExactly(Duration.ofMillis(50));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 422})
  void doesNotSendAgainWhatIsRefused(int status) throws IOException {
    var server = delivering(call -> ScriptedResponse.of(status, "no"));

    var job = client(server).submit(ClipRequest.of(1));

    assertThatThrownBy(() -> job.await(LONG)).isInstanceOf(ApiException.class);
    assertThat(server.submissions()).hasSize(1);
  }

  @Test
  void everyListenerIsToldOfARefusalAndOfGivingUp() throws Exception {
    var refusing = delivering(call -> ScriptedResponse.of(403, "no"));
    var silent = delivering(call -> ScriptedResponse.dropped());
    for (var server : List.of(refusing, silent)) {
      var told = new CountDownLatch(2);
      var rejections = new CopyOnWriteArrayList<JobListener.Rejected>();
      var listener =
          new JobListener() {
            @Override
            public void onRejected(Rejected event) {
              rejections.add(event);
              told.countDown();
            }
          };
      var client = closing(settings(server).listener(listener).listener(listener).build());

      var job = client.submit(ClipRequest.of(1));

      var thrown = catchThrowableOfType(ApiException.class, () -> job.await(LONG));
      assertThat(told.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(rejections)
          .hasSize(2)
          .allMatch(event -> event.job().equals(job.id()))
          .allMatch(event -> event.error().equals(thrown.error()))
          .allMatch(event -> event.attempts() == server.submissions().size());
    }
  }

  @Test
  void failsEveryResultOfARefusedTask() throws IOException {
    var server =
        delivering(
            call ->
                ScriptedResponse.errors(
                    200,
                    call.item(
                        """
                        "code":"invalidParameters","message":"width and height clash",
                        "parameter":["width","height"],"allowedValues":{"0":512,"1":1024},"min":64
                        """)));

    var job = client(server).submit(ClipRequest.of(3));

    var thrown = catchThrowableOfType(ValidationException.class, () -> job.await(LONG));
    var error = thrown.error();
    assertThat(error.parameters()).containsExactly("width", "height");
    assertThat(error.allowedValues()).extracting(Object::toString).containsExactly("512", "1024");
    assertThat(error.raw().path("min").asInt()).isEqualTo(64);
    assertThat(error.httpStatus()).isEqualTo(200);
    assertThat(error.isRetryable()).isFalse();
    assertThat(job.results()).hasSize(3).hasOnlyElementsOfType(Outcome.Failed.class);
  }

  @Test
  void takesAnErrorThatNamesNoTaskAsTheOneTasks() throws IOException {
    var server =
        delivering(
            call ->
                ScriptedResponse.errors(
                    401,
                    """
                    {"code":"invalidApiKey","message":"Invalid key","parameter":"apiKey","taskType":"authentication"}
                    """));

    var job = client(server).submit(ClipRequest.of(1));

    assertThatThrownBy(() -> job.await(LONG))
        .isInstanceOf(AuthException.class)
        .hasMessage("Invalid key [AUTH, code invalidApiKey, parameter apiKey, HTTP 401]");
  }

  @Test
  void givesUpAfterTheLastAttemptAndSaysWhatIsUncertain() throws IOException {
    var server = delivering(call -> ScriptedResponse.dropped());

    var job = client(server).submit(ClipRequest.of(1));

    assertThatThrownBy(() -> job.await(LONG))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("Given up after 4 attempts")
        .hasMessageContaining("may have been accepted");
    assertThat(server.submissions()).hasSize(4);
  }

  @Test
  void doesNotClaimPossibleAcceptanceAfterTransientRefusals() throws IOException {
    var server = delivering(call -> ScriptedResponse.errors(429, call.error("rateLimitExceeded")));

    var job = client(server).submit(ClipRequest.of(1));

    assertThatThrownBy(() -> job.await(LONG))
        .isInstanceOf(RateLimitException.class)
        .hasMessageNotContaining("may have been accepted");
  }

  @Test
  void findsTheTaskWhenAGivenUpRequestIsSubmittedAgain() throws IOException {
    var server =
        delivering(
            call ->
                call.number() <= 4
                    ? ScriptedResponse.dropped()
                    : ScriptedResponse.errors(400, call.error("conflictTaskUUID")));
    var client = client(server);
    var request = ClipRequest.of(1);
    var first = client.submit(request);
    assertThatThrownBy(() -> first.await(LONG)).isInstanceOf(ConnectionException.class);

    assertThat(client.submit(request).await(LONG)).hasSize(1);
  }

  @Test
  void failsWhenServerIsUnreachable() throws IOException {
    var server = delivering(call -> ScriptedResponse.dropped());
    var closed = URI.create("http://127.0.0.1:1/v1");
    var client = closing(settings(server).endpoint(closed).build());

    var job = client.submit(ClipRequest.of(1));

    assertThatThrownBy(() -> job.await(LONG))
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith("Cannot connect to http://127.0.0.1:1")
        .hasMessageNotContaining("may have been accepted");
  }

  @Test
  void sharesTheJobOfARequestThatIsUnderWay() throws IOException {
    var go = new CountDownLatch(1);
    var server =
        delivering(
            call -> {
              go.await();
              return ScriptedResponse.data(call.ack());
            });
    var client = client(server);
    var request = ClipRequest.of(1);

    var first = client.submit(request);
    var second = client.submit(request);
    go.countDown();

    assertThat(first.await(LONG)).hasSize(1);
    assertThat(second.await(LONG)).hasSize(1);
    assertThat(server.submissions()).hasSize(1);
  }

  @Test
  void refusesAnotherRequestWithAUuidThatIsUnderWay() throws IOException {
    var server = server(call -> ScriptedResponse.data(call.processing()));
    var client = client(server);
    var request = ClipRequest.of(1);
    client.submit(request);
    var other = new ClipRequest(request.jobId(), "another whale", null, 1);

    assertThatThrownBy(() -> client.submit(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(request.jobId().toString());
  }

  @Test
  void takesAReplyThatNeverComesAsLost() throws IOException {
    var never = new CountDownLatch(1);
    var server =
        delivering(
            call -> {
              if (call.number() == 1) {
                never.await();
              }
              return ScriptedResponse.errors(400, call.error("conflictTaskUUID"));
            });
    var client = closing(settings(server).requestTimeout(Duration.ofMillis(300)).build());

    assertThat(client.submit(ClipRequest.of(1)).await(LONG)).hasSize(1);
  }

  @Test
  void takesAReplyThatStallsHalfWayAsLost() throws IOException {
    var server =
        delivering(
            call ->
                call.number() == 1
                    ? ScriptedResponse.data(call.ack()).stalling()
                    : ScriptedResponse.errors(400, call.error("conflictTaskUUID")));
    var client = closing(settings(server).requestTimeout(Duration.ofMillis(300)).build());

    assertThat(client.submit(ClipRequest.of(1)).await(LONG)).hasSize(1);
  }
}
