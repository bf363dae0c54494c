package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaType;
import java.util.Set;

/**
 * A value of a known type in generated code.
 *
 * @param code gives the value, or null where the parameter is not provided
 */
record TypedExpression(JavaType type, CodeBlock code, Set<Variable> uses) implements Expression {
  /** The same code, whose type is known. */
  TypedExpression(JavaType type, Expression expression) {
    this(type, expression.code(), expression.uses());
  }

  /** A local variable or a parameter that is not tracked. */
  static TypedExpression local(JavaType type, String name) {
    return new TypedExpression(type, Expression.of("$N", name));
  }
}
