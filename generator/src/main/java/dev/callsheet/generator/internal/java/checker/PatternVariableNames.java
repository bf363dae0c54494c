package dev.callsheet.generator.internal.java.checker;

import dev.callsheet.generator.internal.java.naming.UniqueNames;

/** Names for what {@code instanceof} finds, no two in a method alike. */
final class PatternVariableNames {
  private UniqueNames uniqueNames = new UniqueNames();

  /** Begins a method. */
  void startMethod() {
    uniqueNames = new UniqueNames();
  }

  String next() {
    return uniqueNames.allocate("form");
  }
}
