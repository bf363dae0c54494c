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
  private final FaultInjection initialInjection;
  private final Random random;
  private FaultInjection faultInjection;

  /** The faults that a behavior asks for. */
  public FaultSchedule(SandboxBehavior behavior) {
    this.all = behavior.wireFaults();
    this.pending = new ArrayList<>(all);
    this.initialInjection = behavior.faultInjection();
    this.faultInjection = initialInjection;
    this.random = new Random(faultInjection.seed());
  }

  /** Begins anew with all of them, and with the same random ones. */
  public synchronized void reset() {
    pending.clear();
    pending.addAll(all);
    faultInjection = initialInjection;
    random.setSeed(faultInjection.seed());
  }

  /** The faults that are still to come, in their order. */
  public synchronized List<WireFault> pending() {
    return List.copyOf(pending);
  }

  /** What share of the requests gets a random fault, 0 to 1. */
  public synchronized double probability() {
    return faultInjection.probability();
  }

  /** Adds a fault behind those that are still to come. */
  public synchronized void add(WireFault fault) {
    pending.add(fault);
  }

  /**
   * Has random faults from now on in that share of the requests.
   *
   * @throws IllegalArgumentException when that is not from 0 to 1
   */
  public synchronized void setProbability(double probability) {
    faultInjection = new FaultInjection(probability, faultInjection.seed());
  }

  /** No fault is still to come, and there are no random ones. */
  public synchronized void clear() {
    pending.clear();
    faultInjection = FaultInjection.NONE;
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
