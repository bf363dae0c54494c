package dev.callsheet.generator.internal.java.checker;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.type.JavaType;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionType;
import dev.callsheet.generator.internal.java.type.JavaType.UnionVariant;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.Optional;

/** A member of an object, or of the form of a union that has it. */
record PropertyAccess(Optional<UnionVariant> variant, RecordProperty property) {
  CodeBlock valueFrom(String parent) {
    return variant
        .map(
            form ->
                CodeBlock.of(
                    "$N instanceof $T form ? form.$N() : null",
                    parent,
                    form.type().name(),
                    property.name()))
        .orElseGet(() -> CodeBlock.of("$1N == null ? null : $1N.$2N()", parent, property.name()));
  }

  /** Whether its accessor gives a primitive, which cannot be absent. */
  boolean isPrimitive() {
    return property.isConstant() && property.type().name().isBoxedPrimitive();
  }

  Expression boxed(Expression value) {
    return Expression.of("$T.valueOf($L)", property.type().name(), value);
  }

  CodeBlock presenceIn(String parent) {
    if (variant.isPresent() && property.isConstant()) {
      return CodeBlock.of("$N instanceof $T", parent, variant.get().type().name());
    }
    return variant
        .map(
            form ->
                CodeBlock.of(
                    "$N instanceof $T form && form.$N() != null",
                    parent,
                    form.type().name(),
                    property.name()))
        .orElseGet(() -> CodeBlock.of("$1N != null && $1N.$2N() != null", parent, property.name()));
  }

  /** The last step of a path of members. */
  static PropertyAccess ofPath(JavaType owner, ParameterPath path) {
    JavaType parent =
        path.steps().size() == 1 ? owner : ofPath(owner, path.parent()).property().type();
    return ofMember(parent, path.lastName());
  }

  /** The member of that name. */
  static PropertyAccess ofMember(JavaType type, String member) {
    if (type instanceof NullableType nullable) {
      return ofMember(nullable.value(), member);
    }
    if (type instanceof RecordType structure) {
      Optional<RecordProperty> property = structure.member(member);
      if (property.isPresent()) {
        return new PropertyAccess(Optional.empty(), property.get());
      }
    } else if (type instanceof UnionType union) {
      for (UnionVariant variant : union.variants()) {
        Optional<RecordProperty> property =
            variant.type() instanceof RecordType structure
                ? structure.member(member)
                : Optional.empty();
        if (property.isPresent()) {
          return new PropertyAccess(Optional.of(variant), property.get());
        }
      }
    }
    throw new IllegalArgumentException("a rule speaks of '" + member + "', which no type has");
  }
}
