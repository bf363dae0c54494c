package dev.callsheet.generator.java.entry;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.callsheet.generator.java.emit.Form;
import dev.callsheet.generator.java.prose.ParameterProse;
import dev.callsheet.generator.java.type.Property;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that must be given, as a parameter of a method.
 *
 * @param name of the parameter
 * @param doc what the value is, in Javadoc's HTML
 * @param form how the property takes it; null for a value that sets several properties
 * @param property what it sets; null for a value that sets several
 * @param setting the statement that hands it to the request's builder
 */
record Slot(
    String name,
    TypeName type,
    String doc,
    @Nullable Form form,
    @Nullable Property property,
    CodeBlock setting) {
  /** The value of a property, which must be there: a number and not perhaps one. */
  static Slot of(List<Property> way, Form form, String name, int indent) {
    Property last = way.get(way.size() - 1);
    TypeName type = form.type(last);
    return new Slot(
        name,
        type.isBoxedPrimitive() ? type.unbox() : type,
        ParameterProse.of(last.parameter()),
        form,
        last,
        new Reach(way, name).from("builder", indent));
  }

  /** What a method that takes nothing else does, in Javadoc's HTML. */
  String deed() {
    return form == null || property == null ? "Sets " + doc + "." : form.doc(property);
  }

  /** Adds the parameter, and what makes it any number of items. */
  void addParameter(MethodSpec.Builder method) {
    method.addParameter(ParameterSpec.builder(type, name).build());
    if (form != null && property != null) {
      form.addVarargs(method, property);
    }
  }

  /** Adds the statement that refuses null, where that could be given. */
  void addCheck(MethodSpec.Builder method) {
    if (!type.isPrimitive()) {
      method.addStatement("$T.requireNonNull($N, $S)", Objects.class, name, name);
    }
  }

  /** Adds the statement that sets the value. */
  void addSetting(MethodSpec.Builder method) {
    method.addStatement("$L", setting);
  }
}
