package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.SandboxLimits;
import dev.callsheet.sandbox.behavior.UnknownModelPolicy;
import dev.callsheet.sandbox.ledger.TaskAccount;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks of a described platform are kept and forgotten as those of Runware are. */
final class PlatformKeepTest {
  private static final Duration RENDER = Duration.ofMinutes(1);
  private final ManualClock clock = new ManualClock();
  private final HttpClient http = HttpClient.newHttpClient();
  private Sandbox sandbox;

  private void start(SandboxLimits limits) throws Exception {
    ModelCatalogue catalogue = ModelCatalogue.bundled();
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .catalogue(catalogue)
                .platform(catalogue.platform("fal").orElseThrow())
                .behavior(
                    SandboxBehavior.builder().unknownModel(UnknownModelPolicy.ACCEPTED).build())
                .renderTime(RenderTime.fixed(RENDER))
                .limits(limits)
                .build(),
            clock);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) throws Exception {
    return http.send(
        request.header("Authorization", "Key of-a-test").build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> submit(String body) throws Exception {
    String address = sandbox.endpoint().toString().replaceAll("/$", "") + "/acme/sketch";
    return exchange(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private URI submitted() throws Exception {
    HttpResponse<String> reply = submit("{\"prompt\": \"A heron, asleep\"}");
    assertThat(reply.statusCode()).isEqualTo(200);
    return URI.create(HttpTestClient.JSON.readTree(reply.body()).path("status_url").asString());
  }

  private boolean isKnown(URI task) throws Exception {
    return exchange(HttpRequest.newBuilder(task)).statusCode() != 404;
  }

  @Test
  void whatRunsIsKeptHoweverMuchThereIs() throws Exception {
    start(SandboxLimits.defaults().keep(Duration.ZERO, 0));
    URI first = submitted();
    URI second = submitted();
    assertThat(isKnown(first)).isTrue();
    assertThat(isKnown(second)).isTrue();
    assertThat(sandbox.ledger().accounts().values())
        .hasSize(2)
        .allMatch(account -> account.submissionCount() == 1 && account.chargeCount() == 1);
    clock.advance(RENDER);
    assertThat(isKnown(first)).isFalse();
    assertThat(sandbox.ledger().accounts()).isEmpty();
  }

  @Test
  void itsTimeBeginsWhenItIsFinished() throws Exception {
    start(SandboxLimits.defaults().keep(Duration.ofSeconds(50), 1000));
    URI task = submitted();
    clock.advance(RENDER.plusSeconds(49));
    assertThat(isKnown(task)).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(isKnown(task)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"prompt\": \"LARGE\"}", "{\"prompt\": \"\", \"LARGE\": 1}"})
  void largeTasksAreRefusedInThePlatformsFormWhileThoseThatRunLeaveNoRoom(String body)
      throws Exception {
    start(SandboxLimits.defaults().sizes(10_000, 20_000, 12_000));
    String large = body.replace("LARGE", "a".repeat(5000));
    assertThat(submit(large).statusCode()).isEqualTo(200);
    assertThat(submit(large).statusCode()).isEqualTo(200);
    HttpResponse<String> refused = submit(large);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("Too many large tasks run at once").contains("detail");
    assertThat(sandbox.ledger().accounts().values().stream().mapToLong(TaskAccount::chargeCount))
        .containsExactlyInAnyOrder(1L, 1L, 0L);
    clock.advance(RENDER);
    assertThat(submit(large).statusCode()).isEqualTo(200);
  }
}
