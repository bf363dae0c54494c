package dev.callsheet.generator.internal.java.stagedbuilder;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.callsheet.generator.internal.java.datatype.SetterStyle;
import dev.callsheet.generator.internal.java.javadoc.ParameterDocumentation;
import dev.callsheet.generator.internal.java.type.RecordProperty;
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
 * @param assignment the statement that hands it to the request's builder
 */
record SetterParameter(
    String name,
    TypeName type,
    String doc,
    @Nullable SetterStyle style,
    @Nullable RecordProperty property,
    CodeBlock assignment) {
  /** The value of a property, which must be there: a number and not perhaps one. */
  static SetterParameter of(List<RecordProperty> way, SetterStyle form, String name) {
    RecordProperty last = way.get(way.size() - 1);
    TypeName type = form.parameterType(last);
    return new SetterParameter(
        name,
        type.isBoxedPrimitive() ? type.unbox() : type,
        ParameterDocumentation.paragraph(last.parameter()),
        form,
        last,
        new NestedSetter(way, name).statement("builder"));
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
    if (!type.isPrimitive()) {
      method.addStatement("$T.requireNonNull($N, $S)", Objects.class, name, name);
    }
  }

  /** Adds the statement that sets the value. */
  void addAssignment(MethodSpec.Builder method) {
    method.addStatement("$L", assignment);
  }
}
