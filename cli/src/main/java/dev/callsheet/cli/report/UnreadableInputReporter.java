package dev.callsheet.cli.report;

import dev.callsheet.cli.console.Console;
import dev.callsheet.linter.ForwardingSink;
import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.UnreadableInput;

/** Prints at once, to the console's {@code err}, which inputs could not be read. */
public final class UnreadableInputReporter extends ForwardingSink {
  private final Console console;

  /** Prints to a console, and passes everything on. */
  public UnreadableInputReporter(LintSink next, Console console) {
    super(next);
    this.console = console;
  }

  @Override
  public void onUnreadableInput(UnreadableInput input) {
    console.printError(input.toString());
    super.onUnreadableInput(input);
  }
}
