package dev.callsheet.cli.console;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What a command reads from and writes to.
 *
 * @param in standard input
 * @param out results
 * @param err progress and errors
 * @param outIsTerminal whether a person reads {@code out} as it is written
 * @param errIsTerminal whether a person reads {@code err} as it is written
 * @param environment the variables of the process
 */
public record Console(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> environment) {

  /** The console of this process. Output is UTF-8 wherever it goes. */
  public static Console ofProcess() {
    return new Console(
        System.in,
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        isTerminal("callsheet.out.terminal"),
        isTerminal("callsheet.err.terminal"),
        System.getenv());
  }

  /** How to mark text in {@code out}: in colour for a terminal, unless NO_COLOR is set. */
  public ConsoleStyle outStyle() {
    return style(outIsTerminal);
  }

  /** How to mark text in {@code err}: in colour for a terminal, unless NO_COLOR is set. */
  public ConsoleStyle errStyle() {
    return style(errIsTerminal);
  }

  private ConsoleStyle style(boolean terminal) {
    boolean refused =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return new ConsoleStyle(terminal && !refused);
  }

  /** The launching script knows best; without it, picocli's guess has to do. */
  private static boolean isTerminal(String property) {
    String set = System.getProperty(property);
    return set == null ? Ansi.AUTO.enabled() : Boolean.parseBoolean(set);
  }
}
