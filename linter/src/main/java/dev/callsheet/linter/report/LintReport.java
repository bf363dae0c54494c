package dev.callsheet.linter.report;

import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import java.io.Closeable;
import java.io.IOException;

/**
 * A report of findings in some format, written while they are found, so that it needs no memory for
 * them. Every method throws an {@link IOException} when the report cannot be written.
 */
public interface LintReport extends Closeable {
  /** Writes a finding; those of one input come together. */
  void writeFinding(Finding finding) throws IOException;

  /** An input was linted to its end. */
  void finishInput(String name, long requests) throws IOException;

  /** An input could not be read, or not to its end. */
  void writeUnreadable(UnreadableInput input) throws IOException;

  /** Writes the end of the report, with the counts of the run. */
  void finish(LintSummary summary) throws IOException;

  /** Deletes temporary files; does not close what the report is written to. */
  @Override
  default void close() throws IOException {}
}
