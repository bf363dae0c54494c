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

/**
 * What a mode's builder asks for, one thing after the other: first what makes a request one of the
 * mode, which the entry point takes, then what else it requires, in the order of the spec, then
 * what its rules leave to choose. What can only be given inside the items of a list is not asked
 * for; the checker sees to it.
 *
 * @param entryPointPaths what the entry point takes
 * @param stages what is asked for after that
 */
record BuilderStages(List<ParameterPath> entryPointPaths, List<BuilderStage> stages) {
  private static final ParameterPath WIDTH = ParameterPath.parse("width");
  private static final ParameterPath HEIGHT = ParameterPath.parse("height");

  /** The parameters that make a size. */
  static final List<ParameterPath> SIZE = List.of(WIDTH, HEIGHT);

  static BuilderStages of(JavaModel model, ModeProfile profile) {
    SetterOverloads offers = new SetterOverloads(model);
    List<ParameterPath> given =
        profile.mode().definingParameters().stream()
            .filter(path -> !offers.forPaths(List.of(path), null).isEmpty())
            .toList();
    List<BuilderStage> stages = new ArrayList<>();
    List<RequiredChoice> choices = independent(profile.choices(), given, offers);
    addRequired(model.request(), profile, given, choices, stages);
    combineWidthAndHeight(stages);
    choices.forEach(choice -> stages.add(new BuilderStage(choice.alternatives(), choice)));
    return new BuilderStages(given, List.copyOf(stages));
  }

  /** Everything that is set once all stages are through, so that nothing sets it again. */
  List<ParameterPath> settledPaths() {
    List<ParameterPath> settled = new ArrayList<>(entryPointPaths);
    stages.stream().filter(BuilderStage::isSettled).forEach(ask -> settled.addAll(ask.paths()));
    return settled;
  }

  /** The choices that can be asked one by one: no answer to one says anything about another. */
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
          && own.stream().noneMatch(path -> overlapsAny(path, seen))) {
        apart.add(choice);
        seen.addAll(own);
      }
    }
    return apart;
  }

  private static boolean hasOverlap(List<ParameterPath> paths) {
    for (int i = 0; i < paths.size(); i++) {
      if (overlapsAny(paths.get(i), paths.subList(i + 1, paths.size()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the others is the same, or one is inside the other. */
  private static boolean overlapsAny(ParameterPath path, List<ParameterPath> others) {
    return others.stream().anyMatch(other -> isWithin(path, other) || isWithin(other, path));
  }

  static boolean isWithin(ParameterPath inner, ParameterPath outer) {
    int depth = outer.steps().size();
    return inner.steps().size() >= depth && inner.steps().subList(0, depth).equals(outer.steps());
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
                || given.stream().anyMatch(inner -> isWithin(inner, path))
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
    return choice.alternatives().stream()
        .flatMap(List::stream)
        .anyMatch(inner -> isWithin(inner, path));
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
