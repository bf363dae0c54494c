package dev.callsheet.linter.internal.repair;

import dev.callsheet.linter.internal.messages.ExpectedValueText;
import dev.callsheet.linter.internal.textedit.JsonTextDiff;
import dev.callsheet.linter.internal.textedit.PositionedJson;
import dev.callsheet.linter.internal.textedit.TextEdit;
import dev.callsheet.linter.repair.FixSuggestions;
import dev.callsheet.linter.repair.JsonPatchOperation;
import dev.callsheet.linter.repair.Repair;
import dev.callsheet.linter.repair.TextReplacement;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.source.SourceLocation;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** Makes the remedies of findings. Costs next to nothing until one of them is asked. */
public final class FixSuggestionFactory {
  private final Validator validator;
  private final RepairSearch search;
  private final JsonFactory factory;
  private final SearchBudget budget = new SearchBudget();

  /**
   * Makes remedies that a referee agrees with.
   *
   * @param factory makes the parsers of requests
   */
  public FixSuggestionFactory(Validator referee, JsonFactory factory) {
    this.validator = referee;
    this.search = new RepairSearch(referee);
    this.factory = factory;
  }

  /**
   * A task in a text.
   *
   * @param text that it stands in
   * @param offset where it begins
   * @param pointer to it from the file's outermost value
   * @param locationAt gives the line and column of an offset
   */
  public record TaskText(
      String text, int offset, String pointer, IntFunction<SourceLocation> locationAt) {
    /** What is no object is no task, and nobody knows what it was meant to be. */
    private boolean isObject() {
      return text.charAt(offset) == '{';
    }
  }

  /** How many findings got no repairs because too much had been tried for others. */
  public long findingsWithoutRepairs() {
    return budget.findingsWithoutRepairs();
  }

  /** The remedy of a violation in a task. */
  public FixSuggestions forViolation(TaskText task, Violation violation) {
    return !task.isObject()
        ? FixSuggestions.NONE
        : new FixSuggestions(
            () -> repairs(task, violation), violation.severity() != Severity.ERROR, task.offset());
  }

  /**
   * The remedy of a secret in a task.
   *
   * @param pointer to it, from the task
   */
  public FixSuggestions forSecret(TaskText task, String pointer) {
    return !task.isObject()
        ? FixSuggestions.NONE
        : new FixSuggestions(() -> secretRepairs(task, pointer), true, task.offset());
  }

  /**
   * The remedy of a member that is given twice in a task.
   *
   * @param pointer to it, from the task
   * @param unused where its key stands that does not count
   */
  public FixSuggestions forDuplicate(TaskText task, String pointer, int unused) {
    return new FixSuggestions(() -> duplicateRepairs(task, pointer, unused), false, task.offset());
  }

  private List<Repair> repairs(TaskText task, Violation violation) {
    SearchBudget.FindingBudget share = budget.forFinding();
    if (share.isEmpty()) {
      return List.of();
    }
    PositionedJson tree = PositionedJson.read(task.text(), task.offset(), factory);
    List<RepairCandidate> solutions = search.candidates(tree.value(), violation, share);
    return solutions.isEmpty()
        ? modelRepairs(violation, tree.value())
        : FixRanker.best(solutions).stream().map(solution -> repair(task, tree, solution)).toList();
  }

  /** What to do about a model that is not there, or not known. */
  private List<Repair> modelRepairs(Violation violation, JsonNode task) {
    JsonNode model = task.get("model");
    if (model == null && violation.rule().equals("missing-parameter")) {
      return List.of(Repair.manual("add `model`"));
    }
    return violation.rule().equals("unknown-model") && model != null
        ? validator.nearestModel(model.asString("")).stream()
            .map(near -> Repair.manual("set `model` to \"" + near + "\""))
            .toList()
        : List.of();
  }

  private Repair repair(TaskText task, PositionedJson tree, RepairCandidate solution) {
    String words = RepairDescription.of(solution);
    if (solution.needsAuthor()) {
      return Repair.manual(words);
    }
    return new Repair(
        words,
        solution.patch().stream().map(each -> each.prefixedWith(task.pointer())).toList(),
        replacements(task, JsonTextDiff.between(task.text(), tree, solution.after())),
        userContent(tree.value()).isRemovedBy(solution));
  }

  private List<Repair> secretRepairs(TaskText task, String pointer) {
    PositionedJson tree = PositionedJson.read(task.text(), task.offset(), factory);
    List<Repair> removals =
        validator.violations(tree.value()).stream()
            .filter(violation -> violation.pointer().equals(pointer))
            .filter(violation -> violation.rule().equals("unknown-parameter"))
            .map(
                violation -> {
                  RepairCandidate removal =
                      RepairCandidate.unedited(tree.value())
                          .with(new TaskEdit.Remove(JsonPointer.parse(pointer)));
                  return repair(task, tree, removal);
                })
            .toList();
    String name =
        ExpectedValueText.quotedName(
            JsonTree.displayPath(tree.value(), JsonPointer.parse(pointer)));
    return removals.isEmpty() ? List.of(Repair.manual("take the key out of " + name)) : removals;
  }

  private List<Repair> duplicateRepairs(TaskText task, String pointer, int unused) {
    PositionedJson tree = PositionedJson.read(task.text(), task.offset(), factory);
    JsonPointer place = JsonPointer.parse(pointer);
    JsonNode notUsed = tree.valueOfMemberAt(unused).value();
    // Whoever reads the patched file into a tree has dropped the unused one already.
    JsonNode used = Objects.requireNonNull(JsonTree.valueAt(tree.value(), place), pointer);
    return List.of(
        new Repair(
            "remove the earlier "
                + ExpectedValueText.quotedName(JsonTree.displayPath(tree.value(), place))
                + ", which does not count",
            List.of(JsonPatchOperation.replace(task.pointer() + pointer, used)),
            replacements(task, JsonTextDiff.memberRemoval(task.text(), tree, unused)),
            !ReplacementValues.isEqual(notUsed, used)
                && userContent(tree.value()).isIn(place, notUsed)));
  }

  private UserContent userContent(JsonNode task) {
    return new UserContent(validator.spec(task).orElse(null), task);
  }

  private static List<TextReplacement> replacements(TaskText task, List<TextEdit> edits) {
    return edits.stream()
        .map(
            edit ->
                new TextReplacement(
                    edit.startOffset(),
                    edit.endOffset(),
                    edit.newText(),
                    task.locationAt().apply(edit.startOffset()),
                    task.locationAt().apply(edit.endOffset())))
        .toList();
  }
}
