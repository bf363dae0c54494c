package dev.callsheet.runtime.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.Clip;
import dev.callsheet.runtime.client.ClipRequest;
import dev.callsheet.runtime.client.job.JobStatus;
import dev.callsheet.runtime.client.policy.RatePolicy;
import dev.callsheet.runtime.internal.loop.VirtualEventLoop;
import dev.callsheet.runtime.internal.transport.Transport;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.wire.ApiReply;
import dev.callsheet.runtime.internal.wire.ErrorCodes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRegistryTest {
  private static final UUID TASK = UUID.fromString("0b9e5f3c-7d0e-4f57-9d0b-0c6f3b0c3a11");

  private final JobRegistry registry = new JobRegistry();
  private final EventDispatcher events = new EventDispatcher(List.of());
  private final ClientContext context =
      ClientContexts.virtual(
          new SilentTransport(), new VirtualEventLoop(), events, RatePolicy.unlimited());

  @AfterEach
  void close() {
    events.close();
  }

  @Test
  void returnsTheJobOfATaskWhileItIsActive() {
    var first = registry.register(job());

    assertThat(registry.register(job())).isSameAs(first);
  }

  @Test
  void hasForgottenAJobBeforeAnybodyLearnsThatItEnded() {
    var found = new ArrayList<Boolean>();
    var job = job();
    var early = job.completion().thenAccept(end -> found.add(registry.contains(TASK)));
    registry.register(job);
    var late = job.completion().thenAccept(end -> found.add(registry.contains(TASK)));

    job.handle(new JobEvent.GivenUp(ErrorCodes.localError("disconnected", "gone", null)));

    assertThat(early).isCompleted();
    assertThat(late).isCompleted();
    assertThat(found).containsExactly(false, false);
  }

  private ActiveJob<Clip> job() {
    return new ActiveJob<>(
        JobDefinition.known(TASK, ClipRequest.TYPE, 1, Instant.EPOCH, null),
        JobStatus.SUBMITTING,
        context,
        registry::remove);
  }

  private static final class SilentTransport implements Transport {
    @Override
    public CompletableFuture<ApiReply> exchange(TransportRequest message) {
      return new CompletableFuture<>();
    }

    @Override
    public int maxConcurrency() {
      return 1;
    }

    @Override
    public boolean sendsNotifications() {
      return false;
    }

    @Override
    public void close() {}
  }
}
