package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.linter.internal.input.ByteSource;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Lets requests pass by as bytes in UTF-8 and singles out those that deserve a closer look: all
 * that are wrong, and a few that are right in an unusual way. Takes memory for no more than a
 * window of the bytes. Made once for a set of models and used by any number of threads.
 */
public final class FastPath {
  private final CompiledSchemaCache schemas;

  /**
   * Makes the models ready to be made ready.
   *
   * @param ids the models' ids
   * @param specs finds a model by its id, once it is needed
   * @param tellTale recognises the names of members that may hold a secret
   */
  public FastPath(List<String> ids, Function<String, ModelSpec> specs, Predicate<String> tellTale) {
    this.schemas = new CompiledSchemaCache(ids, specs, tellTale);
  }

  /** Screens one JSON value, a task or a list of tasks, that stands in a part of some bytes. */
  public FlaggedRegions scanDocument(byte[] content, int from, int to) {
    return scanDocument(new JsonScanner(content, from, to, false));
  }

  /** Screens one JSON value, a task or a list of tasks, that need not be in memory. */
  public FlaggedRegions scanDocument(ByteSource feed, long from, long to) {
    return scanDocument(new JsonScanner(feed, from, to));
  }

  /** Screens lines, each one JSON value; a part that deserves a closer look is a line. */
  public FlaggedRegions scanLines(byte[] content, int from, int to) {
    JsonScanner in = new JsonScanner(content, from, to, true);
    StreamingValidator pass = new StreamingValidator(schemas, in);
    FlaggedRegions suspects = new FlaggedRegions();
    long line = 0;
    while (in.position < to) {
      int start = in.position;
      long right = countValidTasks(in, pass);
      if (right < 0) {
        in.position = lineEnd(content, start, to);
        suspects.add(start, in.position, line);
      } else {
        suspects.addValidTasks(right);
      }
      line += in.position < to ? 1 : 0;
      in.position = nextLine(content, in.position, to);
    }
    suspects.setLineCount(line);
    return suspects;
  }

  /** How many tasks there are in the line, when it holds but right ones; else -1. */
  private static long countValidTasks(JsonScanner in, StreamingValidator pass) {
    try {
      int first = in.peekAfterWhitespace();
      if (first == JsonScanner.END || isLineBreak(first)) {
        return 0;
      }
      long right = 0;
      if (first != '[') {
        right = pass.validateTask(0) ? 1 : -1;
      } else {
        right = countValidItems(in, pass);
      }
      int next = in.peekAfterWhitespace();
      return next == JsonScanner.END || isLineBreak(next) ? right : -1;
    } catch (FastPathBailout e) {
      return -1;
    }
  }

  private static long countValidItems(JsonScanner in, StreamingValidator pass) {
    in.position++;
    if (in.peekAfterWhitespace() == ']') {
      in.position++;
      return 0;
    }
    long right = 0;
    do {
      right = pass.validateTask(1) && right >= 0 ? right + 1 : -1;
    } while (in.consumeSeparator(']'));
    return right;
  }

  private FlaggedRegions scanDocument(JsonScanner in) {
    FlaggedRegions suspects = new FlaggedRegions();
    StreamingValidator pass = new StreamingValidator(schemas, in);
    try {
      if (in.peekAfterWhitespace() == '[') {
        scanItems(in, pass, suspects);
      } else {
        scanTask(in, pass, 0, 0, suspects);
      }
      if (in.peekAfterWhitespace() != JsonScanner.END) {
        suspects.markMalformed();
      }
    } catch (FastPathBailout e) {
      suspects.markMalformed();
    }
    return suspects;
  }

  private static void scanItems(JsonScanner in, StreamingValidator pass, FlaggedRegions suspects) {
    suspects.markAsList();
    in.position++;
    if (in.peekAfterWhitespace() == ']') {
      in.position++;
      return;
    }
    long index = 0;
    do {
      scanTask(in, pass, index++, 1, suspects);
    } while (in.consumeSeparator(']'));
  }

  private static void scanTask(
      JsonScanner in, StreamingValidator pass, long index, int depth, FlaggedRegions suspects) {
    in.peekAfterWhitespace();
    long start = in.offset();
    if (pass.validateTask(depth)) {
      suspects.addValidTasks(1);
    } else {
      suspects.add(start, in.offset(), index);
    }
  }

  private static boolean isLineBreak(int b) {
    return b == '\n' || b == '\r';
  }

  private static int lineEnd(byte[] content, int from, int to) {
    int end = from;
    while (end < to && !isLineBreak(content[end])) {
      end++;
    }
    return end;
  }

  /** What follows the line break that stands there. */
  private static int nextLine(byte[] content, int lineEnd, int to) {
    boolean two = lineEnd + 1 < to && content[lineEnd] == '\r' && content[lineEnd + 1] == '\n';
    return Math.min(to, lineEnd + (two ? 2 : 1));
  }
}
