package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a command line did when it ran in this process. */
record CommandResult(int status, String out, String err) {
  /** Runs {@code callsheet} with these arguments, nothing on standard input. */
  static CommandResult run(String... arguments) {
    return run("", Map.of(), arguments);
  }

  /** Runs {@code callsheet} with these arguments, standard input and environment. */
  static CommandResult run(String input, Map<String, String> environment, String... arguments) {
    return run(input, false, environment, arguments);
  }

  /** The same, where a person writes the input and reads what goes to standard error. */
  static CommandResult atTerminal(
      String input, Map<String, String> environment, String... arguments) {
    return run(input, true, environment, arguments);
  }

  private static CommandResult run(
      String input, boolean isInteractive, Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            isInteractive,
            false,
            isInteractive,
            withState(environment));
    int status = Callsheet.run(console, arguments);
    return new CommandResult(status, out.toString(), err.toString());
  }

  /** One for each test process, since several may run side by side. */
  private static final Path JOURNAL = Path.of("target", "journal-" + ProcessHandle.current().pid());

  /** Clients journal in the build's directory, unless a test says where. */
  static Map<String, String> withState(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("CALLSHEET_JOURNAL", JOURNAL.toString());
    return all;
  }
}
