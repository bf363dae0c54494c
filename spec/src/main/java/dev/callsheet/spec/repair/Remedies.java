package dev.callsheet.spec.repair;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.repair.text.Replacement;
import dev.callsheet.spec.repair.text.TextDiff;
import dev.callsheet.spec.repair.text.TextEdit;
import dev.callsheet.spec.repair.text.TextTree;
import dev.callsheet.spec.source.Location;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** Makes the remedies of findings. Costs next to nothing until one of them is asked. */
public final class Remedies {
  private final Referee referee;
  private final RepairSearch search;
  private final JsonFactory factory;
  private final Allowance allowance = new Allowance();

  /**
   * Makes remedies that a referee agrees with.
   *
   * @param factory makes the parsers of requests
   */
  public Remedies(Referee referee, JsonFactory factory) {
    this.referee = referee;
    this.search = new RepairSearch(referee);
    this.factory = factory;
  }

  /**
   * A task in a text.
   *
   * @param text that it stands in
   * @param offset where it begins
   * @param pointer to it from the file's outermost value
   * @param locate gives the line and column of an offset
   */
  public record Task(String text, int offset, String pointer, IntFunction<Location> locate) {
    /** What is no object is no task, and nobody knows what it was meant to be. */
    private boolean isObject() {
      return text.charAt(offset) == '{';
    }
  }

  /** How many findings got no repairs because too much had been tried for others. */
  public long findingsWithout() {
    return allowance.findingsWithout();
  }

  /** The remedy of a violation in a task. */
  public Remedy of(Task task, Violation violation) {
    return !task.isObject()
        ? Remedy.NONE
        : new Remedy(
            () -> repairs(task, violation), violation.severity() != Severity.ERROR, task.offset());
  }

  /**
   * The remedy of a secret in a task.
   *
   * @param pointer to it, from the task
   */
  public Remedy ofSecret(Task task, String pointer) {
    return !task.isObject()
        ? Remedy.NONE
        : new Remedy(() -> withoutSecret(task, pointer), true, task.offset());
  }

  /**
   * The remedy of a member that is given twice in a task.
   *
   * @param pointer to it, from the task
   * @param unused where its key stands that does not count
   */
  public Remedy ofDuplicate(Task task, String pointer, int unused) {
    return new Remedy(() -> withoutDuplicate(task, pointer, unused), false, task.offset());
  }

  private List<Repair> repairs(Task task, Violation violation) {
    Allowance.Share share = allowance.share();
    if (share.isEmpty()) {
      return List.of();
    }
    TextTree tree = TextTree.read(task.text(), task.offset(), factory);
    List<Solution> solutions = search.solutions(tree.value(), violation, share);
    return solutions.isEmpty()
        ? inWords(violation, tree.value())
        : Choosing.among(solutions).stream().map(solution -> repair(task, tree, solution)).toList();
  }

  /** What to do about a model that is not there, or not known. */
  private List<Repair> inWords(Violation violation, JsonNode task) {
    JsonNode model = task.get("model");
    if (model == null && violation.rule().equals("missing-parameter")) {
      return List.of(Repair.ofAuthor("add `model`"));
    }
    return violation.rule().equals("unknown-model") && model != null
        ? referee.nearestModel(model.asString("")).stream()
            .map(near -> Repair.ofAuthor("set `model` to \"" + near + "\""))
            .toList()
        : List.of();
  }

  private Repair repair(Task task, TextTree tree, Solution solution) {
    String words = Wording.of(solution);
    if (solution.isInvented()) {
      return Repair.ofAuthor(words);
    }
    return new Repair(
        words,
        solution.patch().stream().map(each -> each.within(task.pointer())).toList(),
        placed(task, TextDiff.between(task.text(), tree, solution.after())),
        material(tree.value()).isLostBy(solution));
  }

  private List<Repair> withoutSecret(Task task, String pointer) {
    TextTree tree = TextTree.read(task.text(), task.offset(), factory);
    List<Repair> removals =
        referee.violations(tree.value()).stream()
            .filter(violation -> violation.pointer().equals(pointer))
            .filter(violation -> violation.rule().equals("unknown-parameter"))
            .map(
                violation -> {
                  Solution removal =
                      Solution.none(tree.value()).and(new Edit.Remove(Pointer.parse(pointer)));
                  return repair(task, tree, removal);
                })
            .toList();
    String name = Wanted.name(Pointer.parse(pointer).words(tree.value()));
    return removals.isEmpty() ? List.of(Repair.ofAuthor("take the key out of " + name)) : removals;
  }

  private List<Repair> withoutDuplicate(Task task, String pointer, int unused) {
    TextTree tree = TextTree.read(task.text(), task.offset(), factory);
    Pointer place = Pointer.parse(pointer);
    JsonNode notUsed = tree.valueOfKeyAt(unused).value();
    // Whoever reads the patched file into a tree has dropped the unused one already.
    JsonNode used = Objects.requireNonNull(place.in(tree.value()), pointer);
    return List.of(
        new Repair(
            "remove the earlier "
                + Wanted.name(place.words(tree.value()))
                + ", which does not count",
            List.of(Operation.replace(task.pointer() + pointer, used)),
            placed(task, TextDiff.without(task.text(), tree, unused)),
            !Values.same(notUsed, used) && material(tree.value()).isIn(place, notUsed)));
  }

  private Material material(JsonNode task) {
    return new Material(referee.spec(task).orElse(null), task);
  }

  private static List<Replacement> placed(Task task, List<TextEdit> edits) {
    return edits.stream()
        .map(
            edit ->
                new Replacement(
                    edit.from(),
                    edit.to(),
                    edit.inserted(),
                    task.locate().apply(edit.from()),
                    task.locate().apply(edit.to())))
        .toList();
  }
}
