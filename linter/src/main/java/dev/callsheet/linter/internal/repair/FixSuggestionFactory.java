package dev.callsheet.linter.internal.repair;

import dev.callsheet.linter.internal.json.PositionedJson;
import dev.callsheet.linter.internal.textedit.JsonTextDiff;
import dev.callsheet.linter.repair.FixSuggestions;
import dev.callsheet.linter.repair.JsonPatchOperation;
import dev.callsheet.linter.repair.Repair;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Makes the fix suggestions of findings. Each is a promise: nothing is searched for, and no text is
 * read again, until its repairs are asked for.
 */
public final class FixSuggestionFactory {
  private static final Repair OWN_UUID = Repair.manual("set `taskUUID` to a UUID of its own");

  private final Map<String, ReplacementValues> valuesByModel = new ConcurrentHashMap<>();
  private final SearchBudget budget = new SearchBudget();

  /** How many findings got no repairs because too much had been tried for others. */
  public long findingsWithoutRepairs() {
    return budget.findingsWithoutRepairs();
  }

  /** The fix suggestions of a violation in a task. */
  public FixSuggestions forViolation(TaskText task, Violation violation) {
    return !task.isObject()
        ? FixSuggestions.NONE
        : new FixSuggestions(
            () -> repairs(task, violation), violation.severity() != Severity.ERROR, task.offset());
  }

  /**
   * The fix suggestions of a secret in a task.
   *
   * @param pointer to it, from the task
   */
  public FixSuggestions forSecret(TaskText task, String pointer) {
    return !task.isObject()
        ? FixSuggestions.NONE
        : new FixSuggestions(
            () -> secretRepairs(task, JsonPointer.parse(pointer)), true, task.offset());
  }

  /**
   * The fix suggestions of a member that is given twice in a task.
   *
   * @param pointer to it, from the task
   * @param unused offset, from the beginning of the task, of the key that does not count
   */
  public FixSuggestions forDuplicate(TaskText task, String pointer, int unused) {
    return new FixSuggestions(
        () -> duplicateRepairs(task, JsonPointer.parse(pointer), unused), false, task.offset());
  }

  /** The fix suggestions of a task whose UUID an earlier task has. */
  public FixSuggestions forRepeatedUuid(TaskText task) {
    return new FixSuggestions(() -> List.of(OWN_UUID), true, task.offset());
  }

  private List<Repair> repairs(TaskText task, Violation violation) {
    return withBudget(
        task,
        share -> {
          ValidatedTask validated = task.validated();
          List<RepairCandidate> solutions =
              new RepairSearch(task.validator(), valuesByModel)
                  .candidates(validated, violation, share);
          return solutions.isEmpty()
              ? manualRepairs(task, violation)
              : FixRanker.best(solutions).stream()
                  .map(solution -> repair(task, solution.madeIn(validated.task())))
                  .toList();
        });
  }

  /** Each repair is written as an edit of the whole task, so that the length of its text counts. */
  private List<Repair> withBudget(
      TaskText task, Function<SearchBudget.FindingBudget, List<Repair>> search) {
    SearchBudget.FindingBudget share = budget.forFinding();
    List<Repair> repairs = List.of();
    if (!share.isUsedUp()) {
      budget.chargeForText(task.text().length());
      repairs = search.apply(share);
    }
    if (repairs.isEmpty() && share.isUsedUp()) {
      budget.countFindingWithoutRepairs();
    }
    return repairs;
  }

  /** What to do where no model says what would be right. */
  private static List<Repair> manualRepairs(TaskText task, Violation violation) {
    if (task.validator().spec(task.tree().value()).isPresent()) {
      return List.of();
    }
    if (violation.problem() instanceof Problem.MissingModel) {
      return List.of(Repair.manual("add `model`"));
    }
    if (violation.problem() instanceof Problem.MissingParameter missing) {
      return List.of(Repair.manual("add " + DisplayText.quotedName(missing.name())));
    }
    if (violation.problem() instanceof Problem.MissingEnvelope) {
      return List.of(Repair.manual("put the request in an envelope"));
    }
    return violation.problem() instanceof Problem.UnknownModel model && model.suggestion() != null
        ? List.of(Repair.manual("set `model` to " + DisplayText.value(model.suggestion())))
        : List.of();
  }

  private Repair repair(TaskText task, RepairCandidate solution) {
    PositionedJson tree = task.tree();
    String words = RepairDescription.of(solution);
    if (solution.needsAuthor()) {
      return Repair.manual(words);
    }
    return new Repair(
        words,
        solution.patch().stream().map(each -> each.prefixedWith(task.pointer())).toList(),
        task.replacements(JsonTextDiff.between(task.text(), tree, solution.after())),
        userContent(task).isRemovedBy(solution));
  }

  private List<Repair> secretRepairs(TaskText task, JsonPointer place) {
    return withBudget(
        task,
        share -> {
          ValidatedTask validated = task.validated();
          JsonNode root = validated.task();
          if (validated.isUnknown(place)) {
            TaskEdit removal = new TaskEdit.Remove(place);
            return List.of(repair(task, RepairCandidate.unedited(root).with(removal)));
          }
          String name = DisplayText.quotedName(JsonTree.displayPath(root, place));
          return List.of(Repair.manual("take the key out of " + name));
        });
  }

  private List<Repair> duplicateRepairs(TaskText task, JsonPointer place, int unused) {
    return withBudget(task, share -> List.of(duplicateRepair(task, place, unused)));
  }

  private Repair duplicateRepair(TaskText task, JsonPointer place, int unused) {
    PositionedJson tree = task.tree();
    JsonNode notUsed = tree.memberWithKeyAt(unused).value();
    // Whoever reads the patched file into a tree has dropped the unused one already.
    JsonNode used = Objects.requireNonNull(JsonTree.valueAt(tree.value(), place), place::toString);
    return new Repair(
        "remove the earlier "
            + DisplayText.quotedName(JsonTree.displayPath(tree.value(), place))
            + ", which does not count",
        List.of(JsonPatchOperation.replace(task.pointer() + place, used)),
        task.replacements(JsonTextDiff.memberRemoval(task.text(), tree, unused)),
        !ReplacementValues.isEqual(notUsed, used) && userContent(task).isIn(place, notUsed));
  }

  private static UserContent userContent(TaskText text) {
    JsonNode task = text.tree().value();
    return new UserContent(text.validator().spec(task).orElse(null), task);
  }
}
