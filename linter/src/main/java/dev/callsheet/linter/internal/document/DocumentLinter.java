package dev.callsheet.linter.internal.document;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.linter.internal.input.StartPosition;
import dev.callsheet.linter.internal.json.JsonDocument;
import dev.callsheet.linter.internal.json.JsonDocumentReader;
import dev.callsheet.linter.internal.json.JsonSyntaxException;
import dev.callsheet.linter.internal.json.SourcePositions;
import dev.callsheet.linter.internal.repair.FixSuggestionFactory;
import dev.callsheet.linter.internal.secrets.SecretDetector;
import dev.callsheet.linter.repair.FixSuggestions;
import dev.callsheet.linter.validation.RequestValidator;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.JsonLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lints one file: reads its text, brings its tasks to judgement, and finds the places. */
public final class DocumentLinter {
  private final LineIndexedText source;
  private final DecodedText decodedText;
  private final RequestValidator validator;
  private final List<PendingFinding> pendingFindings = new ArrayList<>();
  private final List<Integer> secretOffsets = new ArrayList<>();
  private int requests;

  /** Lints a file. */
  public DocumentLinter(String file, DecodedText decoding, RequestValidator dispatch) {
    this(file, decoding, StartPosition.OF_FILE, dispatch);
  }

  /** Lints a part of a file. */
  public DocumentLinter(
      String file, DecodedText decoding, StartPosition origin, RequestValidator dispatch) {
    this.source = new LineIndexedText(file, decoding.text(), origin);
    this.decodedText = decoding;
    this.validator = dispatch;
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

  /**
   * Lints those lines that deserve a closer look; of the others it is known that they are right.
   */
  public LintResult lintFlaggedLines(FlaggedRegions suspects) {
    for (int i = 0; i < suspects.count(); i++) {
      lintLine(Math.toIntExact(suspects.index(i)) + 1);
    }
    requests += Math.toIntExact(suspects.validTasks());
    return result();
  }

  /** Lints a line as a JSON value of its own, unless it is empty. */
  public void lintLine(int line) {
    int from = source.lineStart(line);
    int to = source.lineEnd(line);
    if (!source.text().substring(from, to).isBlank()) {
      lintRange(from, to);
    }
  }

  /** Lints the task that stands between two offsets and has that pointer. */
  public void lintTask(String pointer, int from, int to) {
    try {
      JsonDocument json = JsonDocumentReader.read(source, from, to);
      String model = lintTask(pointer, json.value(), json.positions());
      FixSuggestionFactory.TaskText task = lintTask(pointer, json.positions());
      json.duplicates()
          .forEach(
              duplicate -> addDuplicateKey(duplicate, model, task, duplicate.pointer(), pointer));
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
    Integer fault = decodedText.invalidOffsets().ceiling(from);
    if (fault != null && fault < to) {
      addMalformed(fault, "the bytes here are not valid " + decodedText.charset().name());
      return;
    }
    try {
      lintTasks(JsonDocumentReader.read(source, from, to));
    } catch (JsonSyntaxException e) {
      addMalformed(e.offset(), e.reason());
    }
  }

  private void lintTasks(JsonDocument json) {
    List<@Nullable String> models = new ArrayList<>();
    if (json.value().isArray()) {
      for (JsonNode task : json.value().values()) {
        int index = models.size();
        models.add(lintTask("/" + index, task, json.positions().items().get(index)));
      }
    } else {
      models.add(lintTask("", json.value(), json.positions()));
    }
    for (JsonDocument.DuplicateKey duplicate : json.duplicates()) {
      if (json.value().isArray()) {
        String[] steps = duplicate.pointer().split("/", 3);
        int index = Integer.parseInt(steps[1]);
        FixSuggestionFactory.TaskText task =
            lintTask("/" + index, json.positions().items().get(index));
        addDuplicateKey(duplicate, models.get(index), task, "/" + steps[2], "");
      } else {
        addDuplicateKey(
            duplicate, models.get(0), lintTask("", json.positions()), duplicate.pointer(), "");
      }
    }
  }

  private void addDuplicateKey(
      JsonDocument.DuplicateKey duplicate,
      @Nullable String model,
      FixSuggestionFactory.TaskText task,
      String inTask,
      String outer) {
    FixSuggestions remedy =
        validator.fixSuggestionFactory().forDuplicate(task, inTask, duplicate.firstOffset());
    pendingFindings.add(PendingFinding.of(duplicate, model, outer, remedy));
  }

  private FixSuggestionFactory.TaskText lintTask(String pointer, SourcePositions spot) {
    return new FixSuggestionFactory.TaskText(
        source.text(), spot.valueOffset(), pointer, source::location);
  }

  /** Judges a task and returns the id of its model, where that is known. */
  private @Nullable String lintTask(String pointer, JsonNode task, SourcePositions spot) {
    requests++;
    RequestValidator.ValidationResult verdict = validator.validate(task);
    FixSuggestionFactory.TaskText place = lintTask(pointer, spot);
    Set<String> secrets = new HashSet<>();
    for (JsonLocation secret : SecretDetector.find(JsonLocation.root(task))) {
      secrets.add(secret.pointer());
      int offset = spot.resolve(secret.pointer()).valueOffset();
      secretOffsets.add(offset);
      FixSuggestions remedy = validator.fixSuggestionFactory().forSecret(place, secret.pointer());
      pendingFindings.add(
          PendingFinding.ofSecret(secret, verdict.model(), pointer, offset, remedy));
    }
    for (Violation violation : verdict.violations()) {
      // One mistake, one message; and this one might show the secret.
      if (!secrets.contains(violation.pointer())) {
        FixSuggestions remedy = validator.fixSuggestionFactory().forViolation(place, violation);
        pendingFindings.add(PendingFinding.of(violation, verdict.model(), pointer, spot, remedy));
      }
    }
    return verdict.model();
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
      ExcerptCutter excerpts =
          new ExcerptCutter(source, SecretDetector.masked(source.text(), secretOffsets));
      pendingFindings.sort(Comparator.comparingInt(PendingFinding::offset));
      pendingFindings.forEach(mark -> found.accept(mark.toFinding(source, excerpts)));
    }
    return requests;
  }
}
