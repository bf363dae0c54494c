package dev.callsheet.generator.internal.java.stagedbuilder;

import dev.callsheet.generator.internal.java.type.JavaModel;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.spec.analysis.ModeProfile;
import dev.callsheet.spec.analysis.Presence;
import dev.callsheet.spec.analysis.RequiredChoice;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The stages of a mode's builder: classes with one decision each, passed one after the other before
 * the class with the optional parameters is reached. A request without what its mode requires does
 * not compile.
 *
 * <p>The entry point takes what makes a request one of the mode, and sets what the mode leaves one
 * value for. Then come the other required parameters in the order of the spec, one stage each
 * ({@code width} and {@code height} together, as a size), then the choices: sets of alternatives
 * without one of which no valid request of the mode exists. All of this is read from the mode's
 * profile, which the analysis has proved with the solver; nothing is derived from the names of
 * rules. A choice becomes a stage only when its parameters occur in no other stage or choice, so
 * that no answer restricts a later one; the rest, and whatever lies inside the items of a list, is
 * left to the checker.
 *
 * <p>The number of classes is linear in what a mode requires: stages are passed in one fixed order,
 * not in any. This is the step builder of M. Castro (2011), as Immutables generates it under the
 * name of staged builder.
 *
 * @param entryPointPaths what the entry point takes
 * @param fixedValues what the entry point sets by itself
 * @param stages what is set after that, in this order
 */
record BuilderStages(
    List<ParameterPath> entryPointPaths, List<FixedValue> fixedValues, List<BuilderStage> stages) {
  private static final ParameterPath WIDTH = ParameterPath.parse("width");
  private static final ParameterPath HEIGHT = ParameterPath.parse("height");

  /** The parameters that make a size. */
  static final List<ParameterPath> SIZE = List.of(WIDTH, HEIGHT);

  static BuilderStages of(JavaModel model, ModeProfile profile) {
    SetterOverloads offers = new SetterOverloads(model);
    List<FixedValue> fixed = new ArrayList<>();
    addFixed(model.request(), List.of(), profile, fixed);
    List<ParameterPath> known = new ArrayList<>(fixed.stream().map(FixedValue::path).toList());
    List<ParameterPath> given =
        profile.mode().definingParameters().stream()
            .filter(path -> !known.contains(path))
            .filter(path -> !offers.forPaths(List.of(path), null).isEmpty())
            .toList();
    known.addAll(given);
    List<BuilderStage> stages = new ArrayList<>();
    List<RequiredChoice> choices = independent(profile.choices(), known, offers);
    addRequired(model.request(), profile, known, choices, stages);
    combineWidthAndHeight(stages);
    choices.forEach(choice -> stages.add(new BuilderStage(choice.alternatives(), choice)));
    return new BuilderStages(given, List.copyOf(fixed), List.copyOf(stages));
  }

  /** Those of an object that every request of the mode has. */
  private static void addFixed(
      RecordType owner, List<RecordProperty> way, ModeProfile profile, List<FixedValue> fixed) {
    for (RecordProperty property : owner.properties()) {
      ParameterPath path = property.parameter().path();
      if (profile.presences().get(path) == Presence.REQUIRED) {
        List<RecordProperty> longer = new ArrayList<>(way);
        longer.add(property);
        JsonNode value = profile.fixedValues().get(path);
        if (value != null) {
          FixedValue.of(longer, value).ifPresent(fixed::add);
        } else if (property.type() instanceof RecordType part) {
          addFixed(part, longer, profile, fixed);
        }
      }
    }
  }

  /** Everything that is set once all stages are through, so that nothing sets it again. */
  List<ParameterPath> settledPaths() {
    List<ParameterPath> settled = new ArrayList<>(entryPointPaths);
    fixedValues.forEach(value -> settled.add(value.path()));
    stages.stream().filter(BuilderStage::isSettled).forEach(ask -> settled.addAll(ask.paths()));
    return settled;
  }

  /** The choices that can be made one by one: none has a parameter in common with another. */
  private static List<RequiredChoice> independent(
      List<RequiredChoice> choices, List<ParameterPath> given, SetterOverloads offers) {
    List<ParameterPath> seen = new ArrayList<>(given);
    List<RequiredChoice> apart = new ArrayList<>();
    for (RequiredChoice choice : choices) {
      List<ParameterPath> own = new BuilderStage(choice.alternatives(), choice).paths();
      boolean canBeGiven =
          choice.alternatives().stream().noneMatch(each -> offers.forPaths(each, null).isEmpty());
      if (canBeGiven
          && !hasOverlap(own)
          && own.stream().noneMatch(path -> seen.stream().anyMatch(path::overlaps))) {
        apart.add(choice);
        seen.addAll(own);
      }
    }
    return apart;
  }

  private static boolean hasOverlap(List<ParameterPath> paths) {
    for (int i = 0; i < paths.size(); i++) {
      if (paths.subList(i + 1, paths.size()).stream().anyMatch(paths.get(i)::overlaps)) {
        return true;
      }
    }
    return false;
  }

  private static void addRequired(
      RecordType owner,
      ModeProfile profile,
      List<ParameterPath> given,
      List<RequiredChoice> choices,
      List<BuilderStage> stages) {
    for (RecordProperty property : owner.properties()) {
      ParameterPath path = property.parameter().path();
      if (profile.presences().get(path) != Presence.REQUIRED
          || property.equals(owner.identityProperty())
          || given.contains(path)) {
        continue;
      }
      if (property.type() instanceof RecordType part) {
        int before = stages.size();
        addRequired(part, profile, given, choices, stages);
        boolean isSetFromInside =
            stages.size() > before
                || given.stream().anyMatch(path::isPrefixOf)
                || choices.stream().anyMatch(choice -> isInside(choice, path));
        if (isSetFromInside) {
          continue;
        }
      }
      if (choices.stream().noneMatch(choice -> isInside(choice, path))) {
        stages.add(new BuilderStage(List.of(List.of(path)), null));
      }
    }
  }

  private static boolean isInside(RequiredChoice choice, ParameterPath path) {
    return choice.alternatives().stream().flatMap(List::stream).anyMatch(path::isPrefixOf);
  }

  /** A width and a height are asked for together. */
  private static void combineWidthAndHeight(List<BuilderStage> stages) {
    BuilderStage width = new BuilderStage(List.of(List.of(WIDTH)), null);
    BuilderStage height = new BuilderStage(List.of(List.of(HEIGHT)), null);
    if (stages.contains(width) && stages.contains(height)) {
      stages.set(stages.indexOf(width), new BuilderStage(List.of(SIZE), null));
      stages.remove(height);
    }
  }
}
