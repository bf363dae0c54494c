package dev.callsheet.generator.internal.java.stagedbuilder;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaLiterals;
import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.EnumConstant;
import dev.callsheet.generator.internal.java.type.JavaType.EnumType;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A parameter that a mode leaves one value for, so that nobody has to give it.
 *
 * @param way the properties that lead to it, from the outside in
 * @param value its only value
 * @param code the value in Java
 */
record FixedValue(List<RecordProperty> way, JsonNode value, CodeBlock code) {
  /** Of a parameter whose Java type is an enum, an integer or a boolean; empty for any other. */
  static Optional<FixedValue> of(List<RecordProperty> way, JsonNode value) {
    JavaType last = way.get(way.size() - 1).type();
    if (last instanceof EnumType type) {
      return type.constant(value).map(constant -> of(way, type, constant));
    }
    return value.isBoolean() || last.equals(new JdkType(Integer.class))
        ? Optional.of(new FixedValue(way, value, JavaLiterals.of(value)))
        : Optional.empty();
  }

  private static FixedValue of(List<RecordProperty> way, EnumType type, EnumConstant constant) {
    CodeBlock code = CodeBlock.of("$T.$N", type.name(), constant.name());
    return new FixedValue(way, constant.value(), code);
  }

  ParameterPath path() {
    return way.get(way.size() - 1).parameter().path();
  }

  /** The statement that hands it to the request's builder, in a method with these parameters. */
  CodeBlock assignment(List<String> parameters) {
    return new NestedSetter(way, code).statement("builder", parameters);
  }
}
