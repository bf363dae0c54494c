package dev.callsheet.linter.internal.repair;

import dev.callsheet.runtime.JsonPointer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Selects the repairs to propose, and ranks them, the best first. */
final class FixRanker {
  private static final int MAX_REPAIRS = 5;

  /** Of solutions that change the same to other values, the nearest. */
  private static final int MAX_SIMILAR = 3;

  private static final Comparator<RepairCandidate> ORDER =
      Comparator.comparing(RepairCandidate::needsAuthor)
          .thenComparing(solution -> solution.edits().size())
          .thenComparing(RepairCandidate::hasAdditions)
          .thenComparing(solution -> kindOrder(solution.edits().get(0)));

  private FixRanker() {}

  static List<RepairCandidate> best(List<RepairCandidate> solutions) {
    Map<Set<String>, List<RepairCandidate>> alike = new LinkedHashMap<>();
    for (RepairCandidate solution : solutions) {
      alike.computeIfAbsent(solution.changedLocations(), same -> new ArrayList<>()).add(solution);
    }
    List<RepairCandidate> chosen =
        alike.values().stream().flatMap(FixRanker::bestOfSimilar).toList();
    int smallest = chosen.stream().mapToInt(each -> each.edits().size()).min().orElse(0);
    List<RepairCandidate> worthwhile =
        chosen.stream()
            .filter(solution -> !solution.needsAuthor() || solution.edits().size() == smallest)
            .filter(solution -> !isDominated(solution, chosen))
            .toList();
    int left = worthwhile.stream().mapToInt(RepairCandidate::brokenTaskRules).min().orElse(0);
    return worthwhile.stream()
        .filter(solution -> solution.brokenTaskRules() == left)
        .sorted(ORDER)
        .limit(MAX_REPAIRS)
        .toList();
  }

  /** A value that is not there is proposed only where it is the only one, or the default. */
  private static Stream<RepairCandidate> bestOfSimilar(List<RepairCandidate> alike) {
    RepairCandidate first = alike.get(0);
    List<RepairCandidate> complete = alike.stream().filter(each -> !each.needsAuthor()).toList();
    if (!first.hasAdditions()) {
      double nearest = complete.stream().mapToDouble(RepairCandidate::distance).min().orElse(0);
      return complete.isEmpty()
          ? Stream.of(first)
          : complete.stream()
              .filter(each -> each.edits().size() > 1 || each.distance() <= nearest)
              .sorted(Comparator.comparingDouble(RepairCandidate::distance))
              .limit(MAX_SIMILAR);
    }
    if (complete.size() == 1 && alike.size() == 1) {
      return Stream.of(first);
    }
    return Stream.of(
        complete.stream()
            .filter(FixRanker::usesOnlyDefaults)
            .findFirst()
            .orElseGet(() -> withAdditionsByAuthor(first)));
  }

  private static boolean usesOnlyDefaults(RepairCandidate solution) {
    return solution.edits().stream()
        .allMatch(
            edit ->
                !solution.isAddition(edit)
                    || (edit instanceof TaskEdit.SetValue put && put.isDefault()));
  }

  /** The same, with the values left to the author that were not there. */
  private static RepairCandidate withAdditionsByAuthor(RepairCandidate solution) {
    List<TaskEdit> edits = new ArrayList<>();
    JsonNode before = solution.before();
    for (TaskEdit edit : solution.edits()) {
      edits.add(
          edit instanceof TaskEdit.SetValue put && put.isAddition(before)
              ? TaskEdit.AuthorEdit.addition(put.pointer(), put.value())
              : edit);
    }
    return new RepairCandidate(before, edits, solution.after(), solution.brokenTaskRules());
  }

  /** Nobody leaves out what can be given its right name, place or value, or more than is needed. */
  private static boolean isDominated(RepairCandidate solution, List<RepairCandidate> chosen) {
    TaskEdit edit = singleEdit(solution);
    return edit != null
        && edit.kind() == TaskEdit.Kind.REMOVE
        && chosen.stream()
            .filter(other -> !other.needsAuthor())
            .map(FixRanker::singleEdit)
            .anyMatch(other -> other != null && keepsMore(other, edit.pointer()));
  }

  private static boolean keepsMore(TaskEdit edit, JsonPointer removed) {
    boolean same = edit.pointer().equals(removed);
    return removed.isPrefixOf(edit.pointer()) && !(same && edit.kind() == TaskEdit.Kind.REMOVE);
  }

  private static @Nullable TaskEdit singleEdit(RepairCandidate solution) {
    return solution.edits().size() == 1 ? solution.edits().get(0) : null;
  }

  /** A move is preferred to a removal, and a removal to everything else. */
  private static int kindOrder(TaskEdit edit) {
    return switch (edit.kind()) {
      case MOVE -> 0;
      case REMOVE -> 1;
      case RETAIN, PUT -> 2;
    };
  }
}
