package dev.callsheet.benchmarks.jobs;

import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A sandbox as people start it, on a port of its own. */
record SandboxProcess(Process process, String endpoint) implements AutoCloseable {
  /** Starts one with these options and waits until it listens. */
  static SandboxProcess start(BenchmarkDirectories workplace, Path folder, List<String> options)
      throws IOException {
    return start(workplace, folder, options, Map.of());
  }

  /** The same with these variables in its environment. */
  static SandboxProcess start(
      BenchmarkDirectories workplace,
      Path folder,
      List<String> options,
      Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(workplace.callsheet(), "sandbox"));
    command.addAll(options);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine(); // Callsheet sandbox of ... at http://127.0.0.1:8080/v1
    if (line == null || !line.contains(" at ")) {
      process.destroy();
      throw new IOException("the sandbox does not start: " + line);
    }
    return new SandboxProcess(process, line.substring(line.lastIndexOf(' ') + 1));
  }

  /** The memory that it has in use, with the processes that it started, in MB. */
  double residentMegabytes() throws IOException {
    double megabytes = 0;
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    for (ProcessHandle each : all) {
      for (String line : Files.readAllLines(Path.of("/proc/" + each.pid() + "/status"))) {
        if (line.startsWith("VmRSS:")) {
          megabytes += Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
      }
    }
    return megabytes;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
