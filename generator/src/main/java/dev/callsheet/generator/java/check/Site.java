package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.java.type.JavaType;

/**
 * A value in generated code.
 *
 * @param code the expression that gives it; null where the parameter is not provided
 */
record Site(JavaType type, CodeBlock code) {}
