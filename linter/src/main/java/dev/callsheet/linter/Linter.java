package dev.callsheet.linter;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.internal.document.DocumentLinter;
import dev.callsheet.linter.internal.document.LintContext;
import dev.callsheet.linter.internal.fastpath.FastPath;
import dev.callsheet.linter.internal.input.ArrayByteSource;
import dev.callsheet.linter.internal.input.ByteSource;
import dev.callsheet.linter.internal.input.ByteSourceInputStream;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.input.FileByteSource;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.internal.scan.RequestScanner;
import dev.callsheet.linter.internal.stream.LargeDocumentLinter;
import dev.callsheet.linter.internal.stream.LineStreamLinter;
import dev.callsheet.linter.internal.stream.StreamPreview;
import dev.callsheet.linter.internal.stream.WorkerPool;
import dev.callsheet.linter.internal.taskuuid.FirstUses;
import dev.callsheet.linter.internal.taskuuid.RepeatedTasks;
import dev.callsheet.linter.validation.TaskObserver;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lints one input at a time: a task, an array of tasks, or one of either per line. Models are
 * compiled once, when they are first needed, so one linter should serve all inputs; any number of
 * threads may use it.
 */
public final class Linter {
  /** A file up to this size is read as a whole, in bytes. */
  private static final int MAX_IN_MEMORY_BYTES = 1 << 16;

  /** How much of a file of lines is linted at a time, in bytes. */
  private static final int CHUNK_BYTES = 1 << 20;

  private final LintContext context;

  /** Validates by the models of a catalogue, as of today (in UTC). */
  public Linter(ModelCatalogue catalogue, RuleInterpretation interpretation) {
    this(catalogue, interpretation, Clock.systemUTC());
  }

  /**
   * Validates by the models of a catalogue.
   *
   * @param clock whose date decides whether what is deprecated is still accepted
   */
  public Linter(ModelCatalogue catalogue, RuleInterpretation interpretation, Clock clock) {
    this(catalogue, interpretation, clock, new FastPath(catalogue));
  }

  /** Validates what a scanner flags; for tests, which do without the fast path. */
  Linter(
      ModelCatalogue catalogue,
      RuleInterpretation interpretation,
      Clock clock,
      RequestScanner scanner) {
    this(LintContext.of(catalogue, interpretation, clock, scanner));
  }

  private Linter(LintContext context) {
    this.context = context;
  }

  /**
   * A linter that finds the same, and hands every task to an observer, except those of more than 32
   * MB. It shares the compiled models with this one, but it is slower, since all tasks are read and
   * validated in full.
   */
  public Linter observedBy(TaskObserver observer) {
    return new Linter(
        new LintContext(
            context.scanner().flaggingValidTasks(LargeDocumentLinter.MAX_TASK_BYTES),
            context.validator().observedBy(observer),
            context.suggestions(),
            context.tasksNotCompared()));
  }

  /**
   * A linter that finds the same and shares the compiled models with this one, with nothing used up
   * of what one linter may try to find repairs: for each look at a text that is being edited.
   */
  public Linter withFreshBudget() {
    return new Linter(LintContext.of(context.scanner(), context.validator()));
  }

  /**
   * Lints an input in memory. Whatever it holds, the result is findings, never an exception.
   *
   * @param file its name, for the findings; one that ends in {@code .jsonl} or {@code .ndjson} is
   *     read line by line
   * @param content UTF-8, or UTF-16 with a byte order mark
   */
  public LintResult lint(String file, byte[] content) {
    boolean lines = LintInput.isJsonLines(file);
    int from = DecodedText.startsWithUtf8Mark(content) ? 3 : 0;
    FlaggedRegions flagged =
        lines
            ? context.scanner().scanLines(content, from, content.length)
            : context.scanner().scanDocument(content, from, content.length);
    FirstUses firstUses = firstUses(content, from, lines, flagged);
    if (flagged.isEmpty()) {
      return new LintResult(List.of(), Math.toIntExact(flagged.validTasks()));
    }
    DocumentLinter lint = new DocumentLinter(file, DecodedText.of(content), context, firstUses);
    if (!lines) {
      return lint.lintAsSingleValue();
    }
    return DecodedText.startsWithUtf16Mark(content)
        ? lint.lintAllLines()
        : lint.lintFlaggedLines(flagged);
  }

  /**
   * Lints an input in memory as a file of its size is: of a long list, only those tasks are read in
   * full that are not certainly valid. The findings are the same; in their repairs, offsets count
   * from somewhere in the text then, lines and columns from its beginning.
   */
  public LintResult lintLikeFile(String file, byte[] content) {
    if (content.length <= MAX_IN_MEMORY_BYTES
        || LintInput.isJsonLines(file)
        || DecodedText.startsWithUtf16Mark(content)) {
      return lint(file, content);
    }
    List<Finding> findings = new ArrayList<>();
    int from = DecodedText.startsWithUtf8Mark(content) ? 3 : 0;
    ByteSource source = new ArrayByteSource(content);
    try {
      long requests =
          new LargeDocumentLinter(file, source, from, content.length, 1, context)
              .lint(findings::add);
      return new LintResult(findings, Math.toIntExact(requests));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // nothing is read from outside
    }
  }

