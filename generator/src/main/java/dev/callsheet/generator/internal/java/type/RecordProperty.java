package dev.callsheet.generator.internal.java.type;

import dev.callsheet.spec.model.Parameter;

/**
 * A parameter as a member of a generated record.
 *
 * @param parameter without null among its values; the type says whether that is one
 * @param name in Java
 * @param isConstant whether it has only one value, which is written without being asked for
 * @param isAlwaysSet whether no object of its type can be made without it
 */
public record RecordProperty(
    Parameter parameter, String name, JavaType type, boolean isConstant, boolean isAlwaysSet) {
  /** The type in which it is set: null sets one that may be null to null. */
  public JavaType settableType() {
    return type instanceof JavaType.NullableType nullable ? nullable.value() : type;
  }

  /** Its key in JSON. */
  public String jsonName() {
    return parameter.name();
  }
}
