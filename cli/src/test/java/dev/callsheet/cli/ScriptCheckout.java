package dev.callsheet.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A checkout with the script {@code callsheet} and what it looks at, below a directory. */
record ScriptCheckout(Path root) {
  /** Where releases are, by callsheet.release: nowhere that answers. */
  static final String RELEASES = "https://releases.invalid/download";

  /** With the script alone, as after a clone of sources that name no release. */
  static ScriptCheckout at(Path root) throws IOException {
    Files.createDirectories(root.resolve("cli/target"));
    Files.copy(Path.of("../callsheet"), root.resolve("callsheet"));
    executable(root.resolve("callsheet"));
    return new ScriptCheckout(root);
  }

  Path script() {
    return root.resolve("callsheet");
  }

  /** Has a jar that was built here. */
  ScriptCheckout built(Path jar) throws IOException {
    Files.copy(jar, root.resolve("cli/target/callsheet.jar"));
    return this;
  }

  /** Names a release, as the commit that a release's tag stands at does. */
  ScriptCheckout released(String version, String sha256) throws IOException {
    Files.writeString(
        root.resolve("callsheet.release"),
        "version=%s\nsha256=%s\nreleases=%s\n".formatted(version, sha256, RELEASES));
    return this;
  }

  /** A directory for the front of the path, with a program of these lines. */
  Path program(String name, String lines) throws IOException {
    Path directory = Files.createDirectories(root.resolve("bin"));
    Path program = directory.resolve(name);
    Files.writeString(program, "#!/bin/sh\n" + lines);
    executable(program);
    return directory;
  }

  /** Runs the script in its checkout. A variable with an empty value is not set. */
  CommandResult run(Map<String, String> environment, String... arguments) throws Exception {
    return run(environment, root.resolve("out.txt"), arguments);
  }

  /** Runs the script with its output going to a file, or a device. */
  CommandResult run(Map<String, String> environment, Path out, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(script().toString()));
    command.addAll(List.of(arguments));
    Path err = root.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    int status = builder.start().waitFor();
    String written = Files.isRegularFile(out) ? Files.readString(out) : "";
    return new CommandResult(status, written, Files.readString(err));
  }

  /** The environment in which programs of a directory are found first, {@code java} as well. */
  static Map<String, String> withPath(Path directory, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("JAVA_HOME", "");
    environment.put("PATH", directory + File.pathSeparator + System.getenv("PATH"));
    return environment;
  }

  private static void executable(Path file) throws IOException {
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }
}
