package dev.callsheet.generator.java.check;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.java.type.JavaType;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.JavaType.Union;
import dev.callsheet.generator.java.type.JavaType.Variant;
import dev.callsheet.generator.java.type.Property;
import dev.callsheet.spec.calculus.Path;
import java.util.Optional;

/** A member of an object, or of the form of a union that has it. */
record Step(Optional<Variant> variant, Property property) {
  CodeBlock value(String parent) {
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

  CodeBlock boxed(CodeBlock value) {
    return CodeBlock.of("$T.valueOf($L)", property.type().name(), value);
  }

  CodeBlock presence(String parent) {
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
  static Step last(JavaType owner, Path path) {
    JavaType parent =
        path.steps().size() == 1 ? owner : last(owner, path.parent()).property().type();
    return of(parent, path.lastName());
  }

  /** The member of that name. */
  static Step of(JavaType type, String member) {
    if (type instanceof Structure structure) {
      Optional<Property> property = structure.member(member);
      if (property.isPresent()) {
        return new Step(Optional.empty(), property.get());
      }
    } else if (type instanceof Union union) {
      for (Variant variant : union.variants()) {
        Optional<Property> property =
            variant.type() instanceof Structure structure
                ? structure.member(member)
                : Optional.empty();
        if (property.isPresent()) {
          return new Step(Optional.of(variant), property.get());
        }
      }
    }
    throw new IllegalArgumentException("a rule speaks of '" + member + "', which no type has");
  }
}
