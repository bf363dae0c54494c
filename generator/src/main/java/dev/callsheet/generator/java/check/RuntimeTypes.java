package dev.callsheet.generator.java.check;

import com.palantir.javapoet.ClassName;

/** The classes of the runtime that checkers use. */
final class RuntimeTypes {
  static final ClassName ARITHMETIC = of("Arithmetic");
  static final ClassName BREACH = of("Breach");
  static final ClassName PLACEHOLDERS = of("Placeholders");
  static final ClassName REGEX = of("Regex");
  static final ClassName TEXTS = of("Texts");
  static final ClassName VALUES = of("Values");
  static final ClassName VIOLATIONS = of("Violations");

  private RuntimeTypes() {}

  private static ClassName of(String name) {
    return ClassName.get("dev.callsheet.runtime.check", name);
  }
}
