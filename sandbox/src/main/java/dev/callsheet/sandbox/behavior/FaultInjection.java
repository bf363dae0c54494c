package dev.callsheet.sandbox.behavior;

import dev.callsheet.sandbox.behavior.WireFault.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Mishaps by chance, as long as the sandbox runs.
 *
 * @param probability of all requests that meet one; 0 to 1
 * @param seed of the chances
 */
public record FaultInjection(double probability, long seed) {
  /** No mishaps but those that are asked for. */
  public static final FaultInjection NONE = new FaultInjection(0, 0);

  /** Where half of all trouble is: at the moments when nobody knows whether a task arrived. */
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

  /** Refuses what cannot be meant. */
  public FaultInjection {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a share of requests is from 0 to 1, not " + probability);
    }
  }

  /** The fault that the next request meets by chance, if any. */
  public Optional<WireFault> next(Random chances) {
    return chances.nextDouble() < probability
        ? Optional.of(FAULTS.get(chances.nextInt(FAULTS.size())).on(Target.ANY))
        : Optional.empty();
  }
}
