package dev.callsheet.sandbox.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Another process of Java, with what it says. */
final class ChildProcess {
  private static final String END = "(it ended)";

  private final Process process;
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();

  private ChildProcess(Process process) {
    this.process = process;
    var listener = new Thread(this::listen, "child " + process.pid());
    listener.setDaemon(true);
    listener.start();
  }

  static ChildProcess start(Class<?> main, Object... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    for (var argument : arguments) {
      command.add(argument.toString());
    }
    return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  private void listen() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(unread::add);
    } catch (IOException | UncheckedIOException killed) {
      // nothing more to hear
    }
    unread.add(END);
  }

  /**
   * The next line it says.
   *
   * @throws IllegalStateException if it says nothing for long, or has ended
   */
  String next(Duration patience) throws InterruptedException {
    var line = unread.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (line == null || line.equals(END)) {
      throw new IllegalStateException("No more is heard of the process: " + line);
    }
    return line;
  }

  /** What it said since, once it is dead. */
  List<String> remainingLines() throws InterruptedException {
    var lines = new ArrayList<String>();
    for (var line = unread.take(); !line.equals(END); line = unread.take()) {
      lines.add(line);
    }
    return lines;
  }

  /** SIGKILL: it cannot do anything more. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }
}
