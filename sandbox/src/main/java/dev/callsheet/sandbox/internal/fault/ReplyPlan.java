package dev.callsheet.sandbox.internal.fault;

import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.internal.service.ErrorEntry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the reply to a request: sent as it is, late, or with an additional error; or
 * replaced by a fault, which each transport does in its own way.
 *
 * @param delay how much later than usual the reply is sent
 * @param additionalError to be added to the reply; null for none
 * @param replacement what is done in place of the reply; null when the reply is sent
 */
public record ReplyPlan(
    Duration delay, @Nullable ErrorEntry additionalError, @Nullable WireFault replacement) {

  static ReplyPlan withoutFault() {
    return new ReplyPlan(Duration.ZERO, null, null);
  }

  static ReplyPlan of(WireFault fault) {
    if (fault.effect() instanceof WireFault.Effect.Delay delay) {
      return new ReplyPlan(delay.duration(), null, null);
    }
    if (fault.effect() instanceof WireFault.Effect.AdditionalError error) {
      return new ReplyPlan(Duration.ZERO, FaultPayloads.of(error), null);
    }
    return new ReplyPlan(Duration.ZERO, null, fault);
  }
}
