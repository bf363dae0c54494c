package dev.callsheet.cli.report;

import dev.callsheet.cli.console.Console;
import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;

/** Says at once, on the console's {@code err}, which inputs could not be read. */
public record UnreadableInputReporter(LintSink next, Console console) implements LintSink {
  @Override
  public void onFinding(Finding finding) {
    next.onFinding(finding);
  }

  @Override
  public void onInputLinted(String name, long requests) {
    next.onInputLinted(name, requests);
  }

  @Override
  public void onUnreadableInput(UnreadableInput input) {
    console.err().println(console.errStyle().failure("callsheet:") + " " + input);
    next.onUnreadableInput(input);
  }
}
