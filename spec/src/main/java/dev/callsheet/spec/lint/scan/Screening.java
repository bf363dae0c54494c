package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Lets requests pass by as bytes in UTF-8 and singles out those that deserve a closer look: all
 * that are wrong, and a few that are right in an unusual way. Takes memory for no more than a
 * window of the bytes. Made once for a set of models and used by any number of threads.
 */
public final class Screening {
  private final Models models;

  /**
   * Makes the models ready to be made ready.
   *
   * @param ids the models' ids
   * @param specs finds a model by its id, once it is needed
   * @param tellTale recognises the names of members that may hold a secret
   */
  public Screening(
      List<String> ids, Function<String, ModelSpec> specs, Predicate<String> tellTale) {
    this.models = new Models(ids, specs, tellTale);
  }

  /** Screens one JSON value, a task or a list of tasks, that stands in a part of some bytes. */
  public Suspects document(byte[] content, int from, int to) {
    return document(new JsonScanner(content, from, to, false));
  }

  /** Screens one JSON value, a task or a list of tasks, that need not be in memory. */
  public Suspects document(Feed feed, long from, long to) {
    return document(new JsonScanner(feed, from, to));
  }

  /** Screens lines, each one JSON value; a part that deserves a closer look is a line. */
  public Suspects lines(byte[] content, int from, int to) {
    JsonScanner in = new JsonScanner(content, from, to, true);
    Pass pass = new Pass(models, in);
    Suspects suspects = new Suspects();
    long line = 0;
    while (in.at < to) {
      int start = in.at;
      long right = right(in, pass);
      if (right < 0) {
        in.at = lineEnd(content, start, to);
        suspects.add(start, in.at, line);
      } else {
        suspects.addRight(right);
      }
      line += in.at < to ? 1 : 0;
      in.at = nextLine(content, in.at, to);
    }
    suspects.countLines(line);
    return suspects;
  }

  /** How many tasks there are in the line, when it holds but right ones; else -1. */
  private static long right(JsonScanner in, Pass pass) {
    try {
      int first = in.peek();
      if (first == JsonScanner.END || isLineBreak(first)) {
        return 0;
      }
      long right = 0;
      if (first != '[') {
        right = pass.task(0) ? 1 : -1;
      } else {
        right = rightItems(in, pass);
      }
      int next = in.peek();
      return next == JsonScanner.END || isLineBreak(next) ? right : -1;
    } catch (NotPlain e) {
      return -1;
    }
  }

  private static long rightItems(JsonScanner in, Pass pass) {
    in.at++;
    if (in.peek() == ']') {
      in.at++;
      return 0;
    }
    long right = 0;
    do {
      right = pass.task(1) && right >= 0 ? right + 1 : -1;
    } while (in.another(']'));
    return right;
  }

  private Suspects document(JsonScanner in) {
    Suspects suspects = new Suspects();
    Pass pass = new Pass(models, in);
    try {
      if (in.peek() == '[') {
        items(in, pass, suspects);
      } else {
        task(in, pass, 0, 0, suspects);
      }
      if (in.peek() != JsonScanner.END) {
        suspects.notPlain();
      }
    } catch (NotPlain e) {
      suspects.notPlain();
    }
    return suspects;
  }

  private static void items(JsonScanner in, Pass pass, Suspects suspects) {
    suspects.beginList();
    in.at++;
    if (in.peek() == ']') {
      in.at++;
      return;
    }
    long index = 0;
    do {
      task(in, pass, index++, 1, suspects);
    } while (in.another(']'));
  }

  private static void task(JsonScanner in, Pass pass, long index, int depth, Suspects suspects) {
    in.peek();
    long start = in.offset();
    if (pass.task(depth)) {
      suspects.addRight(1);
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
