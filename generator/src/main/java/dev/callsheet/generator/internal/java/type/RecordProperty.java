package dev.callsheet.generator.internal.java.type;

import dev.callsheet.spec.model.Parameter;

/**
 * A parameter as a member of a generated record.
 *
 * @param name in Java
 * @param isConstant whether it has only one value, which is written without being asked for
 */
public record RecordProperty(Parameter parameter, String name, JavaType type, boolean isConstant) {
  /** Its key in JSON. */
  public String jsonName() {
    return parameter.name();
  }
}
