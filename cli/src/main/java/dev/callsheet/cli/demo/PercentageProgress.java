package dev.callsheet.cli.demo;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.request.ProgressDisplay;
import dev.callsheet.runtime.client.job.Progress;
import java.io.PrintWriter;

/** Progress in one line that only grows, for output that is not a terminal. */
final class PercentageProgress implements ProgressDisplay {
  private final PrintWriter out;

  private PercentageProgress(PrintWriter out) {
    this.out = out;
    out.print("  ");
  }

  /** A live line on a terminal, else a growing one. */
  static ProgressDisplay forConsole(Console console) {
    return console.errIsTerminal()
        ? ProgressDisplay.forConsole(console)
        : new PercentageProgress(console.out());
  }

  @Override
  public void onProgress(Progress progress) {
    progress.percent().ifPresent(percent -> out.print(" " + percent + " %"));
    out.flush();
  }

  @Override
  public void close() {
    out.println();
  }
}
