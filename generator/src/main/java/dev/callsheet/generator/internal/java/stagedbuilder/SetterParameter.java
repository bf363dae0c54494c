package dev.callsheet.generator.internal.java.stagedbuilder;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.callsheet.generator.internal.java.datatype.GeneratedAnnotations;
import dev.callsheet.generator.internal.java.datatype.SetterStyle;
import dev.callsheet.generator.internal.java.javadoc.ParameterDocumentation;
import dev.callsheet.generator.internal.java.type.JavaType.NullableType;
import dev.callsheet.generator.internal.java.type.RecordProperty;
import dev.callsheet.spec.model.Deprecation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that must be given, as a parameter of a method.
 *
 * @param name of the parameter
 * @param doc what the value is, in Javadoc's HTML
 * @param style how the property takes it; null for a value that sets several properties
 * @param property what it sets; null for a value that sets several
 * @param deprecation of what it sets, or of an object around it; null for none
 * @param assignment the statement that hands it to the request's builder
 */
record SetterParameter(
    String name,
    TypeName type,
    String doc,
    @Nullable SetterStyle style,
    @Nullable RecordProperty property,
    @Nullable Deprecation deprecation,
    CodeBlock assignment) {
  /** The value of a property, which must be there: a number and not perhaps one. */
  static SetterParameter of(List<RecordProperty> way, SetterStyle form, String name) {
    RecordProperty last = way.get(way.size() - 1);
    TypeName type = form.parameterType(last);
    boolean isNullable = last.type() instanceof NullableType;
    return new SetterParameter(
        name,
        isNullable
            ? GeneratedAnnotations.nullable(type)
            : type.isBoxedPrimitive() ? type.unbox() : type,
        ParameterDocumentation.paragraph(last.parameter()),
        form,
        last,
        way.stream()
            .map(property -> property.parameter().metadata().deprecation())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        new NestedSetter(way, CodeBlock.of("$N", name)).statement("builder", List.of(name)));
  }

  /** What a method that takes nothing else does, in Javadoc's HTML. */
  String sentence() {
    return style == null || property == null ? "Sets " + doc + "." : style.javadoc(property);
  }

  /** Adds the parameter, and what makes it any number of items. */
  void addParameter(MethodSpec.Builder method) {
    method.addParameter(ParameterSpec.builder(type, name).build());
    if (style != null && property != null) {
      style.addVarargs(method, property);
    }
  }

  /** Adds the statement that refuses null, where that could be given. */
  void addNullCheck(MethodSpec.Builder method) {
    boolean isNullable = property != null && property.type() instanceof NullableType;
    if (!type.isPrimitive() && !isNullable) {
      method.addStatement("$T.requireNonNull($N, $S)", Objects.class, name, name);
    }
  }

  /** Adds the statement that sets the value. */
  void addAssignment(MethodSpec.Builder method) {
    method.addStatement("$L", assignment);
  }
}
