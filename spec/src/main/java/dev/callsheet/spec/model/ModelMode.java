package dev.callsheet.spec.model;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to use a model, by the name users know.
 *
 * @param name kebab-case, such as {@code text-to-video}
 * @param conditions what makes a request one of this mode, such as that a parameter is provided;
 *     all of them hold
 * @param description for people; may be empty
 * @param location where its name stands in the spec
 */
public record ModelMode(
    String name, List<Formula> conditions, String description, SourceLocation location) {
  /** Copies the list, so that a mode never changes. */
  public ModelMode {
    conditions = List.copyOf(conditions);
  }

  /** The parameters of which only their presence makes a request one of this mode. */
  public List<ParameterPath> definingParameters() {
    return conditions.stream()
        .filter(Formula.Provided.class::isInstance)
        .map(condition -> ((Formula.Provided) condition).path())
        .toList();
  }

  /**
   * Which requests are of this mode: those that fulfil all of its conditions, and not also all of a
   * more specific mode's, one whose conditions include this one's and more.
   *
   * @param modes all modes of the model
   */
  public Formula condition(List<ModelMode> modes) {
    List<Formula> parts = new ArrayList<>(conditions);
    for (ModelMode other : modes) {
      if (other.conditions.size() > conditions.size() && other.conditions.containsAll(conditions)) {
        parts.add(new Formula.Not(new Formula.All(other.conditions)));
      }
    }
    return new Formula.All(parts);
  }
}
