package dev.callsheet.linter.internal.scan;

import dev.callsheet.linter.internal.input.ByteSource;

/**
 * Tells tasks that are valid for certain from byte ranges that must be looked at again. A scanner
 * may flag a valid task, which costs time only; a task that it does not flag is not looked at
 * again, so it must have no finding.
 *
 * <p>Input is UTF-8 without a byte order mark; offsets are in bytes. A scanner may be used by any
 * number of threads.
 */
public interface RequestScanner {
  /** Scans lines, each one JSON value; a flagged region is a line. */
  FlaggedRegions scanLines(byte[] content, int from, int to);

  /** Scans one JSON value, a task or a list of tasks; a flagged region is a task. */
  FlaggedRegions scanDocument(byte[] content, int from, int to);

  /** The same for a value that need not fit in memory. */
  FlaggedRegions scanDocument(ByteSource source, long from, long to);

  /**
   * A scanner for a caller who must see every task: it flags valid tasks as well, unless they are
   * too large to be looked at.
   *
   * @param maxBytes how large a valid task, or a line of such, may be to be flagged
   */
  RequestScanner flaggingValidTasks(long maxBytes);
}
