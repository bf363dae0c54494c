package dev.callsheet.linter;

import dev.callsheet.linter.finding.Finding;

/**
 * A sink that passes everything on to the next one: the base of filters and observers, which
 * override what they hold back or count.
 */
public abstract class ForwardingSink implements LintSink {
  private final LintSink next;

  /** Passes on to {@code next}. */
  protected ForwardingSink(LintSink next) {
    this.next = next;
  }

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
    next.onUnreadableInput(input);
  }
}
