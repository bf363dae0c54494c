package dev.callsheet.spec.lint;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.calculus.Place;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.repair.Referee;
import dev.callsheet.spec.repair.Remedies;
import dev.callsheet.spec.source.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Brings each task before the checker of its model, whichever that is. Made once for a catalogue
 * and used for any number of tasks, by any number of threads.
 */
public final class Dispatch implements Referee {
  private final Catalogue catalogue;
  private final Reading reading;
  private final Map<String, TaskChecker> checkers = new ConcurrentHashMap<>();
  private final Remedies remedies = new Remedies(this, JsonTextReader.FACTORY);

  /** Judges by the models of a catalogue. */
  public Dispatch(Catalogue catalogue, Reading reading) {
    this.catalogue = catalogue;
    this.reading = reading;
  }

  /**
   * What became of a task.
   *
   * @param model the id of its model; null when that is not known
   * @param violations with pointers from the task; empty when nothing is wrong
   */
  public record Verdict(@Nullable String model, List<Violation> violations) {
    /** Copies the list, so that a verdict never changes. */
    public Verdict {
      violations = List.copyOf(violations);
    }

    private static Verdict of(Mistakes mistakes) {
      return new Verdict(null, mistakes.violations());
    }
  }

  /**
   * Judges one task. One that needs no model, such as {@code getResponse}, is never found fault
   * with.
   */
  public Verdict judge(JsonNode task) {
    Mistakes mistakes = new Mistakes();
    Place place = Place.root(task);
    Place model = place.member("model");
    Place type = place.member("taskType");
    String taskType = type != null && type.value().isString() ? type.value().stringValue() : "";
    if (!task.isObject()) {
      mistakes.wrongValue(
          StructuralRule.WRONG_TYPE, place, "a task is an object; this is " + Shown.value(task));
    } else if (TaskTypes.OF_PLATFORM.contains(taskType)) {
      return Verdict.of(mistakes);
    } else if (model == null) {
      withoutModel(place, type, taskType, mistakes);
    } else if (!model.value().isString()) {
      mistakes.wrongValue(
          StructuralRule.WRONG_TYPE,
          model,
          "`model` is " + Shown.value(model.value()) + "; it must be a model's id, a string");
    } else {
      return ofModel(model, task, mistakes);
    }
    return Verdict.of(mistakes);
  }

  @Override
  public List<Violation> violations(JsonNode task) {
    return judge(task).violations();
  }

  @Override
  public Optional<ModelSpec> spec(JsonNode task) {
    JsonNode model = task.get("model");
    return model != null && model.isString()
        ? catalogue.find(model.stringValue())
        : Optional.empty();
  }

  @Override
  public Optional<String> nearestModel(String id) {
    return catalogue.nearest(id);
  }

  /** The remedies of what is found. */
  Remedies remedies() {
    return remedies;
  }

  private Verdict ofModel(Place model, JsonNode task, Mistakes mistakes) {
    String id = model.value().stringValue();
    ModelSpec spec = catalogue.find(id).orElse(null);
    if (spec == null) {
      mistakes.wrongValue(StructuralRule.UNKNOWN_MODEL, model, unknownModel(id));
      return Verdict.of(mistakes);
    }
    TaskChecker checker = checkers.computeIfAbsent(id, key -> new TaskChecker(spec, reading));
    return new Verdict(id, checker.check(task));
  }

  private static void withoutModel(
      Place task, @Nullable Place type, String taskType, Mistakes mistakes) {
    if (TaskTypes.OF_TOOLS.contains(taskType)) {
      return;
    }
    if (type == null || TaskTypes.OF_INFERENCE.contains(taskType)) {
      mistakes.missing(task, "`model` is missing; it must be the id of the model to run");
      return;
    }
    String suggestion =
        Suggestion.nearest(taskType, known())
            .map(near -> "; did you mean `" + near + "`?")
            .orElse("");
    mistakes.wrongValue(
        StructuralRule.NOT_ALLOWED_VALUE,
        type,
        "`taskType` is " + Shown.value(type.value()) + ", which is no known type" + suggestion);
  }

  private String unknownModel(String id) {
    Optional<String> near = catalogue.nearest(id);
    return "`"
        + Shown.name(id)
        + "` is not a known model"
        + near.map(known -> "; did you mean `" + known + "`?").orElse("");
  }

  private static List<String> known() {
    return Stream.of(TaskTypes.OF_INFERENCE, TaskTypes.OF_PLATFORM, TaskTypes.OF_TOOLS)
        .flatMap(types -> types.stream().sorted())
        .toList();
  }
}
