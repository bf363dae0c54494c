package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Java code that gives a value, with the variables that the code uses. They are tracked while the
 * code is written: an expression made of others uses what these use. A method is then declared with
 * the parameters that its body needs, and no others.
 */
sealed interface Expression permits BooleanExpression, Expression.Untyped, TypedExpression {
  /** The code. */
  CodeBlock code();

  /** The variables that the code uses. */
  Set<Variable> uses();

  /** An expression of which nothing more is known. */
  record Untyped(CodeBlock code, Set<Variable> uses) implements Expression {}

  /**
   * Code from a format of JavaPoet's.
   *
   * @param arguments of the format; an expression stands for its code, as {@code $L}
   */
  static Untyped of(String format, Object... arguments) {
    Set<Variable> uses = EnumSet.noneOf(Variable.class);
    Object[] codes =
        Arrays.stream(arguments)
            .map(
                argument -> {
                  if (argument instanceof Expression part) {
                    uses.addAll(part.uses());
                    return part.code();
                  }
                  return argument;
                })
            .toArray();
    return new Untyped(CodeBlock.of(format, codes), uses);
  }

  /** Several, one after the other. */
  static Untyped joined(List<? extends Expression> parts, String separator) {
    return of(String.join(separator, Collections.nCopies(parts.size(), "$L")), parts.toArray());
  }

  /** Code that was written from these parts, laid out as it is to stand in its place. */
  static Untyped using(List<? extends Expression> parts, CodeBlock code) {
    Set<Variable> uses = EnumSet.noneOf(Variable.class);
    parts.forEach(part -> uses.addAll(part.uses()));
    return new Untyped(code, uses);
  }

  /** A variable. */
  static Untyped variable(Variable variable) {
    return new Untyped(CodeBlock.of("$N", variable.variableName()), EnumSet.of(variable));
  }
}
