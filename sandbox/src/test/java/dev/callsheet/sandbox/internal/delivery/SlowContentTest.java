package dev.callsheet.sandbox.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.SandboxLimits;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.limit.Retentions;
import dev.callsheet.sandbox.internal.media.HostedMedia;
import dev.callsheet.sandbox.internal.media.HostedMediaContent;
import dev.callsheet.sandbox.internal.media.PixelSize;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.RenderOutcome;
import dev.callsheet.sandbox.internal.render.RenderResult;
import dev.callsheet.sandbox.internal.render.TaskQuote;
import dev.callsheet.sandbox.internal.state.SandboxState;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Some files take a while to make; who waits for something else does not wait for them. */
final class SlowContentTest {
  private static final InstantSource CLOCK = InstantSource.system();

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final CountDownLatch madeAtLast = new CountDownLatch(1);
  private HttpServer receiver;
  private DeliveryScheduler deliveries;

  @BeforeEach
  void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(new String(body, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    Retentions retentions = Retentions.of(SandboxLimits.defaults(), Duration.ofHours(1), CLOCK);
    deliveries =
        new DeliveryScheduler(
            SandboxBehavior.defaults(),
            new RecordingLedger(CLOCK, retentions.tasks(), SandboxState.NONE),
            CLOCK,
            retentions.tasks(),
            SandboxState.NONE);
  }

  @AfterEach
  void stop() {
    madeAtLast.countDown();
    deliveries.close();
    receiver.stop(0);
  }

  @Test
  void filesThatTakeLongToMakeHoldUpTheirOwnDeliveriesAlone() throws Exception {
    for (int i = 0; i < 3; i++) {
      deliveries.schedule(
          task("uploadEndpoint", new RenderOutcome.Rendered(slowMedia(), 1, null, this::noFields)));
    }
    deliveries.schedule(task("webhookURL", new RenderOutcome.Failed("taskFailed", "It failed.")));

    assertThat(received.poll(20, TimeUnit.SECONDS)).contains("It failed.");
    madeAtLast.countDown();
    for (int i = 0; i < 3; i++) {
      assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("the file");
    }
  }

  private AcceptedTask task(String address, RenderOutcome outcome) {
    Instant now = CLOCK.instant();
    ObjectNode request =
        noFields().put(address, "http://127.0.0.1:" + receiver.getAddress().getPort() + "/");
    return new AcceptedTask(
        UUID.randomUUID().toString(),
        null,
        "videoInference",
        request,
        TaskQuote.nothing("free"),
        false,
        List.of(new RenderResult(now, now, outcome)));
  }

  private ObjectNode noFields() {
    return JsonNodeFactory.instance.objectNode();
  }

  private HostedMedia slowMedia() {
    return new HostedMedia(
        UUID.randomUUID(),
        "task",
        new SlowContent(),
        CLOCK.instant(),
        URI.create("http://127.0.0.1/media/x.mp4"),
        null);
  }

  private final class SlowContent implements HostedMediaContent {
    @Override
    public byte[] bytes() {
      try {
        assertThat(madeAtLast.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return "the file".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<BigDecimal> seconds() {
      return Optional.empty();
    }

    @Override
    public Optional<PixelSize> size() {
      return Optional.empty();
    }

    @Override
    public String mediaType() {
      return "video/mp4";
    }

    @Override
    public String extension() {
      return "mp4";
    }
  }
}
