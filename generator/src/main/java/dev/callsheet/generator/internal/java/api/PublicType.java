package dev.callsheet.generator.internal.java.api;

import java.util.List;
import java.util.Map;

/**
 * A type that callers can name, and what they can name in it.
 *
 * @param name within the package: {@code Size}, {@code Inputs.Builder}
 * @param supertypes those that it extends or implements, as written, without type arguments
 * @param members methods with the types of their parameters, constants and fields by name, such as
 *     {@code duration(int)}; each with its type, which is {@link #ITSELF} where it is this type
 */
public record PublicType(String name, List<String> supertypes, Map<String, String> members) {
  /** The type of a member that gives the object back, whichever of its classes that is. */
  static final String ITSELF = "this";
}
