package dev.callsheet.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.RawResult;
import dev.callsheet.runtime.client.error.JobPendingException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.ledger.ReceivedRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A sandbox for the tests of a class, by annotation and by options. */
@Sandbox
class SandboxExtensionTest {
  @RegisterExtension
  static final SandboxExtension SLOW =
      SandboxExtension.with(
          SandboxOptions.builder().renderTime(RenderTime.fixed(Duration.ofHours(1))).build());

  private final dev.callsheet.sandbox.Sandbox injected;
  private final CallsheetClient injectedClient;

  SandboxExtensionTest(dev.callsheet.sandbox.Sandbox sandbox, CallsheetClient client) {
    this.injected = sandbox;
    this.injectedClient = client;
  }

  /** Runs twice, and sees nothing of the first time in the second. */
  @RepeatedTest(2)
  void aTestSeesWhatItSentAndNothingElse(
      dev.callsheet.sandbox.Sandbox sandbox, CallsheetClient client, Ledger ledger)
      throws Exception {
    assertThat(injected).isSameAs(sandbox);
    assertThat(injectedClient).isSameAs(client);
    assertThat(ledger.totalCharged()).isZero();
    assertThat(sandbox.requests()).isEmpty();

    client.submit(RawRequest.of(image())).await(Duration.ofSeconds(30));
    assertThat(ledger.totalCharged()).isPositive();
    assertThat(sandbox.requests()).extracting(ReceivedRequest::status).containsOnly(200);
    ReceivedRequest submission = sandbox.requests().get(0);
    assertThat(submission.method()).isEqualTo("POST");
    assertThat(submission.address()).isEqualTo("/v1");
    assertThat(submission.headers()).contains("Authorization: ***");
    assertThat(submission.tasks().get(0).path("positivePrompt").asString()).isEqualTo("A heron");
    assertThat(submission.reply()).contains("\"data\"");
  }

  @Test
  void aBodyThatIsNoJsonSaysSo(dev.callsheet.sandbox.Sandbox sandbox) throws Exception {
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(sandbox.endpoint())
                .POST(HttpRequest.BodyPublishers.ofString("[{"))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    ReceivedRequest received = sandbox.requests().get(0);
    assertThat(received.body()).isEqualTo("[{");
    assertThatThrownBy(received::json)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the body of POST /v1 is no JSON");
  }

  @Test
  void optionsOfOnesOwnAreInAField() throws Exception {
    assertThat(SLOW.sandbox()).isNotSameAs(injected);
    assertThat(SLOW.client()).isNotSameAs(injectedClient).isSameAs(SLOW.client());
    Job<RawResult> job =
        SLOW.client().submit(RawRequest.of(image().put("deliveryMethod", "async")));
    assertThatThrownBy(() -> job.await(Duration.ofSeconds(1)))
        .isInstanceOf(JobPendingException.class);
    assertThat(job.results()).isEmpty();
    assertThat(SLOW.sandbox().ledger().account(job.id().toString()).chargeCount()).isEqualTo(1);
    assertThat(injected.ledger().accounts()).isEmpty();
  }

  /** As the parameter of a test with parameters: that is for whoever gives them. */
  @ParameterizedTest
  @ValueSource(strings = "https://example.com/")
  void addressesOfATestAreItsOwn(URI address, Ledger ledger) {
    assertThat(address).hasHost("example.com");
    assertThat(ledger.entries()).isEmpty();
  }

  @Nested
  class InANestedClass {
    @Test
    void theSandboxIsTheSame(dev.callsheet.sandbox.Sandbox sandbox) {
      assertThat(sandbox).isSameAs(injected);
    }
  }

  @Nested
  @Sandbox(platform = "fal", shared = true)
  class OfAnotherPlatform {
    @Test
    void theInnermostAnnotationCounts(dev.callsheet.sandbox.Sandbox sandbox) {
      assertThat(sandbox.platformName()).isEqualTo("fal");
      assertThat(injected).isSameAs(sandbox);
    }
  }

  @Nested
  @Sandbox
  class WithAnEqualAnnotation {
    @Test
    void hasASandboxOfItsOwn(dev.callsheet.sandbox.Sandbox sandbox) throws Exception {
      assertThat(injected).isSameAs(sandbox);
      assertThat(SLOW.sandbox()).isNotSameAs(sandbox);
    }
  }

  @Test
  void anExtensionOutsideOfATestSaysWhereItBelongs() {
    assertThatThrownBy(() -> SandboxExtension.with(SandboxOptions.defaults()).sandbox())
        .hasMessageContaining("static field");
  }

  @Test
  void theDocumentationShowsATestThatRuns() throws Exception {
    String source =
        Files.readString(Path.of("src/test/java/dev/callsheet/junit/SandboxedFilmTest.java"));
    String part = source.substring(source.indexOf("@Sandbox("), source.indexOf("  // end of"));
    assertThat(Files.readString(Path.of("../../docs/sandbox.md"))).contains(part.strip());
  }

  private static ObjectNode image() {
    return (ObjectNode)
        JsonMapper.shared()
            .readTree(
                """
                {"taskType": "imageInference", "model": "runware:101@1",
                 "positivePrompt": "A heron", "width": 1024, "height": 1024}
                """);
  }
}
