package dev.callsheet.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What processes have written. */
final class ProcessLog {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private ProcessLog() {}

  /**
   * Waits until something is written.
   *
   * @param log a file, or a folder with files below it
   * @param process which writes it, or which it is written for
   * @throws IllegalStateException when the process ends before that, or ten minutes have passed
   */
  static Matcher await(Path log, Pattern text, Process process) throws IOException {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (System.nanoTime() < end) {
      boolean ended = hasEnded(process);
      Matcher found = find(log, text);
      if (found != null) {
        return found;
      }
      if (ended) {
        break;
      }
    }
    throw new IllegalStateException("`" + text + "` was not written to " + log);
  }

  /** Gives the process a moment. */
  private static boolean hasEnded(Process process) {
    try {
      return process.waitFor(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static @Nullable Matcher find(Path log, Pattern text) throws IOException {
    for (Path file : files(log)) {
      Matcher matcher = text.matcher(Files.readString(file));
      if (matcher.find()) {
        return matcher;
      }
    }
    return null;
  }

  private static List<Path> files(Path log) throws IOException {
    if (!Files.isDirectory(log)) {
      return Files.exists(log) ? List.of(log) : List.of();
    }
    try (Stream<Path> below = Files.walk(log)) {
      return below.filter(file -> file.endsWith("stderr")).toList();
    }
  }
}
