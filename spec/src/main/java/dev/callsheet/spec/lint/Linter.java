package dev.callsheet.spec.lint;

import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.scan.Screening;
import dev.callsheet.spec.lint.scan.Suspects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Lints request files: a task, an array of tasks, or one of either per line. What it learns of a
 * model it learns once, so one linter serves any number of files, and of threads.
 */
public final class Linter {
  /** What is no larger is read as a whole, in bytes. */
  private static final int IN_MEMORY = 1 << 16;

  /** How much of a large file is judged at a time, in bytes, line by line. */
  private static final int PIECE = 1 << 20;

  private final Dispatch dispatch;
  private final Screening screening;

  /** Judges by the models of a catalogue. */
  public Linter(Catalogue catalogue, Reading reading) {
    this.dispatch = new Dispatch(catalogue, reading);
    this.screening =
        new Screening(catalogue.ids(), id -> catalogue.find(id).orElseThrow(), Secrets::isTellTale);
  }

  /**
   * Judges one input. Whatever it holds, this ends in findings and not in an exception.
   *
   * @param file its name, for the findings; one that ends in {@code .jsonl} or {@code .ndjson} is
   *     read line by line
   * @param content UTF-8, or UTF-16 with a byte order mark
   */
  public LintResult lint(String file, byte[] content) {
    boolean lines = isLineByLine(file);
    int from = Decoding.isMarkedUtf8(content) ? 3 : 0;
    Suspects suspects =
        lines
            ? screening.lines(content, from, content.length)
            : screening.document(content, from, content.length);
    if (suspects.isPlain() && suspects.count() == 0) {
      return new LintResult(List.of(), Math.toIntExact(suspects.right()));
    }
    FileLint lint = new FileLint(file, Decoding.of(content), dispatch);
    if (!lines) {
      return lint.whole();
    }
    return Decoding.isMarkedUtf16(content) ? lint.lineByLine() : lint.lines(suspects);
  }

  /**
   * Judges a file of any size. Memory is needed for a part of it at a time only, however large it
   * is, unless it is written in UTF-16; a line of its own is such a part in a file that is read
   * line by line. A task of more than 32 MB that is wrong gets one finding, which does not say
   * where.
   *
   * @param name for the findings; it also says whether to read line by line
   * @param file where it is
   * @param found is given what is found, in the order of the places, by the thread that calls
   * @return how many tasks were judged
   * @throws IOException when the file cannot be read
   */
  public long lint(String name, Path file, Consumer<Finding> found) throws IOException {
    try (Workers workers = Workers.ofAllProcessors()) {
      return lint(name, file, workers, found);
    }
  }

  /** The same, by workers that are there already. */
  public long lint(String name, Path file, Workers workers, Consumer<Finding> found)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        return lint(name, in, workers, found);
      }
    }
    try (FileFeed feed = new FileFeed(file)) {
      byte[] first = new byte[3];
      feed.read(0, first, 0, first.length);
      if (feed.size() <= IN_MEMORY || Decoding.isMarkedUtf16(first)) {
        LintResult result = lint(name, Files.readAllBytes(file));
        result.findings().forEach(found);
        return result.requests();
      }
      int from = Decoding.isMarkedUtf8(first) ? 3 : 0;
      if (isLineByLine(name)) {
        return lines(name, workers).lint(new FeedStream(feed, from, feed.size()), found);
      }
      return new LargeDocument(name, feed, from, feed.size(), 1, dispatch, screening).lint(found);
    }
  }

  /**
   * Judges what comes in through a stream, to its end. It is read line by line, too, when its first
   * lines look like it; other than in lines, what is large goes through a temporary file.
   *
   * @param name for the findings; it also says whether to read line by line
   * @throws IOException when the stream cannot be read
   */
  public long lint(String name, InputStream in, Workers workers, Consumer<Finding> found)
      throws IOException {
    Beginning beginning = isLineByLine(name) ? Beginning.ofLines(in) : Beginning.of(in);
    InputStream all = beginning.andTheRestOf(in);
    boolean utf16 = beginning.isMarkedUtf16();
    if (!utf16 && (isLineByLine(name) || beginning.looksLineByLine())) {
      all.skipNBytes(beginning.isMarkedUtf8() ? 3 : 0);
      return lines(name, workers).lint(all, found);
    }
    Path file = Files.createTempFile("callsheet-lint", ".tmp");
    file.toFile().deleteOnExit(); // when the process is ended from without
    try {
      Files.copy(all, file, StandardCopyOption.REPLACE_EXISTING);
      return lint(name, file, workers, found);
    } finally {
      Files.delete(file);
    }
  }

  private LargeLines lines(String name, Workers workers) {
    return new LargeLines(name, PIECE, dispatch, screening, workers);
  }

  /**
   * How many findings were asked for their repairs in vain, because what may be tried in one run
   * had been tried for others.
   */
  public long findingsWithoutRepairs() {
    return dispatch.remedies().findingsWithout();
  }

  private static boolean isLineByLine(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson");
  }
}
