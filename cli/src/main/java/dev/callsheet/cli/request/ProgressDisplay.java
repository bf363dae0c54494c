package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import dev.callsheet.runtime.client.JobListener;

/** Tells a person how jobs are getting on. */
public interface ProgressDisplay extends JobListener, AutoCloseable {
  /**
   * In one live line on a terminal, else line by line; on the console's {@code err}.
   *
   * @param expected how many results there will be in all
   */
  static ProgressDisplay on(Console console, int expected) {
    return console.errIsTerminal()
        ? new LiveLine(console.err(), console.errPalette(), expected)
        : new ProgressLines(console.err());
  }

  /** Says no more. */
  @Override
  void close();
}
