package dev.callsheet.sandbox.fault;

import dev.callsheet.sandbox.api.Call;
import dev.callsheet.sandbox.knob.WireFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are still to strike, whatever requests they befall. */
public final class WireFaults {
  private final List<WireFault> pending;

  /** These faults, in this order. */
  public WireFaults(List<WireFault> faults) {
    this.pending = new ArrayList<>(faults);
  }

  /** The fault that befalls a request of this kind, if one does; it has struck once more then. */
  public synchronized Optional<WireFault> next(Call call) {
    for (int i = 0; i < pending.size(); i++) {
      WireFault fault = pending.get(i);
      if (befalls(fault, call)) {
        if (fault.times() == 1) {
          pending.remove(i);
        } else {
          pending.set(i, fault.times(fault.times() - 1));
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  private static boolean befalls(WireFault fault, Call call) {
    return switch (fault.target()) {
      case SUBMIT -> call == Call.SUBMIT;
      case POLL -> call == Call.POLL;
      case MEDIA -> call == Call.MEDIA;
      case ANY -> call != Call.MEDIA;
    };
  }
}
