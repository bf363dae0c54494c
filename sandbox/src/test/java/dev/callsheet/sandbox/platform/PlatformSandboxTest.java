package dev.callsheet.sandbox.platform;

import static dev.callsheet.sandbox.platform.DescribedPlatforms.KEY;
import static dev.callsheet.sandbox.platform.DescribedPlatforms.LONG;
import static dev.callsheet.sandbox.platform.DescribedPlatforms.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.error.AuthException;
import dev.callsheet.runtime.client.error.CallsheetException;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.client.error.ValidationException;
import dev.callsheet.runtime.client.job.Cancellation;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.job.Progress;
import dev.callsheet.runtime.client.media.Media;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.UnknownModelPolicy;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.sandbox.ledger.TaskAccount;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Our own client on the sandbox of each bundled platform; both go by the same file. */
class PlatformSandboxTest {
  private static final String SOUND = "{'prompt': 'a lighthouse', MODEL}";

  @TempDir Path folder;
  private ModelCatalogue catalogue = ModelCatalogue.bundled();

  @BeforeEach
  void readSpecs() throws Exception {
    catalogue = DescribedPlatforms.catalogue(folder);
  }

  private static String input(String platform, String text) {
    boolean isModelInside = platform.equals("openai") || platform.equals("runway");
    return isModelInside ? text : text.replace(", MODEL", "");
  }

  private Sandbox sandbox(String platform, SandboxBehavior behavior) throws Exception {
    return DescribedPlatforms.sandbox(catalogue, platform, behavior);
  }

  private CallsheetClient client(String platform, Sandbox sandbox) {
    return DescribedPlatforms.client(catalogue, platform, sandbox, KEY, folder.resolve("journal"))
        .build();
  }

