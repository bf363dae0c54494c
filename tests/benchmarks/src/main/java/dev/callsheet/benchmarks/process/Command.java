package dev.callsheet.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process to start.
 *
 * @param name what the table calls it
 * @param words the program and its arguments
 * @param directory where it runs
 * @param output where what it says goes
 */
public record Command(String name, List<String> words, Path directory, Path output) {
  private static final long LIMIT_MINUTES = 5;
  private static final long EVERY_MILLIS = 10;

  /** Runs it to its end and says what it took. */
  public Execution run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.getOutputStream().close();
    Usage usage = Usage.NONE;
    while (!process.waitFor(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
      usage = Usage.of(process.pid(), usage);
      if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(LIMIT_MINUTES)) {
        process.destroyForcibly();
        throw new IOException(name + " took more than " + LIMIT_MINUTES + " minutes: " + words);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Execution(seconds, usage, process.exitValue());
  }
}
