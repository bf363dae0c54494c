package dev.callsheet.cli;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sandboxes of several platforms, each on a port of its own.
 *
 * @param sandboxes in the order in which their platforms were named
 */
record SandboxGroup(List<Sandbox> sandboxes) implements AutoCloseable {
  SandboxGroup {
    sandboxes = List.copyOf(sandboxes);
  }

  /**
   * Starts one for each of the options; a port that is taken and a folder that cannot be used are
   * the user's to put right.
   */
  static SandboxGroup start(List<SandboxOptions> all) {
    List<Sandbox> started = new ArrayList<>();
    for (SandboxOptions options : all) {
      try {
        started.add(Sandbox.start(options));
      } catch (FileSystemException state) {
        new SandboxGroup(started).close();
        throw new UserErrorException("--state " + state.getMessage(), state);
      } catch (IOException failed) {
        new SandboxGroup(started).close();
        throw new UserErrorException(
            "the sandbox cannot listen on port " + options.port() + ": " + failed.getMessage(),
            failed);
      }
    }
    return new SandboxGroup(started);
  }

  /** What whoever started them should know. */
  List<String> warnings() {
    return sandboxes.stream().flatMap(sandbox -> sandbox.warning().stream()).toList();
  }

  /** The variables by which clients of all the platforms come here. */
  Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    sandboxes.forEach(sandbox -> variables.putAll(sandbox.environment()));
    return variables;
  }

  @Override
  public void close() {
    sandboxes.forEach(Sandbox::close);
  }
}
