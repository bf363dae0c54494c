package dev.callsheet.sandbox;

import dev.callsheet.sandbox.behavior.WebSocketBehavior;
import dev.callsheet.sandbox.internal.delivery.DeliveryScheduler;
import dev.callsheet.sandbox.internal.exchange.ExchangeLog;
import dev.callsheet.sandbox.internal.fault.FaultSchedule;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.limit.ReceiveBudget;
import dev.callsheet.sandbox.internal.limit.Retentions;
import dev.callsheet.sandbox.internal.media.MediaStore;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.state.SandboxState;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;

/**
 * What a sandbox knows, and for how long.
 *
 * @param clock by which it knows what time it is
 * @param state what is kept for the next one
 * @param retentions how long things are kept
 * @param budget for what comes in
 * @param ledger what was charged
 * @param media results and what callers stored
 * @param faults those still to come
 * @param deliveries what is brought to callers
 * @param exchanges what was sent to it, for whoever looks on
 */
record SandboxMemory(
    InstantSource clock,
    SandboxState state,
    Retentions retentions,
    ReceiveBudget budget,
    RecordingLedger ledger,
    MediaStore media,
    FaultSchedule faults,
    DeliveryScheduler deliveries,
    ExchangeLog exchanges) {
  /** Begins with what the state has. */
  static SandboxMemory of(
      SandboxOptions options, URI root, SandboxState state, InstantSource clock) {
    WebSocketBehavior socket = options.behavior().webSocket();
    Retentions retentions =
        Retentions.of(options.limits(), socket.idleTimeout().plus(socket.replayWindow()), clock);
    RecordingLedger ledger = new RecordingLedger(clock, retentions.tasks(), state);
    return new SandboxMemory(
        clock,
        state,
        retentions,
        new ReceiveBudget(options.limits().requestBytes(), options.limits().receivedBytes()),
        ledger,
        new MediaStore(
            root.resolve("media/"), clock, retentions.tasks(), retentions.uploads(), state),
        new FaultSchedule(options.behavior()),
        new DeliveryScheduler(options.behavior(), ledger, clock, retentions.tasks(), state),
        new ExchangeLog(clock));
  }

  /** Forgets what is no longer kept, when all that was kept has been restored. */
  void restored() {
    media.restoreDeletions();
    retentions.sweep();
  }

  /** Delivers what is due of the tasks that were restored; none of it where that fails. */
  void restoreDeliveries(Collection<AcceptedTask> tasks) {
    try {
      deliveries.restore(tasks);
    } catch (RuntimeException e) {
      deliveries.close();
      throw e;
    }
  }

  /** Forgets everything that was sent; all faults are still to come. */
  void reset() {
    state.clear();
    ledger.resetTotal();
    retentions.forgetAll();
    faults.reset();
    deliveries.reset();
    exchanges.clear();
  }
}
