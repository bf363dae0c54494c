package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaType;

/**
 * A value in generated code.
 *
 * @param code the expression that gives it; null where the parameter is not provided
 */
record TypedExpression(JavaType type, CodeBlock code) {}
