package dev.callsheet.linter;

import dev.callsheet.linter.finding.Finding;

/**
 * Receives what a run finds, from one thread, in the order of the inputs and of the positions in
 * each. An exception that it throws ends the run; an {@link java.io.UncheckedIOException} means
 * that a report could not be written.
 */
public interface LintSink {
  /** Receives a finding in the current input. */
  void onFinding(Finding finding);

  /**
   * An input was linted to its end; its findings came before.
   *
   * @param requests how many tasks are in it
   */
  void onInputLinted(String name, long requests);

  /** An input could not be read, or not to its end; findings from its beginning came before. */
  void onUnreadableInput(UnreadableInput input);
}
