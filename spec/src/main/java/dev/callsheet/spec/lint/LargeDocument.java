package dev.callsheet.spec.lint;

import dev.callsheet.spec.lint.scan.Feed;
import dev.callsheet.spec.lint.scan.Screening;
import dev.callsheet.spec.lint.scan.Suspects;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Lints one JSON value, a task or a list of tasks, that is too large to hold: lets it pass once,
 * and then looks closely at those parts only that deserve it.
 */
final class LargeDocument {
  /** Tasks that stand so near to each other are looked at together, in bytes. */
  private static final long NEAR = 1 << 14;

  /** How much is looked at together, in bytes. */
  private static final long LARGEST_STRETCH = 1 << 16;

  /** How large a task may be to be looked at closely, in bytes. */
  private static final long LARGEST_TASK = 1 << 25;

  private final String file;
  private final Feed feed;
  private final long from;
  private final long to;
  private final int line;
  private final LineCounter lines;
  private final Dispatch dispatch;
  private final Screening screening;

  /** Lints what stands between two positions of a feed; a line begins at the first of them. */
  LargeDocument(
      String file,
      Feed feed,
      long from,
      long to,
      int line,
      Dispatch dispatch,
      Screening screening) {
    this.file = file;
    this.feed = feed;
    this.from = from;
    this.to = to;
    this.line = line;
    this.lines = new LineCounter(feed, from, line);
    this.dispatch = dispatch;
    this.screening = screening;
  }

  /** Passes on what is found, in the order of the places, and returns how many tasks there were. */
  long lint(Consumer<Finding> found) throws IOException {
    Suspects suspects = screening.document(feed, from, to);
    if (!suspects.isPlain()) {
      malformed().deliver(found);
      return 0;
    }
    long requests = suspects.right();
    int next = 0;
    while (next < suspects.count()) {
      int end = end(suspects, next);
      requests += look(suspects, next, end).deliver(found);
      next = end;
    }
    return requests;
  }

  private static int end(Suspects suspects, int first) {
    int end = first + 1;
    while (end < suspects.count()
        && suspects.from(end) - suspects.to(end - 1) <= NEAR
        && suspects.to(end) - suspects.from(first) <= LARGEST_STRETCH) {
      end++;
    }
    return end;
  }

  private FileLint look(Suspects suspects, int first, int end) throws IOException {
    long begin = suspects.from(first);
    long size = suspects.to(end - 1) - begin;
    boolean tooLarge = size > LARGEST_TASK;
    Stretch stretch = Stretch.of(feed, from, begin, tooLarge ? begin : suspects.to(end - 1));
    long[] positions = new long[2 * (end - first)];
    for (int i = 0; i < positions.length; i += 2) {
      positions[i] = suspects.from(first + i / 2);
      positions[i + 1] = tooLarge ? positions[i] : suspects.to(first + i / 2);
    }
    int[] offsets = stretch.offsets(positions);
    FileLint lint = lint(stretch);
    for (int i = 0; i < offsets.length; i += 2) {
      String pointer = suspects.isList() ? "/" + suspects.index(first + i / 2) : "";
      if (tooLarge) {
        lint.tooLarge(pointer, offsets[i], size);
      } else {
        lint.task(pointer, offsets[i], offsets[i + 1]);
      }
    }
    return lint;
  }

  private FileLint malformed() throws IOException {
    Trouble trouble = new MalformedSearch(feed, from, to).find();
    Stretch stretch = Stretch.of(feed, from, trouble.position(), trouble.position());
    FileLint lint = lint(stretch);
    int offset = stretch.offsets(trouble.position())[0];
    Malformed malformed = trouble.malformed(stretch.decoded().text(), offset, opened(trouble));
    lint.malformed(malformed.offset(), malformed.reason());
    return lint;
  }

  private String opened(Trouble trouble) throws IOException {
    if (trouble.open() < 0) {
      return "";
    }
    Origin begin = new LineCounter(feed, from, line).advance(trouble.open());
    return trouble.openKind() + " that begins in line " + begin.line();
  }

  private FileLint lint(Stretch stretch) throws IOException {
    Origin origin = lines.advance(stretch.begin());
    return new FileLint(file, stretch.decoded(), origin, dispatch);
  }
}
