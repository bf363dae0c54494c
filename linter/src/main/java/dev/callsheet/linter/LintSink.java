package dev.callsheet.linter;

import dev.callsheet.linter.finding.Finding;

/**
 * Takes in what a run finds, in the order of the inputs and of the places in each, from one thread.
 * What it throws ends the run; an {@link java.io.UncheckedIOException} says that a report could not
 * be written.
 */
public interface LintSink {
  /** A mistake. */
  void onFinding(Finding finding);

  /** An input was judged to its end; what was found in it came before. */
  void onInputLinted(String name, long requests);

  /** An input could not be read, or not to its end; what was found until then came before. */
  void onUnreadableInput(UnreadableInput input);
}
