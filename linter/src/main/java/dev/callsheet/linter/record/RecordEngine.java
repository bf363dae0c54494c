package dev.callsheet.linter.record;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.document.DocumentLinter;
import dev.callsheet.linter.internal.document.LintContext;
import dev.callsheet.linter.internal.fastpath.FastPath;
import dev.callsheet.linter.internal.input.ArrayByteSource;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.json.JsonDocumentReader;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.internal.stream.LargeDocumentLinter;
import dev.callsheet.linter.internal.taskuuid.FirstUses;
import dev.callsheet.linter.internal.taskuuid.RepeatedTasks;
import dev.callsheet.linter.validation.RequestValidator;
import dev.callsheet.runtime.internal.secrets.SecretNames;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.UncheckedSpecException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

  private final LintContext context;
  private final boolean pricesAll;

  private RecordEngine(RecordLintOptions options) {
    try {
      ModelCatalogue catalogue =
          options.specs().isEmpty()
              ? ModelCatalogue.bundled()
              : ModelCatalogue.ofSnapshots(options.specs());
      FastPath scanner =
          new FastPath(catalogue.ids(), catalogue::namedInRequests, SecretNames::isSecretName);
      Clock clock =
          Clock.fixed(options.day().atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
      this.context = LintContext.of(catalogue, options.interpretation(), clock, scanner);
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

  LintedRecord lint(byte[] record) {
    FlaggedRegions flagged = context.scanner().scanDocument(record, 0, record.length);
    FirstUses repeated = repeatedWithin(record, flagged);
    if (flagged.isEmpty()) {
      return new LintedRecord(
          List.of(),
          Math.toIntExact(flagged.validTasks()),
          ValidUuids.of(record, flagged),
          pricesAll ? pricesOfValid(record) : List.of());
    }
    return record.length > LargeDocumentLinter.MAX_TASK_BYTES
        ? lintLarge(record)
        : lintInFull(record, repeated);
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
    RecordTasks tasks = new RecordTasks(context.validator()::startsTask);
    lint.notify(tasks);
    var result = lint.lintAsSingleValue();
    return new LintedRecord(
        tasks.priced(result.findings(), pricesAll),
        result.requests(),
        tasks.uuids(lint::coverSecrets),
        tasks.prices());
  }

  private LintedRecord lintLarge(byte[] record) {
    List<Finding> findings = new ArrayList<>();
    try {
      long requests =
          new LargeDocumentLinter(NAME, new ArrayByteSource(record), 0, record.length, 1, context)
              .lint(findings::add);
      return new LintedRecord(
          findings.stream().map(each -> RecordFinding.of(each, null)).toList(),
          Math.toIntExact(requests),
          List.of(),
          List.of());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // nothing is read from outside
    }
  }

  private List<PricedRequest> pricesOfValid(byte[] record) {
    JsonNode value = JsonDocumentReader.readValue(record, 0, record.length);
    Iterable<JsonNode> items = value.isArray() ? value : List.of(value);
    List<PricedRequest> prices = new ArrayList<>();
    RequestValidator validator = context.validator();
    for (JsonNode item : items) {
      validator
          .dispatch(item)
          .map(
              task ->
                  new PricedRequest(task.model().id(), RecordPrice.of(task.model(), task.task())))
          .ifPresent(prices::add);
    }
    return prices;
  }
}
