package dev.callsheet.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.error.AuthException;
import dev.callsheet.runtime.client.error.BudgetException;
import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderTime;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an application gets from the starter, in contexts of Spring Boot 3.5. */
class CallsheetAutoConfigurationTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String KEY = "key-of-the-tests";

  private static Sandbox sandbox;

  @TempDir private Path directory;

  @BeforeAll
  static void start() throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .apiKeys(KEY)
                .renderTime(RenderTime.fixed(Duration.ofMillis(10)))
                .build());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  /** An application in an environment with these variables, and no others. */
  private static ApplicationContextRunner application(Map<String, String> variables) {
    return new ApplicationContextRunner(() -> context(variables))
        .withConfiguration(
            AutoConfigurations.of(
                CallsheetAutoConfiguration.class,
                CallsheetHealthAutoConfiguration.class,
                CallsheetMetricsAutoConfiguration.class,
                CallsheetSandboxAutoConfiguration.class,
                CallsheetWebhookAutoConfiguration.class));
  }

  private static ConfigurableApplicationContext context(Map<String, String> variables) {
    var context = new AnnotationConfigApplicationContext();
    context.setEnvironment(
        new StandardEnvironment() {
          @Override
          public Map<String, Object> getSystemEnvironment() {
            return new HashMap<>(variables);
          }
        });
    return context;
  }

  /** An application whose properties bring its client to the sandbox. */
  private ApplicationContextRunner applicationOfProperties() {
    return application(Map.of())
        .withPropertyValues(
            "callsheet.api-key=" + KEY,
            "callsheet.endpoint=" + sandbox.endpoint(),
            "callsheet.journal=" + directory);
  }

  private static RawRequest request() {
    return RawRequest.of(
        JsonNodeFactory.instance
            .objectNode()
            .put("taskType", "videoInference")
            .put("model", "klingai:kling-video@o3-pro")
            .put("positivePrompt", "A kite crosses a harbour at noon")
            .put("width", 1920)
            .put("height", 1080));
  }

  @Test
  void aClientIsMadeOfProperties() {
    applicationOfProperties()
        .run(
            context -> {
              var client = context.getBean(CallsheetClient.class);
              assertThat(client.endpoint()).isEqualTo(sandbox.endpoint());
              assertThat(client.submit(request()).await(LIMIT)).hasSize(1);
              assertThat(directory).isNotEmptyDirectory();
            });
  }

  @Test
  void aClientIsMadeOfEnvironmentVariables() {
    var variables = new HashMap<>(sandbox.environment());
    variables.put("CALLSHEET_JOURNAL", directory.toString());
    application(variables)
        .run(
            context ->
                assertThat(context.getBean(CallsheetClient.class).endpoint())
                    .isEqualTo(sandbox.endpoint()));
  }

  @Test
  void aPlatformHasAKeyAndAnEndpoint() {
    application(Map.of())
        .withPropertyValues(
            "callsheet.platforms.fal.api-key=" + KEY,
            "callsheet.platforms.fal.endpoint=http://127.0.0.1:9",
            "callsheet.journal=" + directory)
        .run(
            context ->
                assertThat(context.getBean(CallsheetClient.class).endpoint())
                    .isEqualTo(URI.create("http://127.0.0.1:9")));
  }

  @Test
  void theClientIsClosedWithTheApplication() {
    var client = new CompletableFuture<CallsheetClient>();
    applicationOfProperties()
        .run(context -> client.complete(context.getBean(CallsheetClient.class)));
    assertThatThrownBy(() -> client.join().submit(request()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void budgetsHold() {
    applicationOfProperties()
        .withPropertyValues("callsheet.budget.total=0.01")
        .run(
            context ->
                assertThatThrownBy(() -> context.getBean(CallsheetClient.class).submit(request()))
                    .isInstanceOf(BudgetException.class));
  }

  @Test
  void beansListenAndCustomize() {
    var accepted = new CompletableFuture<JobListener.Accepted>();
    var listener =
        new JobListener() {
          @Override
          public void onAccepted(Accepted event) {
            accepted.complete(event);
          }
        };
    applicationOfProperties()
        .withBean(JobListener.class, () -> listener)
        .withBean(Journal.class, Journal::none)
        .withBean(
            CallsheetClientCustomizer.class,
            () -> settings -> settings.account("the account of a bean"))
        .run(
            context -> {
              var job = context.getBean(CallsheetClient.class).submit(request());
              assertThat(accepted.get(LIMIT.toSeconds(), TimeUnit.SECONDS).job())
                  .isEqualTo(job.id());
              assertThat(directory).as("the journal of the properties").isEmptyDirectory();
            });
  }

  @Test
  void aClientOfTheApplicationsOwnComesFirst() {
    var own =
        CallsheetClient.builder()
            .apiKey(KEY)
            .endpoint(sandbox.endpoint())
            .journal(Journal.none())
            .build();
    application(Map.of())
        .withBean(CallsheetClient.class, () -> own)
        .run(context -> assertThat(context.getBean(CallsheetClient.class)).isSameAs(own));
  }

  @Test
  void withoutAKeyTheStartSaysWhatToSet() {
    application(Map.of())
        .run(
            context -> {
              var analysis =
                  new ConfigurationFailureAnalyzer().analyze(context.getStartupFailure());
              assertThat(analysis.getDescription())
                  .startsWith("The Callsheet client cannot be made. No API key:")
                  .contains("RUNWARE_API_KEY");
              assertThat(analysis.getAction()).contains("callsheet.api-key");
            });
  }

  @Test
  void anAddressThatIsNoneIsToldAtTheStart() {
    application(Map.of("FAL_KEY", KEY, "CALLSHEET_ENDPOINT_FAL", "foo bar"))
        .run(
            context -> {
              var analysis =
                  new ConfigurationFailureAnalyzer().analyze(context.getStartupFailure());
              assertThat(analysis.getDescription())
                  .contains("CALLSHEET_ENDPOINT_FAL is not a URI: foo bar.");
              assertThat(analysis.getAction()).doesNotContain("api-key");
            });
  }

  /** Keys for platforms that a test must not reach are no use to it. */
  @Test
  void aSandboxIsAllThatTheClientReaches() {
    application(Map.of("FAL_KEY", KEY, "CALLSHEET_ENDPOINT", "http://127.0.0.1:9"))
        .withBean(Sandbox.class, () -> sandbox, definition -> definition.setDestroyMethodName(""))
        .withPropertyValues(
            "callsheet.api-key=of-the-real-account",
            "callsheet.platforms.replicate.api-key=of-the-real-account")
        .withBean(
            CallsheetClientCustomizer.class,
            () ->
                settings ->
                    settings
                        .endpoint(URI.create("http://127.0.0.1:9"))
                        .apiKey("of-the-real-account"))
        .run(
            context -> {
              var client = context.getBean(CallsheetClient.class);
              assertThat(client.endpoint()).isEqualTo(sandbox.endpoint());
              assertThat(client.submit(request()).await(LIMIT)).hasSize(1);
              for (var platform : new String[] {"fal", "replicate"}) {
                var elsewhere =
                    RawRequest.of(platform, "some/model", JsonNodeFactory.instance.objectNode());
                assertThatThrownBy(() -> client.submit(elsewhere))
                    .hasMessageStartingWith("No API key for " + platform);
              }
            });
  }

  @Test
  void metersCountWhatTheClientDoes() {
    var downloaded = new CompletableFuture<Void>();
    applicationOfProperties()
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withBean(
            CallsheetClientCustomizer.class,
            () -> settings -> settings.polling(PollPolicy.fixedDelay(Duration.ofMillis(5))))
        .run(
            context -> {
              var client = context.getBean(CallsheetClient.class);
              var unused = client.media().upload(Path.of("pom.xml"));
              var file = client.submit(request()).await(LIMIT).get(0).download(directory);
              client.submit(request()).onResult(delivery -> downloaded.complete(null)).await(LIMIT);
              downloaded.get(20, TimeUnit.SECONDS); // and so is all that was announced before
              var meters = context.getBean(MeterRegistry.class);
              assertThat(meters.get("callsheet.submit").timer().count()).isPositive();
              assertThat(meters.get("callsheet.poll").tag("ok", "true").timer().count())
                  .isPositive();
              assertThat(meters.get("callsheet.upload").timer().count()).isEqualTo(1);
              assertThat(meters.get("callsheet.download").timer().count()).isEqualTo(1);
              assertThat(meters.get("callsheet.download.bytes").counter().count())
                  .isEqualTo((double) Files.size(file));
              assertThat(
                      meters.get("callsheet.results").tag("outcome", "delivered").counter().count())
                  .isPositive();
              assertThat(meters.get("callsheet.job").tag("status", "FINISHED").timer().count())
                  .isPositive();
            });
  }

  @Test
  void theListenerMatchesTheDocumentation() throws IOException {
    var source =
        Files.readString(Path.of("src/main/java/dev/callsheet/spring/MicrometerListener.java"));
    assertThat(Files.readString(Path.of("../../docs/observability.md")))
        .contains(source.substring(source.indexOf("/** ")).strip());
  }

  @Test
  void healthTellsOfAKeyThatDoesNotOpen() {
    applicationOfProperties()
        .run(
            context -> {
              context.getBean(CallsheetClient.class).submit(request()).await(LIMIT);
              var health = context.getBean(HealthIndicator.class).health();
              assertThat(health.getStatus()).isEqualTo(Status.UP);
              assertThat(health.getDetails())
                  .containsEntry("endpoint", sandbox.endpoint().toString());
            });
    var rejected = new CompletableFuture<JobListener.Rejected>();
    applicationOfProperties()
        .withPropertyValues("callsheet.api-key=another-key")
        .withBean(
            "last",
            JobListener.class,
            () ->
                new JobListener() {
                  @Override
                  public void onRejected(Rejected event) {
                    rejected.complete(event);
                  }
                })
        .run(
            context -> {
              var job = context.getBean(CallsheetClient.class).submit(request());
              assertThatThrownBy(() -> job.await(LIMIT)).isInstanceOf(AuthException.class);
              rejected.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
              var health = context.getBean(HealthIndicator.class).health();
              assertThat(health.getStatus()).isEqualTo(Status.DOWN);
              assertThat(health.getDetails()).containsEntry("category", "AUTH");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "management.health.callsheet.enabled=false",
        "management.health.defaults.enabled=false"
      })
  void healthCanBeLeftOut(String property) {
    applicationOfProperties()
        .withPropertyValues(property)
        .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
  }

  @Test
  void healthCanBeWantedAlone() {
    applicationOfProperties()
        .withPropertyValues(
            "management.health.defaults.enabled=false", "management.health.callsheet.enabled=true")
        .run(context -> assertThat(context).hasSingleBean(HealthIndicator.class));
  }

  @Test
  void settingsAreShownWithoutSecrets() {
    applicationOfProperties()
        .withPropertyValues(
            "callsheet.platforms.fal.api-key=another-secret",
            "callsheet.webhook.token=a-secret-of-webhooks")
        .run(
            context ->
                assertThat(context.getBean(CallsheetProperties.class).toString())
                    .contains("fal")
                    .doesNotContain(KEY)
                    .doesNotContain("secret"));
  }
}
