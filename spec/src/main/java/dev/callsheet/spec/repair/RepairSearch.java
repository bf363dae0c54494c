package dev.callsheet.spec.repair;

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
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Finds the smallest edits that mend one violation and cause no error. Whatever mends a broken rule
 * changes something it speaks of; so edits of that are tried, and where one breaks another rule,
 * edits of what that one speaks of on top. The referee judges what comes of them, so that nothing
 * is proposed that does not do: rules over sums, patterns and single items of lists included, which
 * no solver here understands. All sets of one edit are tried before any of two, and so on. Safe for
 * use by several threads.
 */
public final class RepairSearch {
  private static final int MOST_EDITS = 4;

  /** A task with more mistakes of an edit's own making than these is not mended any further. */
  private static final int MOST_CONSEQUENCES = 4;

  private final Referee referee;
  private final Map<String, Values> valuesByModel = new ConcurrentHashMap<>();

  /** Tries what it proposes before a referee. */
  public RepairSearch(Referee referee) {
    this.referee = referee;
  }

  /** Where a search has come to: edits, and what they left and caused. */
  private record State(Solution solution, Set<Signature> known, List<Violation> open) {}

  /** All smallest solutions, and those that need a value of the author's and no more edits. */
  List<Solution> solutions(JsonNode task, Violation target, Allowance.Share share) {
    int size = size(task);
    if (!share.take(size)) {
      return List.of();
    }
    ModelSpec spec = referee.spec(task).orElse(null);
    Set<Signature> known = new HashSet<>();
    // A rule that only warned must not be broken for good, so what does not count is not known.
    referee.violations(task).stream()
        .filter(violation -> counts(violation, target))
        .forEach(violation -> known.add(Signature.of(violation, spec)));
    known.remove(Signature.of(target, spec));
    List<State> frontier = List.of(new State(Solution.none(task), known, List.of(target)));
    Set<Set<Edit>> seen = new HashSet<>();
    List<Solution> found = new ArrayList<>();
    int last = MOST_EDITS;
    for (int edits = 1; edits <= last && !frontier.isEmpty(); edits++) {
      List<State> next = new ArrayList<>();
      for (State state : frontier) {
        for (Edit edit : edits(state)) {
          Solution solution = state.solution().and(edit);
          if (seen.add(solution.asSet())) {
            if (!share.take(size)) {
              return found;
            }
            State reached = judged(solution, state, edit, target);
            if (reached.open().isEmpty()) {
              found.add(reached.solution());
            } else if (reached.open().size() <= MOST_CONSEQUENCES) {
              next.add(reached);
            }
          }
        }
      }
      if (found.stream().anyMatch(solution -> !solution.isInvented())) {
        last = edits;
      } else if (!found.isEmpty()) {
        last = Math.min(last, edits + 1);
      }
      frontier = next;
    }
    return found;
  }

  private State judged(Solution solution, State before, Edit edit, Violation target) {
    ModelSpec spec = referee.spec(solution.after()).orElse(null);
    Set<Signature> known = new HashSet<>();
    for (Signature signature : before.known()) {
      Signature moved = signature.after(edit);
      if (moved != null) {
        known.add(moved);
      }
    }
    List<Violation> open = new ArrayList<>();
    int ofTask = 0;
    for (Violation violation : referee.violations(solution.after())) {
      Signature signature = Signature.of(violation, spec);
      if (counts(violation, target) && !known.contains(signature)) {
        open.add(violation);
      }
      boolean ofRule = spec != null && spec.rule(violation.rule()).isPresent();
      if (ofRule && violation.severity() == Severity.ERROR && signature.isOfTask()) {
        ofTask++;
      }
    }
    return new State(solution.leaving(ofTask), known, open);
  }

  private static boolean counts(Violation violation, Violation target) {
    return violation.severity() == Severity.ERROR
        || (target.severity() != Severity.ERROR && violation.rule().equals(target.rule()));
  }

  /** Edits that may mend what is open first; nothing is changed twice. */
  private List<Edit> edits(State state) {
    JsonNode task = state.solution().after();
    Violation violation = state.open().get(0);
    return edits(task, violation).stream()
        .filter(edit -> !state.solution().hasTouched(edit.pointer()))
        .filter(edit -> !(edit instanceof Edit.Move m) || !state.solution().hasTouched(m.to()))
        .toList();
  }

  private List<Edit> edits(JsonNode task, Violation violation) {
    if (violation.rule().equals("unknown-model")) {
      return model(task);
    }
    Optional<ModelSpec> spec = referee.spec(task);
    if (spec.isEmpty()) {
      return List.of();
    }
    Values values = valuesByModel.computeIfAbsent(spec.get().id(), id -> new Values(spec.get()));
    Optional<Rule> rule = spec.get().rule(violation.rule());
    if (rule.isPresent()) {
      Pointer scope = Signature.of(violation, spec.get()).place();
      return new RuleEdits(spec.get(), values, task).of(rule.get(), scope);
    }
    return new StructuralEdits(spec.get(), values, task).of(violation);
  }

  private List<Edit> model(JsonNode task) {
    @Nullable JsonNode model = task.get("model");
    return referee
        .nearestModel(model == null ? "" : model.asString(""))
        .<Edit>map(
            near ->
                new Edit.Put(Pointer.parse("/model"), JsonNodeFactory.instance.stringNode(near)))
        .stream()
        .toList();
  }

  private static int size(JsonNode node) {
    int size = 1;
    for (JsonNode inner : node.values()) {
      size += size(inner);
    }
    return size;
  }
}
