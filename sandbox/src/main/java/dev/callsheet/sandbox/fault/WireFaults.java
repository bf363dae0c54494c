package dev.callsheet.sandbox.fault;

import dev.callsheet.sandbox.api.Call;
import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.Weather;
import dev.callsheet.sandbox.knob.WireFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The faults that are still to strike, whatever requests they befall, and those by chance. */
public final class WireFaults {
  private final List<WireFault> pending;
  private final Weather weather;
  private final Random chances;

  /** The faults that these knobs ask for. */
  public WireFaults(Knobs knobs) {
    this.pending = new ArrayList<>(knobs.wireFaults());
    this.weather = knobs.weather();
    this.chances = new Random(weather.seed());
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
    return call == Call.MEDIA ? Optional.empty() : weather.next(chances);
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
