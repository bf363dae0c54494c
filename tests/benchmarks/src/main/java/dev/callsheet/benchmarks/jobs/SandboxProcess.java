package dev.callsheet.benchmarks.jobs;

import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A sandbox as people start it, on a port of its own. */
record SandboxProcess(Process process, String endpoint) implements AutoCloseable {
  /** Starts one and waits until it listens. */
  static SandboxProcess start(BenchmarkDirectories workplace, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(List.of(workplace.callsheet(), "sandbox", "--render-time", "1s"))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine(); // Callsheet sandbox of ... at http://127.0.0.1:8080/v1
    if (line == null || !line.contains(" at ")) {
      process.destroy();
      throw new IOException("the sandbox does not start: " + line);
    }
    return new SandboxProcess(process, line.substring(line.lastIndexOf(' ') + 1));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
