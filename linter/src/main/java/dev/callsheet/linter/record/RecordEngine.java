package dev.callsheet.linter.record;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.document.DocumentLinter;
import dev.callsheet.linter.internal.document.LintContext;
import dev.callsheet.linter.internal.fastpath.FastPath;
import dev.callsheet.linter.internal.input.ArrayByteSource;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.json.JsonDocumentReader;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.internal.scan.RequestScanner;
import dev.callsheet.linter.internal.stream.LargeDocumentLinter;
import dev.callsheet.linter.internal.taskuuid.FirstUses;
import dev.callsheet.linter.internal.taskuuid.RepeatedTasks;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.UncheckedSpecException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a process needs to lint records by one set of options. Records that are valid for certain
 * are read once, by the fast path; the others, in full.
 */
final class RecordEngine {
  /** The name of the input in findings, which nobody sees. */
  private static final String NAME = "record";

  /** How many engines a process keeps: compiled models are large, and options seldom change. */
  private static final int MAX_KEPT = 4;

  private static final Map<RecordLintOptions, RecordEngine> KEPT =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RecordLintOptions, RecordEngine> eldest) {
          return size() > MAX_KEPT;
        }
      };

  /** A larger record is not read in full, but task by task, in bytes. */
  private static final int MAX_IN_FULL_BYTES = 1 << 20;

  private final LintContext context;
  private final RequestScanner everyTask;
  private final boolean pricesAll;

  private RecordEngine(RecordLintOptions options) {
    try {
      ModelCatalogue catalogue =
          options.specs().isEmpty()
              ? ModelCatalogue.bundled()
              : ModelCatalogue.ofSnapshots(options.specs());
      FastPath scanner = new FastPath(catalogue);
      Clock clock =
          Clock.fixed(options.day().atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
      this.context = LintContext.of(catalogue, options.interpretation(), clock, scanner);
      this.everyTask = scanner.flaggingValidTasks(LargeDocumentLinter.MAX_TASK_BYTES);
      this.pricesAll = options.pricesAll();
    } catch (SpecException wrong) {
      throw new UncheckedSpecException(wrong);
    }
  }

  /** The engine for these options; the same one for all that are equal, as long as it is kept. */
  static RecordEngine of(RecordLintOptions options) {
    synchronized (KEPT) {
      return KEPT.computeIfAbsent(options, RecordEngine::new);
    }
  }

  LintedRecord lint(byte[] buffer, int length) {
    try {
      return lint(buffer, length, MAX_IN_FULL_BYTES);
    } catch (OutOfMemoryError e) {
      Violation violation =
          new Violation(
              Severity.ERROR,
              "",
              new Problem.NotValidated("there is not enough memory for the record"));
      RecordFinding finding =
          new RecordFinding(
              violation.rule(), violation.severity(), null, "", violation.message(), 0, 0, null);
      return new LintedRecord(List.of(finding), 0, List.of(), List.of());
    }
  }

  /** Lints a record, in full up to a size in bytes. */
  LintedRecord lint(byte[] buffer, int length, int maxInFull) {
    FlaggedRegions flagged = context.scanner().scanDocument(buffer, 0, length);
    if (flagged.isEmpty() && !flagged.isList()) {
      return valid(buffer, length, flagged);
    }
    byte[] record = length == buffer.length ? buffer : Arrays.copyOf(buffer, length);
    boolean isLarge = length > maxInFull;
    if (isLarge && flagged.isWhole()) {
      return lintByTasks(record, List.of());
    }
    FirstUses repeated = repeatedWithin(record, flagged);
    if (flagged.isEmpty() && flagged.validUuids().omitted() == 0) {
      return valid(record, length, flagged);
    }
    return isLarge
        ? lintByTasks(record, ValidUuids.of(record, flagged))
        : lintInFull(record, repeated);
  }

  private LintedRecord valid(byte[] buffer, int length, FlaggedRegions scanned) {
    return new LintedRecord(
        List.of(),
        Math.toIntExact(scanned.validTasks()),
        ValidUuids.of(buffer, scanned),
        pricesAll ? pricesOfValid(buffer, length) : List.of());
  }

  /** Where tasks repeat the UUIDs of others in the same record. */
  private FirstUses repeatedWithin(byte[] record, FlaggedRegions flagged) {
    if (!flagged.isWhole() && !flagged.isList()) {
      return FirstUses.NONE; // there is only one task
    }
    RepeatedTasks tasks = new RepeatedTasks(context.validator()::startsTask);
    return flagged.isWhole() ? tasks.addDocument(record, 0) : tasks.addDocument(record, flagged, 0);
  }

  private LintedRecord lintInFull(byte[] record, FirstUses repeated) {
    DocumentLinter lint = new DocumentLinter(NAME, DecodedText.ofUtf8(record), context, repeated);
    RecordTasks tasks = new RecordTasks(context.validator()::startsTask, pricesAll);
    lint.notify(tasks);
    var result = lint.lintAsSingleValue();
    return result(result.findings(), result.requests(), tasks);
  }

  /**
   * Lints a record of any size.
   *
   * @param validUuids those that are known from a scan; needed of tasks too large to be read
   */
  private LintedRecord lintByTasks(byte[] record, List<TaskUuid> validUuids) {
    LintContext readingAll =
        new LintContext(
            everyTask, context.validator(), context.suggestions(), context.tasksNotCompared());
    LargeDocumentLinter lint =
        new LargeDocumentLinter(NAME, new ArrayByteSource(record), 0, record.length, 1, readingAll);
    RecordTasks tasks = new RecordTasks(context.validator()::startsTask, pricesAll);
    lint.notify(tasks);
    List<Finding> findings = new ArrayList<>();
    try {
      int requests = Math.toIntExact(lint.lint(findings::add));
      validUuids.forEach(tasks::add);
      return result(findings, requests, tasks);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // nothing is read from outside
    }
  }

  private static LintedRecord result(List<Finding> findings, int requests, RecordTasks tasks) {
    return new LintedRecord(tasks.priced(findings), requests, tasks.uuids(), tasks.prices());
  }

  private List<PricedRequest> pricesOfValid(byte[] buffer, int length) {
    FlaggedRegions tasks = everyTask.scanDocument(buffer, 0, length);
    List<PricedRequest> prices = new ArrayList<>();
    for (int i = 0; i < tasks.count(); i++) {
      int from = (int) tasks.from(i);
      JsonNode item = JsonDocumentReader.readValue(buffer, from, (int) tasks.to(i) - from);
      context
          .validator()
          .dispatch(item)
          .map(
              task ->
                  new PricedRequest(task.model().id(), RecordPrice.of(task.model(), task.task())))
          .ifPresent(prices::add);
    }
    return prices;
  }
}
