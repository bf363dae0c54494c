package dev.callsheet.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Where and when it was measured.
 *
 * @param loadBefore how many processes wanted to run before the first of ours began
 */
public record MachineDescription(double loadBefore) {
  /** This machine, now. */
  public static MachineDescription now() {
    return new MachineDescription(
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  String sentence(String part) {
    return String.format(
        Locale.ROOT,
        "Measured by `tests/benchmarks/run %s` on %s: %s, %d cores, Java %s, %s; load before %.1f.",
        part,
        LocalDate.now(ZoneOffset.UTC),
        processor(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        System.getProperty("os.name"),
        loadBefore);
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException unknown) {
      return System.getProperty("os.arch");
    }
  }
}
