package dev.callsheet.cli.lint;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.report.UnreadableInputReporter;
import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.fix.FixResult;
import dev.callsheet.linter.session.LintListener;
import dev.callsheet.runtime.internal.messages.DisplayText;
import org.jspecify.annotations.Nullable;

/** Prints to the console's {@code err} what happens while a run lasts. */
public final class LintConsole implements LintListener {
  private final Console console;
  private final int inputs;
  private final boolean showsProgress;
  private final Runnable flushOutput;
  private @Nullable LintProgressLine progress;

  /**
   * Prints to a console.
   *
   * @param inputs how many inputs there are in all
   * @param showsProgress whether to show a progress line, which {@code err} must be a terminal for
   * @param flushOutput writes buffered output, so that none of it appears within that line
   */
  public LintConsole(Console console, int inputs, boolean showsProgress, Runnable flushOutput) {
    this.console = console;
    this.inputs = inputs;
    this.showsProgress = showsProgress;
    this.flushOutput = flushOutput;
  }

  @Override
  public void onFixed(FixResult.AppliedFix fix) {
    console
        .err()
        .println(
            DisplayText.fileName(fix.location())
                + ": fixed: "
                + DisplayText.line(fix.description() + " [" + fix.rule() + "]"));
  }

  @Override
  public void onNotFixed(UnreadableInput input) {
    console.printError(
        DisplayText.fileName(input.name())
            + ": could not be fixed: "
            + DisplayText.line(input.reason()));
  }

  @Override
  public void onFixesOmitted() {
    console.err().println("There is more to fix than is tried in one run; run --fix again.");
  }

  @Override
  public LintSink observe(LintSink next) {
    LintSink reporter = new UnreadableInputReporter(next, console);
    if (!showsProgress) {
      return reporter;
    }
    progress = new LintProgressLine(reporter, inputs, console.err(), flushOutput).start();
    return progress;
  }

  @Override
  public void onInputsDone() {
    if (progress != null) {
      progress.close();
    }
  }
}
