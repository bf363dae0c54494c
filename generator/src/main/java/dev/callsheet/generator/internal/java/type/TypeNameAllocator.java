package dev.callsheet.generator.internal.java.type;

import com.palantir.javapoet.ClassName;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import java.util.List;

/** Gives out the names of the types in a model's package. */
final class TypeNameAllocator {
  /**
   * What generated code, or anybody's, calls by its short name, so that no type in its scope may be
   * called so.
   */
  static final List<String> RESERVED =
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
          "Setters",
          "Short",
          "String",
          "StringBuilder",
          "SuppressWarnings",
          "System",
          "Void");

  /** Names that Windows gives to devices, so that no file can have them there. */
  private static final List<String> WINDOWS_DEVICE_NAMES =
      List.of(
          "Aux", "Con", "Nul", "Prn", "Com1", "Com2", "Com3", "Com4", "Com5", "Com6", "Com7",
          "Com8", "Com9", "Lpt1", "Lpt2", "Lpt3", "Lpt4", "Lpt5", "Lpt6", "Lpt7", "Lpt8", "Lpt9");

  private final String packageName;
  private final UniqueNames uniqueNames = new UniqueNames(RESERVED);

  TypeNameAllocator(String packageName) {
    this.packageName = packageName;
    WINDOWS_DEVICE_NAMES.forEach(uniqueNames::allocate);
  }

  /** A name for a top-level type: the first candidate that is free. */
  ClassName allocate(String... candidates) {
    return ClassName.get(packageName, uniqueNames.allocate(candidates));
  }
}
