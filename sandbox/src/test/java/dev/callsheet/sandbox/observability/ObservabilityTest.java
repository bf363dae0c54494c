package dev.callsheet.sandbox.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.RawResult;
import dev.callsheet.runtime.client.error.SafetyException;
import dev.callsheet.runtime.client.job.Job;
import dev.callsheet.runtime.client.job.JobListener;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.policy.PollPolicy;
import dev.callsheet.runtime.client.policy.RetryPolicy;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WireFault;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** The adapter for OpenTelemetry of docs/observability.md against that library. */
final class ObservabilityTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Test
  void theAdapterMatchesTheDocumentation() throws IOException {
    String source =
        Files.readString(
            Path.of("src/test/java/dev/callsheet/sandbox/observability/TracingListener.java"));
    assertThat(Files.readString(Path.of("../docs/observability.md")))
        .contains(source.substring(source.indexOf("/** ")).strip());
  }

  @Test
  void jobsAreTraced() throws Exception {
    var spans = InMemorySpanExporter.create();
    try (var provider =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build()) {
      var listener = new TracingListener(provider.get("test"));
      var failing = RenderFailure.all("imageBlocked", "Not fit to be shown.");
      var behavior =
          SandboxBehavior.builder().renderFailure(failing).wireFaults(WireFault.status(503));
      var ended = new CompletableFuture<Void>();
      try (var sandbox = sandbox(behavior);
          var client = client(sandbox, listener)) {
        Job<RawResult> job = client.submit(request());
        assertThatThrownBy(() -> job.await(LIMIT)).isInstanceOf(SafetyException.class);
        job.onProgress(now -> ended.complete(null));
        ended.get(20, TimeUnit.SECONDS);
        var span = spans.getFinishedSpanItems().get(0);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getEvents())
            .extracting(EventData::getName)
            .containsExactly("retrying", "accepted");
        assertThat(span.getAttributes().asMap()).containsValue(job.id().toString());
      }
    }
  }

  private static Sandbox sandbox(SandboxBehavior.Builder behavior) throws IOException {
    return Sandbox.start(
        SandboxOptions.builder()
            .renderTime(RenderTime.fixed(Duration.ofMillis(50)))
            .behavior(behavior.build())
            .build());
  }

  private static CallsheetClient client(Sandbox sandbox, JobListener listener) {
    return CallsheetClient.builder()
        .endpoint(sandbox.endpoint())
        .apiKey("key-of-a-test")
        .journal(Journal.none())
        .retries(new RetryPolicy(3, Duration.ofMillis(1), 1, Duration.ofMillis(1), 0))
        .polling(PollPolicy.fixedDelay(Duration.ofMillis(20)))
        .listener(listener)
        .build();
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
}
