package dev.callsheet.sandbox.chaos;

import dev.callsheet.sandbox.InkwellModels;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.behavior.FaultInjection;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.ResultOrder;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import java.io.IOException;
import java.time.Duration;

/** A process with a sandbox in which much goes wrong. It says its endpoint, then its ledger's. */
final class FaultySandboxProcess {
  private FaultySandboxProcess() {}

  /**
   * Runs until it is killed.
   *
   * @param arguments the share of requests that meet a fault; the seed
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var faults = new FaultInjection(Double.parseDouble(arguments[0]), Long.parseLong(arguments[1]));
    try (Sandbox sandbox =
        Sandbox.start(
            InkwellModels.options()
                .renderTime(RenderTime.fixed(Duration.ofMillis(120)))
                .behavior(
                    SandboxBehavior.builder()
                        .faultInjection(faults)
                        .resultOrder(ResultOrder.SHUFFLED)
                        .stagger(Duration.ofMillis(40))
                        .syncWindow(Duration.ofMillis(200))
                        .build())
                .build())) {
      System.out.println(sandbox.endpoint());
      System.out.println(sandbox.ledgerUri());
      sandbox.join();
    }
  }
}
