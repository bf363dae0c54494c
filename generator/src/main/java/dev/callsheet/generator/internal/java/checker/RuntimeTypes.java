package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.ClassName;
import dev.callsheet.runtime.support.Arithmetic;
import dev.callsheet.runtime.support.Placeholders;
import dev.callsheet.runtime.support.Regex;
import dev.callsheet.runtime.support.RuleViolation;
import dev.callsheet.runtime.support.Texts;
import dev.callsheet.runtime.support.Values;
import dev.callsheet.runtime.support.Violations;

/** The classes of the runtime that checkers use. */
final class RuntimeTypes {
  static final ClassName ARITHMETIC = ClassName.get(Arithmetic.class);
  static final ClassName RULE_VIOLATION = ClassName.get(RuleViolation.class);
  static final ClassName PLACEHOLDERS = ClassName.get(Placeholders.class);
  static final ClassName REGEX = ClassName.get(Regex.class);
  static final ClassName TEXTS = ClassName.get(Texts.class);
  static final ClassName VALUES = ClassName.get(Values.class);
  static final ClassName VIOLATIONS = ClassName.get(Violations.class);

  private RuntimeTypes() {}
}
