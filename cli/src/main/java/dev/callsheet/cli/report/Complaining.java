package dev.callsheet.cli.report;

import dev.callsheet.cli.console.Console;
import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.run.LintSink;
import dev.callsheet.spec.lint.run.Unreadable;

/** Says at once, on the console's {@code err}, which inputs could not be read. */
public record Complaining(LintSink next, Console console) implements LintSink {
  @Override
  public void found(Finding finding) {
    next.found(finding);
  }

  @Override
  public void judged(String name, long requests) {
    next.judged(name, requests);
  }

  @Override
  public void unreadable(Unreadable input) {
    console.err().println(console.errPalette().bad("callsheet:") + " " + input);
    next.unreadable(input);
  }
}
