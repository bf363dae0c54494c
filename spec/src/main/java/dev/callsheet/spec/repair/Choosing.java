package dev.callsheet.spec.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes of all that would do what is worth proposing, the best in front. */
final class Choosing {
  private static final int MOST = 5;

  /** Of solutions that change the same to other values, the nearest. */
  private static final int MOST_ALIKE = 3;

  private static final Comparator<Solution> ORDER =
      Comparator.comparing(Solution::isInvented)
          .thenComparing(solution -> solution.edits().size())
          .thenComparing(Solution::addsAnything)
          .thenComparing(Choosing::rank);

  private Choosing() {}

  static List<Solution> among(List<Solution> solutions) {
    Map<Set<String>, List<Solution>> alike = new LinkedHashMap<>();
    for (Solution solution : solutions) {
      alike.computeIfAbsent(solution.sketch(), same -> new ArrayList<>()).add(solution);
    }
    List<Solution> chosen = alike.values().stream().flatMap(Choosing::ofAlike).toList();
    int smallest = chosen.stream().mapToInt(each -> each.edits().size()).min().orElse(0);
    List<Solution> worthwhile =
        chosen.stream()
            .filter(solution -> !solution.isInvented() || solution.edits().size() == smallest)
            .filter(solution -> !isOverridden(solution, chosen))
            .toList();
    int left = worthwhile.stream().mapToInt(Solution::left).min().orElse(0);
    return worthwhile.stream()
        .filter(solution -> solution.left() == left)
        .sorted(ORDER)
        .limit(MOST)
        .toList();
  }

  /** A value that is not there is proposed only where it is the only one, or the default. */
  private static Stream<Solution> ofAlike(List<Solution> alike) {
    Solution first = alike.get(0);
    List<Solution> complete = alike.stream().filter(each -> !each.isInvented()).toList();
    if (!first.addsAnything()) {
      double nearest = complete.stream().mapToDouble(Solution::distance).min().orElse(0);
      return complete.isEmpty()
          ? Stream.of(first)
          : complete.stream()
              .filter(each -> each.edits().size() > 1 || each.distance() <= nearest)
              .sorted(Comparator.comparingDouble(Solution::distance))
              .limit(MOST_ALIKE);
    }
    if (complete.size() == 1 && alike.size() == 1) {
      return Stream.of(first);
    }
    return Stream.of(
        complete.stream().filter(Choosing::isUsual).findFirst().orElseGet(() -> left(first)));
  }

  private static boolean isUsual(Solution solution) {
    return solution.edits().stream()
        .allMatch(edit -> !solution.adds(edit) || (edit instanceof Edit.Put put && put.usual()));
  }

  /** The same, with the values left to the author that were not there. */
  private static Solution left(Solution solution) {
    List<Edit> edits = new ArrayList<>();
    JsonNode before = solution.before();
    for (Edit edit : solution.edits()) {
      edits.add(
          edit instanceof Edit.Put put && put.adds(before)
              ? new Edit.Ask(
                  put.pointer(), put.value(), "add " + Wanted.name(put.pointer().words(before)))
              : edit);
    }
    return new Solution(before, edits, solution.after(), solution.left());
  }

  /** Nobody leaves out what can be given its right name, place or value, or more than is needed. */
  private static boolean isOverridden(Solution solution, List<Solution> chosen) {
    return only(solution) instanceof Edit.Remove remove
        && chosen.stream()
            .filter(other -> !other.isInvented())
            .map(Choosing::only)
            .anyMatch(other -> other != null && leavesMore(other, remove.pointer()));
  }

  private static boolean leavesMore(Edit edit, Pointer removed) {
    boolean same = edit.pointer().equals(removed);
    return removed.isAround(edit.pointer()) && !(same && edit instanceof Edit.Remove);
  }

  private static @Nullable Edit only(Solution solution) {
    return solution.edits().size() == 1 ? solution.edits().get(0) : null;
  }

  private static int rank(Solution solution) {
    return solution.edits().get(0) instanceof Edit.Move
        ? 0
        : solution.edits().get(0) instanceof Edit.Remove ? 1 : 2;
  }
}
