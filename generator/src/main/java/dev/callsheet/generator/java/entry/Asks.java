package dev.callsheet.generator.java.entry;

import dev.callsheet.generator.java.type.JavaModel;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.Property;
import dev.callsheet.spec.analysis.Choice;
import dev.callsheet.spec.analysis.ModeProfile;
import dev.callsheet.spec.analysis.Presence;
import dev.callsheet.spec.calculus.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a mode's builder asks for, one thing after the other: first what makes a request one of the
 * mode, which the entry point takes, then what else it requires, in the order of the spec, then
 * what its rules leave to choose. What can only be given inside the items of a list is not asked
 * for; the checker sees to it.
 *
 * @param given what the entry point takes
 * @param stages what is asked for after that
 */
record Asks(List<Path> given, List<Ask> stages) {
  private static final Path WIDTH = Path.parse("width");
  private static final Path HEIGHT = Path.parse("height");

  /** The parameters that make a size. */
  static final List<Path> SIZE = List.of(WIDTH, HEIGHT);

  static Asks of(JavaModel model, ModeProfile profile) {
    Offers offers = new Offers(model, 0);
    List<Path> given =
        profile.mode().provides().stream()
            .filter(path -> !offers.of(List.of(path), null).isEmpty())
            .toList();
    List<Ask> stages = new ArrayList<>();
    List<Choice> choices = apart(profile.choices(), given, offers);
    required(model.request(), profile, given, choices, stages);
    pair(stages);
    choices.forEach(choice -> stages.add(new Ask(choice.alternatives(), choice)));
    return new Asks(given, List.copyOf(stages));
  }

  /** Everything that is set once all stages are through, so that nothing sets it again. */
  List<Path> settled() {
    List<Path> settled = new ArrayList<>(given);
    stages.stream().filter(Ask::isSettled).forEach(ask -> settled.addAll(ask.paths()));
    return settled;
  }

  /** The choices that can be asked one by one: no answer to one says anything about another. */
  private static List<Choice> apart(List<Choice> choices, List<Path> given, Offers offers) {
    List<Path> seen = new ArrayList<>(given);
    List<Choice> apart = new ArrayList<>();
    for (Choice choice : choices) {
      List<Path> own = new Ask(choice.alternatives(), choice).paths();
      boolean canBeGiven =
          choice.alternatives().stream().noneMatch(each -> offers.of(each, null).isEmpty());
      if (canBeGiven && !overlap(own) && own.stream().noneMatch(path -> isNear(path, seen))) {
        apart.add(choice);
        seen.addAll(own);
      }
    }
    return apart;
  }

  private static boolean overlap(List<Path> paths) {
    for (int i = 0; i < paths.size(); i++) {
      if (isNear(paths.get(i), paths.subList(i + 1, paths.size()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the others is the same, or one is inside the other. */
  private static boolean isNear(Path path, List<Path> others) {
    return others.stream().anyMatch(other -> isWithin(path, other) || isWithin(other, path));
  }

  static boolean isWithin(Path inner, Path outer) {
    int depth = outer.steps().size();
    return inner.steps().size() >= depth && inner.steps().subList(0, depth).equals(outer.steps());
  }

  private static void required(
      Structure owner,
      ModeProfile profile,
      List<Path> given,
      List<Choice> choices,
      List<Ask> stages) {
    for (Property property : owner.properties()) {
      Path path = property.parameter().path();
      if (profile.presences().get(path) != Presence.REQUIRED
          || property.equals(owner.ownIdentity())
          || given.contains(path)) {
        continue;
      }
      if (property.type() instanceof Structure part) {
        int before = stages.size();
        required(part, profile, given, choices, stages);
        boolean isSetFromInside =
            stages.size() > before
                || given.stream().anyMatch(inner -> isWithin(inner, path))
                || choices.stream().anyMatch(choice -> isInside(choice, path));
        if (isSetFromInside) {
          continue;
        }
      }
      if (choices.stream().noneMatch(choice -> isInside(choice, path))) {
        stages.add(new Ask(List.of(List.of(path)), null));
      }
    }
  }

  private static boolean isInside(Choice choice, Path path) {
    return choice.alternatives().stream()
        .flatMap(List::stream)
        .anyMatch(inner -> isWithin(inner, path));
  }

  /** A width and a height are asked for together. */
  private static void pair(List<Ask> stages) {
    Ask width = new Ask(List.of(List.of(WIDTH)), null);
    Ask height = new Ask(List.of(List.of(HEIGHT)), null);
    if (stages.contains(width) && stages.contains(height)) {
      stages.set(stages.indexOf(width), new Ask(List.of(SIZE), null));
      stages.remove(height);
    }
  }
}