  /** Flags the valid tasks whose UUID an earlier one has, unless all of the input is flagged. */
  private FirstUses firstUses(byte[] content, int from, boolean lines, FlaggedRegions flagged) {
    if (!lines && !flagged.isWhole() && !flagged.isList()) {
      return FirstUses.NONE; // there is only one task
    }
    RepeatedTasks repeatedTasks = new RepeatedTasks(context.validator()::startsTask);
    if (DecodedText.startsWithUtf16Mark(content)) {
      byte[] utf8 = DecodedText.of(content).text().getBytes(StandardCharsets.UTF_8);
      return lines
          ? repeatedTasks.addLines(utf8, context.scanner().scanLines(utf8, 0, utf8.length), 1)
          : repeatedTasks.addDocument(utf8, 0);
    }
    if (lines) {
      return repeatedTasks.addLines(content, flagged, 1);
    }
    return flagged.isWhole()
        ? repeatedTasks.addDocument(content, from)
        : repeatedTasks.addDocument(content, flagged, from);
  }

  /**
   * Lints a file of any size. Memory is needed for a part of it at a time: a task, or a chunk of
   * lines; a file in UTF-16 is read as a whole. An invalid task of more than 32 MB gets one
   * finding, without a place in the task.
   *
   * @param name its name in findings, which decides whether it is read line by line
   * @param file where it is
   * @param found receives the findings in the order of their positions, on the calling thread
   * @return how many tasks there are
   * @throws IOException when the file cannot be read
   */
  public long lint(String name, Path file, Consumer<Finding> found) throws IOException {
    try (WorkerPool workers = WorkerPool.ofAllProcessors()) {
      return lint(name, file, workers, found);
    }
  }

  /** The same, with a given pool of workers. */
  long lint(String name, Path file, WorkerPool workers, Consumer<Finding> found)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        return lint(name, in, workers, found);
      }
    }
    try (FileByteSource source = new FileByteSource(file)) {
      byte[] first = new byte[3];
      source.read(0, first, 0, first.length);
      if (source.size() <= MAX_IN_MEMORY_BYTES || DecodedText.startsWithUtf16Mark(first)) {
        LintResult result = lint(name, Files.readAllBytes(file));
        result.findings().forEach(found);
        return result.requests();
      }
      int from = DecodedText.startsWithUtf8Mark(first) ? 3 : 0;
      if (LintInput.isJsonLines(name)) {
        return lineStreamLinter(name, workers)
            .lint(new ByteSourceInputStream(source, from, source.size()), found);
      }
      return new LargeDocumentLinter(name, source, from, source.size(), 1, context).lint(found);
    }
  }

  /**
   * Lints a stream to its end. It is read line by line also when its first lines look like JSON
   * values of their own; any other stream goes through a temporary file.
   *
   * @param name its name in findings, which decides whether it is read line by line
   * @throws IOException when the stream cannot be read
   */
  long lint(String name, InputStream in, WorkerPool workers, Consumer<Finding> found)
      throws IOException {
    StreamPreview preview =
        LintInput.isJsonLines(name) ? StreamPreview.readByteOrderMark(in) : StreamPreview.read(in);
    InputStream all = preview.followedBy(in);
    boolean utf16 = preview.startsWithUtf16Mark();
    if (!utf16 && (LintInput.isJsonLines(name) || preview.looksLikeJsonLines())) {
      all.skipNBytes(preview.startsWithUtf8Mark() ? 3 : 0);
      return lineStreamLinter(name, workers).lint(all, found);
    }
    Path file = Files.createTempFile("callsheet-lint", ".tmp");
    file.toFile().deleteOnExit(); // when the process is killed
    try {
      Files.copy(all, file, StandardCopyOption.REPLACE_EXISTING);
      return lint(name, file, workers, found);
    } finally {
      Files.delete(file);
    }
  }

  /**
   * With how many tasks later ones were not compared, because those before them in their file had
   * as many UUIDs as are remembered.
   */
  public long tasksNotCompared() {
    return context.tasksNotCompared().sum();
  }

  private LineStreamLinter lineStreamLinter(String name, WorkerPool workers) {
    return new LineStreamLinter(name, CHUNK_BYTES, context, workers);
  }

  /**
   * How many findings have no repairs although these were asked for, because what one linter may
   * try had been tried for others.
   */
  public long findingsWithoutRepairs() {
    return context.suggestions().findingsWithoutRepairs();
  }
}
