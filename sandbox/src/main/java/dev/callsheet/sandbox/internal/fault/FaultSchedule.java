package dev.callsheet.sandbox.internal.fault;

import dev.callsheet.sandbox.behavior.FaultInjection;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.internal.service.RequestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** The faults that are still to come, in order, and random ones. */
public final class FaultSchedule {
  private final List<WireFault> all;
  private final List<WireFault> pending;
  private final FaultInjection faultInjection;
  private final Random random;

  /** The faults that a behavior asks for. */
  public FaultSchedule(SandboxBehavior behavior) {
    this.all = behavior.wireFaults();
    this.pending = new ArrayList<>(all);
    this.faultInjection = behavior.faultInjection();
    this.random = new Random(faultInjection.seed());
  }

  /** Begins anew with all of them, and with the same random ones. */
  public synchronized void reset() {
    pending.clear();
    pending.addAll(all);
    random.setSeed(faultInjection.seed());
  }

  /** Takes the next fault for a request of these tasks, and decides what it does to the reply. */
  public ReplyPlan planReply(List<JsonNode> tasks) {
    return next(RequestKind.of(tasks)).map(ReplyPlan::of).orElseGet(ReplyPlan::withoutFault);
  }

  /** Takes the next fault for a request of this kind, if there is one. */
  public synchronized Optional<WireFault> next(RequestKind call) {
    for (int i = 0; i < pending.size(); i++) {
      WireFault fault = pending.get(i);
      if (appliesTo(fault, call)) {
        if (fault.times() == 1) {
          pending.remove(i);
        } else {
          pending.set(i, fault.times(fault.times() - 1));
        }
        return Optional.of(fault);
      }
    }
    return call == RequestKind.MEDIA ? Optional.empty() : faultInjection.next(random);
  }

  private static boolean appliesTo(WireFault fault, RequestKind call) {
    return switch (fault.target()) {
      case SUBMIT -> call == RequestKind.SUBMIT;
      case POLL -> call == RequestKind.POLL;
      case MEDIA -> call == RequestKind.MEDIA;
      case ANY -> call != RequestKind.MEDIA;
    };
  }
}
