package dev.callsheet.spec.report;

import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.run.Unreadable;
import java.io.Closeable;
import java.io.IOException;

/**
 * A form in which what linting finds is written while it is found, so that no report needs memory
 * for all of it. Every method fails with an {@link IOException} when it cannot be written.
 */
public interface Report extends Closeable {
  /** Writes a finding; those of one input come one after the other. */
  void finding(Finding finding) throws IOException;

  /** An input is done. */
  void judged(String name, long requests) throws IOException;

  /** An input could not be read, or not to its end. */
  void unreadable(Unreadable input) throws IOException;

  /** Nothing more will come: writes what belongs at the end, the figures of the run among it. */
  void end(Summary summary) throws IOException;

  /** Gives up what it kept aside; does not close what it writes to. */
  @Override
  default void close() throws IOException {}
}
