package dev.callsheet.cli.mcp;

import java.util.List;

/** Runs a command of this program, without a terminal. */
@FunctionalInterface
public interface CommandRunner {
  /**
   * What a command has written.
   *
   * @param status its exit status
   * @param out on standard output
   * @param err on standard error
   */
  record Output(int status, String out, String err) {}

  /**
   * Runs a command to its end.
   *
   * @param in its standard input
   * @param words the command and its arguments
   */
  Output run(String in, List<String> words);
}
