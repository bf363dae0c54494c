package dev.callsheet.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Runs lines as people type them. */
final class ShellSession {
  private ShellSession() {}

  /** Runs lines in a directory, which end with the first that fails. */
  static CommandResult run(Path directory, Map<String, String> environment, String lines)
      throws Exception {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder("sh", "-ec", lines)
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      int status = builder.start().waitFor();
      return new CommandResult(status, text(out), text(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Whether these lines succeed, such as {@code command -v git}. */
  static boolean has(String lines) throws Exception {
    return run(Path.of("."), Map.of(), lines).status() == 0;
  }

  /** What a terminal shows may be cut off within a character. */
  private static String text(Path file) throws Exception {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
