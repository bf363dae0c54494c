package dev.callsheet.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used so far, where the system shows it, under {@code /proc}.
 *
 * @param peakMegabytes the most memory it has held at once
 * @param cpuSeconds of all its threads
 */
public record ProcessUsage(double peakMegabytes, double cpuSeconds) {
  static final ProcessUsage NONE = new ProcessUsage(0, 0);

  private static final double TICKS_PER_SECOND = 100;

  /** That of a process; what is known already of one that is gone. */
  static ProcessUsage of(long pid, ProcessUsage known) {
    try {
      Path process = Path.of("/proc", Long.toString(pid));
      String[] status = Files.readString(process.resolve("status")).split("VmHWM:", 2);
      String stat = Files.readString(process.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      if (status.length < 2) {
        return known;
      }
      double kilobytes = Double.parseDouble(status[1].strip().split(" ", 2)[0]);
      double ticks = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
      return new ProcessUsage(kilobytes / 1024, ticks / TICKS_PER_SECOND);
    } catch (IOException gone) {
      return known;
    }
  }
}
