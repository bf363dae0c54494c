package dev.callsheet.linter.internal.document;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.linter.internal.input.StartPosition;
import dev.callsheet.linter.internal.json.JsonDocumentReader;
import dev.callsheet.linter.internal.json.JsonSyntaxException;
import dev.callsheet.linter.internal.json.PositionedJson;
import dev.callsheet.linter.internal.repair.TaskText;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.internal.secrets.DocumentSecrets;
import dev.callsheet.linter.internal.secrets.SecretDetector;
import dev.callsheet.linter.internal.taskuuid.FirstUse;
import dev.callsheet.linter.internal.taskuuid.FirstUses;
import dev.callsheet.linter.repair.FixSuggestions;
import dev.callsheet.linter.validation.RequestValidator.ValidatedPart;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.UncheckedSpecException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lints one text: reads its tasks, validates each, and places what is found in the file. */
public final class DocumentLinter {
  private final LineIndexedText source;
  private final DecodedText decodedText;
  private final LintContext context;
  private final FirstUses firstUses;
  private final List<PendingFinding> pendingFindings = new ArrayList<>();
  private final DocumentSecrets secrets = new DocumentSecrets();
  private @Nullable TaskListener listener;
  private int requests;
  private int knownFrom;
  private boolean linesAreDocuments;

  /** Lints a file. */
  public DocumentLinter(
      String file, DecodedText decoding, LintContext context, FirstUses firstUses) {
    this(file, decoding, StartPosition.OF_FILE, context, firstUses);
  }

  /**
   * Lints a part of a file.
   *
   * @param firstUses where the UUIDs of tasks that repeat one were used first
   */
  public DocumentLinter(
      String file,
      DecodedText decoding,
      StartPosition origin,
      LintContext context,
      FirstUses firstUses) {
    this.source = new LineIndexedText(file, decoding.text(), origin);
    this.decodedText = decoding;
    this.context = context;
    this.firstUses = firstUses;
  }

  /** Tells a listener of each task that is validated. */
  public void notify(TaskListener newListener) {
    listener = newListener;
  }

  /** Takes each line for a document of its own, as the methods that lint lines do. */
  public void readLinesAsDocuments() {
    linesAreDocuments = true;
  }

  /** Leaves what stands before an offset out of excerpts, as far as it is in the first line. */
  public void hideBefore(int offset) {
    knownFrom = offset;
  }

  /** Lints the text as one JSON value. */
  public LintResult lintAsSingleValue() {
    lintRange(0, source.text().length());
    return result();
  }

  /** Lints every line as a JSON value of its own; empty ones are passed over. */
  public LintResult lintAllLines() {
    for (int line = 1; line <= source.lineCount(); line++) {
      lintLine(line);
    }
    return result();
  }

  /** Lints the flagged lines; the others are known to be valid. */
  public LintResult lintFlaggedLines(FlaggedRegions flagged) {
    for (int i = 0; i < flagged.count(); i++) {
      lintLine(Math.toIntExact(flagged.index(i)) + 1);
    }
    requests += Math.toIntExact(flagged.validTasks());
    return result();
  }

  /** Lints a line as a JSON value of its own, unless it is empty. */
  public void lintLine(int line) {
    readLinesAsDocuments();
    int from = source.lineStart(line);
    int to = source.lineEnd(line);
    if (!isBlank(from, to)) {
      lintRange(from, to);
    }
  }

  private boolean isBlank(int from, int to) {
    int at = from;
    while (at < to && Character.isWhitespace(source.text().charAt(at))) {
      at++;
    }
    return at == to;
  }

  /** Lints the task between two offsets, which has that pointer. */
  public void lintTask(String pointer, int from, int to) {
    try {
      lintTask(pointer, JsonDocumentReader.read(source, from, to));
    } catch (JsonSyntaxException e) {
      addMalformed(e.offset(), e.reason());
    }
  }

  /** Notes that a task is wrong, and too large for more. */
  public void addTooLarge(String pointer, int offset, long bytes) {
    requests++;
    pendingFindings.add(PendingFinding.ofTooLarge(pointer, offset, bytes));
  }

  /** Notes that the file is not JSON from an offset on. */
  public void addMalformed(int offset, String reason) {
    pendingFindings.add(PendingFinding.ofMalformed(offset, reason));
  }

  private void lintRange(int from, int to) {
    Integer invalidOffset = decodedText.invalidOffsets().ceiling(from);
    if (invalidOffset != null && invalidOffset < to) {
      addMalformed(invalidOffset, "the bytes here are not valid " + decodedText.charset().name());
      return;
    }
    try {
      lintTasks(JsonDocumentReader.read(source, from, to));
    } catch (JsonSyntaxException e) {
      addMalformed(e.offset(), e.reason());
    }
  }

  private void lintTasks(PositionedJson document) {
    if (!document.value().isArray()) {
      lintTask("", document);
      return;
    }
    for (int i = 0; i < document.children().size(); i++) {
      lintTask("/" + i, document.children().get(i));
    }
  }

  /** A task that nobody can validate does not keep the others from being validated. */
  private void lintTask(String pointer, PositionedJson task) {
    requests++;
    int before = pendingFindings.size();
    try {
      validate(pointer, task);
    } catch (OutOfMemoryError e) {
      throw e; // there may be enough for a file when it is linted alone
    } catch (UncheckedSpecException e) {
      throw e; // no request is at fault, and none for that model can be validated
    } catch (RuntimeException | Error e) {
      pendingFindings.subList(before, pendingFindings.size()).clear();
      pendingFindings.add(PendingFinding.ofInternalError(pointer, task.startOffset(), e));
    }
  }

