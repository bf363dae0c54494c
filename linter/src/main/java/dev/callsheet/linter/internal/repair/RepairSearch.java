package dev.callsheet.linter.internal.repair;

import dev.callsheet.linter.validation.TaskValidator;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Finds the smallest sets of edits of a task after which one violation is gone and no error is new.
 *
 * <p>It is a breadth-first search over sets of edits: all sets of one edit come before any of two,
 * and so on up to {@link #MAX_EDITS}. A state is a set of edits with what the validator finds in
 * the edited task. A state without open violations is a repair; open are the violation to be
 * repaired and the errors that the edits caused, while errors that the task had before stay known
 * wherever an edit moves them. The successors of a state edit what its first open violation is
 * about: a broken rule goes only when something that it speaks of changes, so no smaller set of
 * parameters is missed, only values that the spec does not name. Sets with the same edits in
 * another order are tried once; a place is edited once.
 *
 * <p>Repairs are tried and not solved for, since no solver here understands sums, patterns and
 * single items of lists; whatever it proposed would have to be validated all the same (decision
 * record 13). The search therefore never proposes an edit after which the validator still finds the
 * violation.
 *
 * <p>Cost: one validation of the task's core ({@link ValidatedTask}) for each set tried, counted in
 * JSON values and violations so that the same input always has the same repairs ({@link
 * SearchBudget}). The search is cut off when the budget of the finding is used up, at the number of
 * edits of the first complete repair, one edit after the first that needs a value of the author's,
 * and at states with more than {@link #MAX_NEW_VIOLATIONS} open violations.
 *
 * <p>Safe for use by several threads.
 */
final class RepairSearch {
  private static final int MAX_EDITS = 4;

  /** A state with more new violations than this is not searched further. */
  private static final int MAX_NEW_VIOLATIONS = 4;

  /** A violation takes the validator as long as so many values without one. */
  private static final long VALUES_PER_VIOLATION = 8;

  private final TaskValidator validator;
  private final Map<String, ReplacementValues> valuesByModel;

  /** One for the whole search, so that equal edits are equal. */
  private final UUID freshUuid = UUID.randomUUID();

  /**
   * Tries edits on this validator.
   *
   * @param valuesByModel what is worked out for a model once, by its qualified id
   */
  RepairSearch(TaskValidator validator, Map<String, ReplacementValues> valuesByModel) {
    this.validator = validator;
    this.valuesByModel = valuesByModel;
  }

  /** Where a search has come to: edits, and what they left and caused. */
  private record SearchState(
      RepairCandidate candidate,
      Set<ViolationKey> knownViolations,
      List<Violation> openViolations) {}

  /**
   * All smallest solutions, and those that need a value of the author's and no more edits: in the
   * {@linkplain ValidatedTask#around surroundings} of the violation, or else in the whole task.
   */
  List<RepairCandidate> candidates(
      ValidatedTask task, Violation target, SearchBudget.FindingBudget share) {
    JsonPointer place = JsonPointer.parse(target.pointer());
    List<RepairCandidate> found = candidates(task.around(place), Set.of(), task, target, share);
    return found.stream().allMatch(solution -> isSoundInWholeTask(solution, task, place))
        ? found
        : candidates(task.task(), task.unrelated(), task, target, share);
  }

  /**
   * Whether a solution touches nothing that was left out of the search, and no other rules apply.
   */
  private boolean isSoundInWholeTask(
      RepairCandidate solution, ValidatedTask task, JsonPointer target) {
    return validator.spec(task.task()).equals(validator.spec(solution.after()))
        && solution.edits().stream()
            .filter(edit -> !edit.pointer().equals(target))
            .noneMatch(task::touchesUnrelated);
  }

  private List<RepairCandidate> candidates(
      JsonNode task,
      Set<JsonPointer> unrelated,
      ValidatedTask whole,
      Violation target,
      SearchBudget.FindingBudget share) {
    ModelSpec spec = validator.spec(task).orElse(null);
    Set<ViolationKey> known = new HashSet<>();
    // A rule that only warned must not be broken for good, so what does not count is not known.
    whole.violations().stream()
        .filter(found -> isRelevant(found.violation(), target))
        .forEach(found -> known.add(found.key()));
    unrelated.forEach(place -> known.add(ViolationKey.ofUnknownParameter(place)));
    known.remove(ViolationKey.of(target, spec));
    long cost = JsonTree.valueCount(task) + VALUES_PER_VIOLATION * known.size();
    List<SearchState> frontier =
        List.of(new SearchState(RepairCandidate.unedited(task), known, List.of(target)));
    Set<Set<TaskEdit>> seen = new HashSet<>();
    List<RepairCandidate> found = new ArrayList<>();
    int last = MAX_EDITS;
    for (int edits = 1; edits <= last && !frontier.isEmpty(); edits++) {
      List<SearchState> next = new ArrayList<>();
      for (SearchState state : frontier) {
        for (TaskEdit edit : possibleEdits(state)) {
          RepairCandidate solution = state.candidate().with(edit);
          if (seen.add(solution.editSet())) {
            if (!share.tryConsume(cost)) {
              return found;
            }
            SearchState reached = evaluate(solution, state, edit, target);
            if (reached.openViolations().isEmpty()) {
              found.add(reached.candidate());
            } else if (reached.openViolations().size() <= MAX_NEW_VIOLATIONS) {
              next.add(reached);
            }
          }
        }
      }
      if (found.stream().anyMatch(solution -> !solution.needsAuthor())) {
        last = edits;
      } else if (!found.isEmpty()) {
        last = Math.min(last, edits + 1);
      }
      frontier = next;
    }
    return found;
  }

  private SearchState evaluate(
      RepairCandidate solution, SearchState before, TaskEdit edit, Violation target) {
    ModelSpec spec = validator.spec(solution.after()).orElse(null);
    Set<ViolationKey> known = new HashSet<>();
    for (ViolationKey signature : before.knownViolations()) {
      ViolationKey moved = signature.afterEdit(edit);
      if (moved != null) {
        known.add(moved);
      }
    }
    List<Violation> open = new ArrayList<>();
    int ofTask = 0;
    for (Violation violation : validator.validate(solution.after()).violations()) {
      ViolationKey signature = ViolationKey.of(violation, spec);
      if (isRelevant(violation, target) && !known.contains(signature)) {
        open.add(violation);
      }
      boolean ofRule = spec != null && spec.rule(violation.rule()).isPresent();
      if (ofRule && violation.severity() == Severity.ERROR && signature.isTaskLevel()) {
        ofTask++;
      }
    }
    return new SearchState(solution.withBrokenTaskRules(ofTask), known, open);
  }

  private static boolean isRelevant(Violation violation, Violation target) {
    return violation.severity() == Severity.ERROR
        || (target.severity() != Severity.ERROR && violation.rule().equals(target.rule()));
  }

  /** Edits that may mend what is open first; nothing is changed twice. */
  private List<TaskEdit> possibleEdits(SearchState state) {
    JsonNode task = state.candidate().after();
    Violation violation = state.openViolations().get(0);
    return possibleEdits(task, violation).stream()
        .filter(edit -> edit.changedPointers().stream().noneMatch(state.candidate()::hasEdited))
        .toList();
  }

  private List<TaskEdit> possibleEdits(JsonNode task, Violation violation) {
    Optional<ModelSpec> spec = validator.spec(task);
    if (spec.isEmpty()) {
      return EnvelopeEdits.of(task, violation);
    }
    ReplacementValues values =
        valuesByModel.computeIfAbsent(
            spec.get().qualifiedId(), id -> new ReplacementValues(spec.get()));
    StructuralEdits structural = new StructuralEdits(spec.get(), values, task, freshUuid);
    Optional<Rule> rule = spec.get().rule(violation.rule());
    if (rule.isPresent()) {
      JsonPointer scope = ViolationKey.of(violation, spec.get()).location();
      return new RuleEdits(spec.get(), values, task, structural).of(rule.get(), scope);
    }
    return structural.of(violation);
  }
}
