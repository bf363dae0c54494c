package dev.callsheet.generator.java.check;

import dev.callsheet.generator.java.naming.Scope;

/** Names for what {@code instanceof} finds, no two in a method alike. */
final class Bindings {
  private Scope names = new Scope();

  /** Begins a method. */
  void begin() {
    names = new Scope();
  }

  String next() {
    return names.take("form");
  }
}