  private void validate(String pointer, PositionedJson task) {
    List<ValidatedPart> parts = context.validator().validateParts(task.value());
    if (listener != null) {
      listener.onTask(pointer, task.value(), parts);
    }
    List<JsonLocation> keys = SecretDetector.find(JsonLocation.root(task.value()));
    List<PositionedJson.Duplicate> duplicates = task.duplicates();
    FirstUse firstUse =
        firstUses.of(linesAreDocuments ? source.location(task.startOffset()).line() : 0, pointer);
    boolean isValid = parts.stream().allMatch(part -> part.result().violations().isEmpty());
    if (isValid && keys.isEmpty() && duplicates.isEmpty() && firstUse == null) {
      return;
    }
    secrets.addAll(task);
    if (parts.size() == 1) {
      addFindings(pointer, task, parts.get(0), keys, duplicates);
      if (firstUse != null) {
        addRepeatedUuid(pointer, task, parts.get(0), firstUse);
      }
      return;
    }
    String inner = parts.get(1).pointer() + "/";
    PositionedJson innerTask = task.nearest(JsonPointer.parse(parts.get(1).pointer()));
    addFindings(
        pointer,
        task,
        parts.get(0),
        keys.stream().filter(key -> !key.pointer().startsWith(inner)).toList(),
        duplicates.stream().filter(each -> !each.pointer().toString().startsWith(inner)).toList());
    addFindings(
        pointer + parts.get(1).pointer(),
        innerTask,
        parts.get(1),
        SecretDetector.find(JsonLocation.root(innerTask.value())),
        innerTask.duplicates());
  }

  /** No envelope has a UUID of its own. */
  private void addRepeatedUuid(
      String pointer, PositionedJson task, ValidatedPart part, FirstUse firstUse) {
    ModelSpec model = part.result().model();
    LintedTask linted = new LintedTask(pointer, model == null ? null : model.id(), task);
    TaskText taskText = new TaskText(source, task, pointer, part.validator());
    FixSuggestions fixes = context.suggestions().forRepeatedUuid(taskText);
    pendingFindings.add(PendingFinding.ofRepeatedUuid(linted, firstUse, fixes));
  }

  private void addFindings(
      String pointer,
      PositionedJson task,
      ValidatedPart part,
      List<JsonLocation> keys,
      List<PositionedJson.Duplicate> duplicates) {
    ModelSpec model = part.result().model();
    LintedTask linted = new LintedTask(pointer, model == null ? null : model.id(), task);
    TaskText taskText = new TaskText(source, task, pointer, part.validator());
    addSecrets(linted, keys, taskText);
    addViolations(linted, part.result().violations(), keys, taskText);
    addDuplicates(linted, duplicates, taskText);
  }

  private void addSecrets(LintedTask task, List<JsonLocation> keys, TaskText taskText) {
    for (JsonLocation key : keys) {
      FixSuggestions fixes = context.suggestions().forSecret(taskText, key.pointer());
      pendingFindings.add(PendingFinding.ofSecret(task, key, fixes));
    }
  }

  /** Only one finding for a secret: a violation's message might show its value. */
  private void addViolations(
      LintedTask task, List<Violation> violations, List<JsonLocation> keys, TaskText taskText) {
    Set<String> secretPointers =
        keys.stream().map(JsonLocation::pointer).collect(Collectors.toSet());
    for (Violation violation : violations) {
      if (!isAtOrBelow(violation.pointer(), secretPointers)) {
        FixSuggestions fixes = context.suggestions().forViolation(taskText, violation);
        pendingFindings.add(PendingFinding.ofViolation(task, violation, fixes));
      }
    }
  }

  private static boolean isAtOrBelow(String pointer, Set<String> others) {
    for (var end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      if (others.contains(pointer.substring(0, end))) {
        return true;
      }
    }
    return others.contains("");
  }

  private void addDuplicates(
      LintedTask task, List<PositionedJson.Duplicate> duplicates, TaskText taskText) {
    for (PositionedJson.Duplicate duplicate : duplicates) {
      int unused = duplicate.first().keyOffset() - task.tree().startOffset();
      FixSuggestions fixes =
          context.suggestions().forDuplicate(taskText, duplicate.pointer().toString(), unused);
      pendingFindings.add(PendingFinding.ofDuplicate(task, duplicate, fixes));
    }
  }

  /** What was found so far. */
  LintResult result() {
    List<Finding> findings = new ArrayList<>();
    deliver(findings::add);
    return new LintResult(findings, requests);
  }

  /** Passes on what was found so far, and returns how many tasks there were. */
  public int deliver(Consumer<Finding> found) {
    if (!pendingFindings.isEmpty()) {
      ExcerptCutter excerpts = new ExcerptCutter(source, secrets, knownFrom, linesAreDocuments);
      pendingFindings.sort(Comparator.comparingInt(PendingFinding::offset));
      pendingFindings.forEach(
          pending -> found.accept(pending.toFinding(source, excerpts, secrets)));
    }
    if (listener != null) {
      listener.onEndOfText(secrets::cover);
    }
    return requests;
  }
}
