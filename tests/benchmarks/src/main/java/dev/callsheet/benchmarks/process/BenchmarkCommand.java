package dev.callsheet.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process to start.
 *
 * @param name what the table calls it
 * @param arguments the program and its arguments
 * @param directory where it runs
 * @param output where what it says goes
 */
public record BenchmarkCommand(String name, List<String> arguments, Path directory, Path output) {
  private static final long LIMIT_MINUTES = 5;
  private static final long EVERY_MILLIS = 10;

  /** Runs it to its end and says what it took. */
  public ProcessExecution run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(arguments)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.getOutputStream().close();
    ProcessUsage usage = ProcessUsage.NONE;
    while (!process.waitFor(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
      usage = ProcessUsage.of(process.pid(), usage);
      if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(LIMIT_MINUTES)) {
        process.destroyForcibly();
        throw new IOException(name + " took more than " + LIMIT_MINUTES + " minutes: " + arguments);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new ProcessExecution(seconds, usage, process.exitValue());
  }
}
