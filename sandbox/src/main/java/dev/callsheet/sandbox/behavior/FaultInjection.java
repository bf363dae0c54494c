package dev.callsheet.sandbox.behavior;

import dev.callsheet.sandbox.behavior.WireFault.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Random wire faults, as long as the sandbox runs.
 *
 * @param probability that a request gets a fault, 0 to 1
 * @param seed of the random choice
 */
public record FaultInjection(double probability, long seed) {
  /** No random faults. */
  public static final FaultInjection NONE = new FaultInjection(0, 0);

  /** Half of them leave it open whether a task arrived, which is the hardest case for a client. */
  private static final List<WireFault> FAULTS =
      List.of(
          WireFault.dropReply(),
          WireFault.dropReply().beforeAccepting(),
          WireFault.silence(),
          WireFault.silence().beforeAccepting(),
          WireFault.status(504).afterAccepting(),
          WireFault.htmlPage(502).afterAccepting(),
          WireFault.status(429),
          WireFault.status(500),
          WireFault.status(503),
          WireFault.htmlPage(502),
          WireFault.delayReply(Duration.ofMillis(50)),
          WireFault.delayReply(Duration.ofMillis(400)));

  /** Checks the range of the probability. */
  public FaultInjection {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability is from 0 to 1, not " + probability);
    }
  }

  /** The random fault of the next request, if any. */
  public Optional<WireFault> next(Random random) {
    return random.nextDouble() < probability
        ? Optional.of(FAULTS.get(random.nextInt(FAULTS.size())).on(Target.ANY))
        : Optional.empty();
  }
}
