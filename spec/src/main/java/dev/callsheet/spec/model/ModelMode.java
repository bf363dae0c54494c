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
 * @param definingParameters the parameters whose presence makes a request one of this mode
 * @param description for people; may be empty
 * @param location where its name stands in the spec
 */
public record ModelMode(
    String name,
    List<ParameterPath> definingParameters,
    String description,
    SourceLocation location) {
  /** Copies the list, so that a mode never changes. */
  public ModelMode {
    definingParameters = List.copyOf(definingParameters);
  }

  /**
   * Which requests are of this mode: those that provide all of its defining parameters, and not
   * also all of a more specific mode's, one whose defining parameters include this one's and more.
   *
   * @param modes all modes of the model
   */
  public Formula condition(List<ModelMode> modes) {
    List<Formula> parts = new ArrayList<>(Formula.provided(definingParameters));
    for (ModelMode other : modes) {
      if (other.definingParameters.size() > definingParameters.size()
          && other.definingParameters.containsAll(definingParameters)) {
        parts.add(new Formula.Not(new Formula.All(Formula.provided(other.definingParameters))));
      }
    }
    return new Formula.All(parts);
  }
}
