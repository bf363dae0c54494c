package dev.callsheet.sandbox.chaos;

import dev.callsheet.sandbox.InkwellModels;
import dev.callsheet.sandbox.Sandbox;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process with a sandbox that keeps its state: pictures are there in a moment, videos in an hour.
 * It says the address of its page, or why it did not start.
 */
final class StatefulSandboxProcess {
  private StatefulSandboxProcess() {}

  /**
   * Runs until it is killed.
   *
   * @param arguments the folder of the state
   */
  public static void main(String[] arguments) throws InterruptedException {
    try (Sandbox sandbox =
        Sandbox.start(
            InkwellModels.options()
                .state(Path.of(arguments[0]))
                .renderTime(
                    seconds ->
                        seconds.compareTo(BigDecimal.ONE) == 0
                            ? Duration.ofMillis(1)
                            : Duration.ofHours(1))
                .build())) {
      System.out.println(sandbox.page());
      sandbox.join();
    } catch (IOException refused) {
      System.out.println(refused.getMessage());
    }
  }
}
