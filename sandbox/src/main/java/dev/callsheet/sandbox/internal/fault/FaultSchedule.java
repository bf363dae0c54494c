package dev.callsheet.sandbox.internal.fault;

import dev.callsheet.sandbox.behavior.FaultInjection;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.internal.service.RequestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The faults that are still to strike, whatever requests they befall, and those by chance. */
public final class FaultSchedule {
  private final List<WireFault> pending;
  private final FaultInjection faultInjection;
  private final Random random;

  /** The faults that these knobs ask for. */
  public FaultSchedule(SandboxBehavior knobs) {
    this.pending = new ArrayList<>(knobs.wireFaults());
    this.faultInjection = knobs.faultInjection();
    this.random = new Random(faultInjection.seed());
  }

  /** The fault that befalls a request of this kind, if one does; it has struck once more then. */
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
