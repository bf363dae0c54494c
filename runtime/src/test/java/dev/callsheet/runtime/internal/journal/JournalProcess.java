package dev.callsheet.runtime.internal.journal;

import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.client.journal.file.FileJournal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/**
 * Another process with a session in a journal: it begins jobs, tells of each, and then lives on.
 */
final class JournalProcess implements AutoCloseable {
  static final Scope SCOPE = new Scope(URI.create("http://127.0.0.1:1/v1"), "test");

  private final Process process;
  private final List<String> lines = new ArrayList<>();

  private JournalProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts one and waits until it has begun all its jobs.
   *
   * @param kilobytes how long a file of its may be at most
   */
  static JournalProcess start(Path directory, int jobs, int kilobytes) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        "ulimit -f %d && exec %s -XX:-UsePerfData -cp \"$CP\" %s %s %d"
            .formatted(kilobytes, java, JournalProcess.class.getName(), directory, jobs);
    var builder = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true);
    builder.environment().put("CP", System.getProperty("java.class.path"));
    var started = new JournalProcess(builder.start());
    var output =
        new BufferedReader(
            new InputStreamReader(started.process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = output.readLine(); line != null && !line.equals("ready"); ) {
      started.lines.add(line);
      line = output.readLine();
    }
    return started;
  }

  /** What it said, a line for each job: its id, or why it could not be begun. */
  List<String> lines() {
    return lines;
  }

  /** SIGKILL: it cannot do anything more. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  public static void main(String[] arguments) throws IOException {
    var session = new FileJournal(Path.of(arguments[0])).open(SCOPE);
    for (var i = 0; i < Integer.parseInt(arguments[1]); i++) {
      var job = UUID.randomUUID();
      try {
        session.begin(new Submitted(job, Instant.now(), "t", "m", 1, "[{\"n\":1}]")).join();
        System.out.println(job);
      } catch (CompletionException e) {
        System.out.println(String.valueOf(e.getCause()).replaceFirst("^[^ ]*: ", ""));
      }
    }
    System.out.println("ready");
    var unused = System.in.read();
  }
}
