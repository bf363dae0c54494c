package dev.callsheet.spark;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What processes have taken.
 *
 * @param elapsed in seconds
 * @param processors in seconds of one processor, of all processes together
 */
record ProcessorTime(double elapsed, double processors) {
  private static final int INTERVAL_MILLIS = 20;

  /**
   * Waits for the end of a process, and looks at what it and others take until then; what they take
   * in the last moment is not seen.
   *
   * @param others the other processes, as far as they run
   */
  static ProcessorTime untilEnd(Process process, Supplier<Stream<ProcessHandle>> others) {
    long start = System.nanoTime();
    Map<Long, Duration> taken = new HashMap<>();
    boolean ended = false;
    while (!ended) {
      Stream.concat(Stream.of(process.toHandle()), others.get())
          .forEach(
              each ->
                  each.info()
                      .totalCpuDuration()
                      .ifPresent(time -> taken.merge(each.pid(), time, ProcessorTime::longer)));
      ended = hasEnded(process);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new ProcessorTime(
        seconds, taken.values().stream().mapToDouble(time -> time.toMillis() / 1e3).sum());
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static boolean hasEnded(Process process) {
    try {
      return process.waitFor(INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
