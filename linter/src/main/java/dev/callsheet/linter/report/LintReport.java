package dev.callsheet.linter.report;

import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import java.io.Closeable;
import java.io.IOException;

/**
 * A form in which what linting finds is written while it is found, so that no report needs memory
 * for all of it. Every method fails with an {@link IOException} when it cannot be written.
 */
public interface LintReport extends Closeable {
  /** Writes a finding; those of one input come one after the other. */
  void writeFinding(Finding finding) throws IOException;

  /** An input is done. */
  void finishInput(String name, long requests) throws IOException;

  /** An input could not be read, or not to its end. */
  void writeUnreadable(UnreadableInput input) throws IOException;

  /** Nothing more will come: writes what belongs at the end, the figures of the run among it. */
  void finish(LintSummary summary) throws IOException;

  /** Gives up what it kept aside; does not close what it writes to. */
  @Override
  default void close() throws IOException {}
}
