package dev.callsheet.generator.internal.java.stagedbuilder;

import java.util.List;

/**
 * One way to give what is asked for: the parameters of a method.
 *
 * @param name of the method
 */
record SetterOverload(String name, List<SetterParameter> parameters) {
  /** Whether something that it sets is deprecated. */
  boolean isDeprecated() {
    return parameters.stream().anyMatch(parameter -> parameter.deprecation() != null);
  }
}
