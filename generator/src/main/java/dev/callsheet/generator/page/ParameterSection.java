package dev.callsheet.generator.page;

import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;

/**
 * Parameters under one heading.
 *
 * @param title such as {@code Core Parameters}
 * @param containers the objects that all of the parameters are members of, from the outside in;
 *     empty for parameters of the task itself
 * @param parameters in the order of the documentation
 */
public record ParameterSection(
    String title, List<ParameterEntry> containers, List<ParameterEntry> parameters) {
  /** Copies the lists, so that a section never changes. */
  public ParameterSection {
    containers = List.copyOf(containers);
    parameters = List.copyOf(parameters);
  }

  /** Where the parameters are: the path of the innermost container, or the task. */
  public ParameterPath place() {
    return containers.isEmpty() ? ParameterPath.ROOT : containers.get(containers.size() - 1).path();
  }
}
