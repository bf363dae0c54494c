package dev.callsheet.sandbox.chaos;

import dev.callsheet.sandbox.Inkwell;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.ResultOrder;
import dev.callsheet.sandbox.knob.Weather;
import dev.callsheet.sandbox.render.RenderTime;
import java.io.IOException;
import java.time.Duration;

/** A process with a sandbox in which much goes wrong. It says its endpoint, then its ledger's. */
final class StormySandbox {
  private StormySandbox() {}

  /**
   * Runs until it is killed.
   *
   * @param arguments the share of requests that meet a mishap; the seed
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var weather = new Weather(Double.parseDouble(arguments[0]), Long.parseLong(arguments[1]));
    try (Sandbox sandbox =
        Sandbox.start(
            Inkwell.options()
                .renderTime(RenderTime.fixed(Duration.ofMillis(120)))
                .knobs(
                    Knobs.builder()
                        .weather(weather)
                        .resultOrder(ResultOrder.SHUFFLED)
                        .stagger(Duration.ofMillis(40))
                        .syncWindow(Duration.ofMillis(200))
                        .build())
                .build())) {
      System.out.println(sandbox.endpoint());
      System.out.println(sandbox.ledgerPage());
      sandbox.join();
    }
  }
}
