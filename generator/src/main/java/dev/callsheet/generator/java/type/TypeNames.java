package dev.callsheet.generator.java.type;

import com.palantir.javapoet.ClassName;
import dev.callsheet.generator.java.naming.Scope;
import java.util.List;

/** Gives out the names of the types in a model's package. */
final class TypeNames {
  /** What generated code calls by its short name, so that no type beside it may be called so. */
  private static final List<String> RESERVED =
      List.of(
          "Boolean",
          "Builder",
          "Character",
          "Class",
          "Comparable",
          "Deprecated",
          "Double",
          "Enum",
          "Float",
          "IllegalArgumentException",
          "Integer",
          "Iterable",
          "Long",
          "Math",
          "Number",
          "Object",
          "Override",
          "Record",
          "SafeVarargs",
          "Short",
          "String",
          "StringBuilder",
          "SuppressWarnings",
          "System",
          "Void");

  private final String packageName;
  private final Scope scope = new Scope(RESERVED);

  TypeNames(String packageName) {
    this.packageName = packageName;
  }

  /** A name for a top-level type: the first candidate that is free. */
  ClassName take(String... candidates) {
    return ClassName.get(packageName, scope.take(candidates));
  }
}
