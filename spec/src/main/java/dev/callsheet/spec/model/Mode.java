package dev.callsheet.spec.model;

import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.source.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to use a model, by the name users know.
 *
 * @param name kebab-case, such as {@code text-to-video}
 * @param provides the parameters whose presence makes a request one of this mode
 * @param description for people; may be empty
 * @param location where its name stands in the spec
 */
public record Mode(String name, List<Path> provides, String description, Location location) {
  /** Copies the list, so that a mode never changes. */
  public Mode {
    provides = List.copyOf(provides);
  }

  /**
   * Which requests are of this mode: those that provide all it names, save those that provide all
   * that another names which names the same and more.
   *
   * @param modes all modes of the model
   */
  public Formula condition(List<Mode> modes) {
    List<Formula> parts = new ArrayList<>(provided());
    for (Mode other : modes) {
      if (other.provides.size() > provides.size() && other.provides.containsAll(provides)) {
        parts.add(new Formula.Not(new Formula.All(other.provided())));
      }
    }
    return new Formula.All(parts);
  }

  private List<Formula> provided() {
    return provides.stream().<Formula>map(Formula.Provided::new).toList();
  }
}
