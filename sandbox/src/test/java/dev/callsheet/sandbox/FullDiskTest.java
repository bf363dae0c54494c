package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.sandbox.behavior.ConflictWindow;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.limit.Retention;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.AcceptedTaskRegistry;
import dev.callsheet.sandbox.internal.render.RenderOutcome;
import dev.callsheet.sandbox.internal.render.RenderResult;
import dev.callsheet.sandbox.internal.render.TaskQuote;
import dev.callsheet.sandbox.internal.state.SandboxState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What cannot be written has not happened, and can be asked for again. */
final class FullDiskTest {
  private static final String TASK = "0d0c30d3-54fb-4f2a-8a2e-9c5e5b8d0f11";

  private final ManualClock clock = new ManualClock();
  private final Retention retention = new Retention(Duration.ofHours(1), 100, 1 << 20, clock);
  private final Disk disk = new Disk();

  /** A state that may have no room for more. */
  private static final class Disk implements SandboxState {
    private boolean isFull = true;

    @Override
    public void put(Section section, String owner, String name, Supplier<JsonNode> value) {
      if (isFull) {
        throw new UncheckedIOException(new IOException("No space left on device"));
      }
    }

    @Override
    public void forget(Section section, String owner) {}

    @Override
    public void forget(Section section, String owner, String name) {}

    @Override
    public void clear() {}

    @Override
    public void restore(Section section, Reader reader) {}

    @Override
    public void putFile(String name, byte[] content) {}

    @Override
    public Optional<byte[]> file(String name) {
      return Optional.empty();
    }

    @Override
    public void deleteFile(String name) {}

    @Override
    public Optional<String> warning() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  @Test
  void aChargeThatCannotBeWrittenIsNotCounted() {
    RecordingLedger ledger = new RecordingLedger(clock, retention, disk);
    assertThatThrownBy(() -> ledger.charge(TASK, BigDecimal.ONE, "one"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(ledger.totalCharged()).isZero();
    assertThat(ledger.entries()).isEmpty();

    disk.isFull = false;
    ledger.charge(TASK, BigDecimal.ONE, "one");
    assertThat(ledger.totalCharged()).isOne();
    assertThat(ledger.page(0, 10).entries()).containsOnlyKeys(1L);
  }

  @Test
  void aTaskThatCannotBeWrittenIsNotAcceptedAndMayBeSentAgain() {
    AcceptedTaskRegistry tasks =
        new AcceptedTaskRegistry(ConflictWindow.FOREVER, clock, retention, disk, kept -> task());
    assertThatThrownBy(() -> tasks.register(TASK, this::task))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(tasks.find(TASK)).isEmpty();

    disk.isFull = false;
    assertThat(tasks.register(TASK, this::task)).isPresent();
    assertThat(tasks.find(TASK)).isPresent();
  }

  private AcceptedTask task() {
    return new AcceptedTask(
        TASK,
        null,
        "imageInference",
        JsonNodeFactory.instance.objectNode(),
        TaskQuote.nothing("a test"),
        false,
        List.of(
            new RenderResult(
                clock.instant(),
                clock.instant().plusSeconds(1),
                new RenderOutcome.Failed("code", "message"))));
  }

  @Test
  void whatIsForgottenIsForgottenByAllWhoeverCannotWriteThat() {
    List<String> forgotten = new ArrayList<>();
    retention.onForget(forgotten::add);
    retention.onForget(
        name -> {
          throw new UncheckedIOException(new IOException(name));
        });
    retention.onForget(forgotten::add);
    retention.keep("a");
    retention.keep("b");
    assertThatThrownBy(retention::forgetAll).hasMessageContaining("a");
    assertThat(forgotten).containsExactlyInAnyOrder("a", "a", "b", "b");
  }
}