  private static TaskAccount onlyAccount(Sandbox sandbox) {
    assertThat(sandbox.ledger().accounts()).hasSize(1);
    return sandbox.ledger().accounts().values().iterator().next();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fal", "replicate", "openai", "runway"})
  void aRequestIsTakenFollowedPaidOnceAndDownloaded(String platform) throws Exception {
    try (var sandbox = sandbox(platform, SandboxBehavior.defaults());
        var client = client(platform, sandbox)) {
      var delivery = client.submit(request(platform, input(platform, SOUND))).await(LONG).get(0);

      assertThat(delivery.download(folder.resolve("out"))).isNotEmptyFile();
      assertThat(onlyAccount(sandbox).chargeCount()).isOne();
      assertThat(sandbox.ledger().totalCharged()).isEqualByComparingTo("0.04");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fal", "replicate", "openai", "runway"})
  void severalPicturesAreOneResult(String platform) throws Exception {
    try (var sandbox = sandbox(platform, SandboxBehavior.defaults());
        var client = client(platform, sandbox)) {
      var three = input(platform, "{'prompt': 'a lighthouse', 'n': 3, MODEL}");
      var delivery = client.submit(request(platform, three)).await(LONG).get(0);

      assertThat(delivery.downloadAll(folder.resolve("out"))).hasSize(3);
      assertThat(sandbox.ledger().totalCharged()).isEqualByComparingTo("0.12");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fal", "replicate", "runway"})
  void aFileIsStoredAndNamedInARequest(String platform) throws Exception {
    try (var sandbox = sandbox(platform, SandboxBehavior.defaults());
        var client = client(platform, sandbox)) {
      var drawn = client.submit(request(platform, input(platform, SOUND))).await(LONG).get(0);
      var stored = client.upload(platform, Media.of(drawn.download(folder.resolve("out"))));

      assertThat(stored.parameter()).matches("(http://127.0.0.1:\\d+/|runway://).+");
      var named = "{'prompt': 'a lighthouse', 'promptImage': '" + stored.parameter() + "', MODEL}";
      assertThat(client.submit(request(platform, input(platform, named))).await(LONG)).hasSize(1);
    }
  }

  @Test
  void aPlatformThatStoresNoFilesIsSaidToStoreNone() throws Exception {
    try (var sandbox = sandbox("openai", SandboxBehavior.defaults());
        var client = client("openai", sandbox)) {
      assertThatThrownBy(() -> client.upload("openai", Media.of(new byte[] {1})))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("OpenAI does not say how files are stored");
    }
  }

  @Test
  void whatIsResetIsForgotten() throws Exception {
    try (var sandbox = sandbox("replicate", SandboxBehavior.defaults());
        var client = client("replicate", sandbox)) {
      assertThat(client.submit(request("replicate", input("replicate", SOUND))).await(LONG))
          .hasSize(1);
      sandbox.reset();

      var list =
          HttpRequest.newBuilder(URI.create(sandbox.endpoint() + "/predictions"))
              .header("Authorization", "Bearer " + KEY)
              .build();
      var reply = HttpClient.newHttpClient().send(list, BodyHandlers.ofString());
      assertThat(JsonMapper.shared().readTree(reply.body()).path("results")).isEmpty();
    }
  }

  @Test
  void aReplyIsHeldUntilTheTaskHasEnded() throws Exception {
    try (var sandbox = sandbox("replicate", SandboxBehavior.defaults());
        var client = client("replicate", sandbox)) {
      assertThat(client.submit(request("replicate", input("replicate", SOUND))).await(LONG))
          .hasSize(1);
      assertThat(onlyAccount(sandbox).count(LedgerEntry.Kind.REPLY)).isOne();
      assertThat(onlyAccount(sandbox).count(LedgerEntry.Kind.POLL)).isZero();
    }
  }

  @Test
  void aVersionOfAModelHasTheSpecAndThePriceOfTheModel() throws Exception {
    var version = DescribedPlatforms.modelOf("replicate") + ":" + "0123456789abcdef".repeat(4);
    try (var sandbox = sandbox("replicate", SandboxBehavior.defaults());
        var client = client("replicate", sandbox)) {
      var sound = JsonMapper.shared().readTree("{\"prompt\": \"a lighthouse\", \"n\": 2}");
      assertThat(client.submit(RawRequest.of("replicate", version, sound)).await(LONG)).hasSize(1);
      assertThat(sandbox.ledger().totalCharged()).isEqualByComparingTo("0.08");
      var unsound = JsonMapper.shared().readTree("{\"prompt\": \"x\"}");
      assertThatThrownBy(
              () -> client.submit(RawRequest.of("replicate", version, unsound)).await(LONG))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("at least 2");
    }
  }

  @Test
  void theCostIsInTheResultWhereTheFileSaysSo() throws Exception {
    try (var sandbox = sandbox("runway", SandboxBehavior.defaults());
        var client = client("runway", sandbox)) {
      var delivery = client.submit(request("runway", input("runway", SOUND))).await(LONG).get(0);

      assertThat(delivery.json().at("/cost/credits").intValue()).isEqualTo(4);
      assertThat(delivery.cost().orElseThrow()).isEqualByComparingTo("0.04");
      assertThat(client.spending().reported()).isEqualByComparingTo("0.04");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fal", "replicate", "openai", "runway"})
  void whatBreaksTheSpecIsRefusedInThePlatformsForm(String platform) throws Exception {
    try (var sandbox = sandbox(platform, SandboxBehavior.defaults());
        var client = client(platform, sandbox)) {
      assertThatThrownBy(
              () ->
                  client
                      .submit(request(platform, input(platform, "{'prompt': 'x', MODEL}")))
                      .await(LONG))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("at least 2")
          .hasMessageContaining("parameter prompt");
      assertThat(onlyAccount(sandbox).count(LedgerEntry.Kind.REJECTION)).isOne();
      assertThat(sandbox.ledger().totalCharged()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fal", "replicate", "openai", "runway"})
  void aMissingParameterIsNamedAsTheRequestHasIt(String platform) throws Exception {
    try (var sandbox = sandbox(platform, SandboxBehavior.defaults());
        var client = client(platform, sandbox)) {
      var nothing = input(platform, "{'n': 1, MODEL}");
      assertThatThrownBy(() -> client.submit(request(platform, nothing)).await(LONG))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("`prompt` is missing");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fal", "replicate", "openai", "runway"})
  void aWrongKeyIsRefusedInThePlatformsForm(String platform) throws Exception {
    try (var sandbox = sandbox(platform, SandboxBehavior.defaults());
        var client =
            DescribedPlatforms.client(
                    catalogue, platform, sandbox, "another-key", folder.resolve("journal"))
                .build()) {
      assertThatThrownBy(() -> client.submit(request(platform, input(platform, SOUND))).await(LONG))
          .isInstanceOf(AuthException.class)
          .hasMessageContaining("Give a key in the header");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fal", "replicate", "openai", "runway"})
  void aTaskThatFailsIsReadAsFailedAndCostsNothing(String platform) throws Exception {
    var behavior =
        SandboxBehavior.builder()
            .renderFailure(new RenderFailure(1, "broken", "The easel fell over."))
            .build();
    try (var sandbox = sandbox(platform, behavior);
        var client = client(platform, sandbox)) {
      assertThatThrownBy(() -> client.submit(request(platform, input(platform, SOUND))).await(LONG))
          .isInstanceOf(CallsheetException.class)
          .hasMessageContaining("The easel fell over.");
      assertThat(sandbox.ledger().totalCharged()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fal", "replicate", "openai", "runway"})
  void anUnknownModelIsRefusedUnlessItIsToPass(String platform) throws Exception {
    catalogue = ModelCatalogue.bundled();
    try (var sandbox = sandbox(platform, SandboxBehavior.defaults());
        var client = client(platform, sandbox)) {
      assertThatThrownBy(() -> client.submit(request(platform, input(platform, SOUND))).await(LONG))
          .isInstanceOf(CallsheetException.class)
          .hasMessageContaining("knows no model");
    }
    var passing = SandboxBehavior.builder().unknownModel(UnknownModelPolicy.ACCEPTED).build();
    try (var sandbox = sandbox(platform, passing);
        var client = client(platform, sandbox)) {
      var delivery = client.submit(request(platform, input(platform, SOUND))).await(LONG).get(0);

      assertThat(delivery.download(folder.resolve("out"))).isNotEmptyFile();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fal", "replicate", "openai", "runway"})
  void aRefusalForNowIsWaitedFor(String platform) throws Exception {
    var behavior =
        SandboxBehavior.builder().wireFaults(WireFault.status(429, Duration.ZERO).times(2)).build();
    try (var sandbox = sandbox(platform, behavior);
        var client = client(platform, sandbox)) {
      assertThat(client.submit(request(platform, input(platform, SOUND))).await(LONG)).hasSize(1);
      assertThat(onlyAccount(sandbox).chargeCount()).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fal", "replicate"})
  void aTaskWhoseReplyWasLostIsFoundInTheList(String platform) throws Exception {
    var behavior = SandboxBehavior.builder().wireFaults(WireFault.dropReply()).build();
    try (var sandbox = sandbox(platform, behavior);
        var client = client(platform, sandbox)) {
      assertThat(client.submit(request(platform, input(platform, SOUND))).await(LONG)).hasSize(1);
      assertThat(onlyAccount(sandbox).chargeCount()).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "runway"})
  void aTaskWhoseReplyWasLostIsNotSentAgainWhereNothingCanBeFound(String platform)
      throws Exception {
    var behavior = SandboxBehavior.builder().wireFaults(WireFault.dropReply()).build();
    try (var sandbox = sandbox(platform, behavior);
        var client = client(platform, sandbox)) {
      assertThatThrownBy(() -> client.submit(request(platform, input(platform, SOUND))).await(LONG))
          .isInstanceOf(CallsheetException.class);
      assertThat(onlyAccount(sandbox).submissionCount()).isOne();
    }
  }

  private static void awaitAccepted(Job<?> job) {
    var running = new CompletableFuture<Progress>();
    job.onProgress(
        progress -> {
          if (progress.status() == JobStatus.RUNNING) {
            running.complete(progress);
          }
        });
    running.join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fal", "replicate", "runway"})
  void aTaskIsCancelledAndEnds(String platform) throws Exception {
    try (var sandbox =
            DescribedPlatforms.sandbox(
                catalogue, platform, SandboxBehavior.defaults(), Duration.ofMinutes(1));
        var client = client(platform, sandbox)) {
      var job = client.submit(request(platform, input(platform, SOUND)));
      awaitAccepted(job);

      assertThat(job.cancel().join()).isIn(Cancellation.CANCELLED, Cancellation.REQUESTED);
      assertThatThrownBy(() -> job.await(LONG)).isInstanceOf(CallsheetException.class);
      assertThat(onlyAccount(sandbox).count(LedgerEntry.Kind.CANCEL)).isOne();
    }
  }
}
