package dev.callsheet.generator.java.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.layout.Wrapped;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.type.JavaType.ListOf;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.Property;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Setters that spare a user the building of nested records and lists. */
final class AddShortcuts {
  private final Structure owner;
  private final int depth;

  AddShortcuts(Structure owner, int depth) {
    this.owner = owner;
    this.depth = depth;
  }

  void to(TypeSpec.Builder builder, Property property) {
    for (Form form : Form.of(property)) {
      if (form != Form.WHOLE) {
        builder.addMethod(method(property, form));
      }
    }
  }

  private MethodSpec method(Property property, Form form) {
    String parameter = form.parameter(property);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(property.name())
            .addJavadoc(Javadoc.at(depth).paragraph(form.doc(property)).toCode())
            .addModifiers(Modifier.PUBLIC)
            .returns(owner.builder())
            .addParameter(ParameterSpec.builder(form.type(property), parameter).build());
    form.addVarargs(method, property);
    switch (form) {
      case WHOLE -> throw new IllegalArgumentException("no shortcut");
      case PARTS -> nested(method, property, parameter);
      case ITEMS -> method.addStatement("return $1N($2T.of($1N))", property.name(), List.class);
      case ITEMS_IN_PARTS -> nestedItems(method, property);
    }
    return method.build();
  }

  /** {@code inputs(in -> in.video("..."))}: goes on from what is set already. */
  private void nested(MethodSpec.Builder method, Property property, String parts) {
    Structure part = (Structure) property.type();
    String builder = new Scope(List.of(property.name(), parts)).take("builder");
    method
        .addStatement("$L", started(property, part, builder))
        .addStatement("$N.accept($N)", parts, builder)
        .addStatement("$N = $N.build()", property.name(), builder)
        .addStatement("return this");
  }

  private CodeBlock started(Property property, Structure part, String builder) {
    CodeBlock declared = CodeBlock.of("$T $N =", part.builder(), builder);
    CodeBlock value =
        CodeBlock.of("$2N == null ? new $1T() : $2N.toBuilder()", part.builder(), property.name());
    CodeBlock flat = CodeBlock.of("$L $L", declared, value);
    if (Wrapped.fits(flat, 2 * depth + 2, 1)) {
      return flat;
    }
    if (Wrapped.fits(value, 2 * depth + 6, 1)) {
      return CodeBlock.of("$L\n$L", declared, value);
    }
    return CodeBlock.of(
        "$3L\n$2N == null\n$>$>? new $1T()\n: $2N.toBuilder()$<$<",
        part.builder(),
        property.name(),
        declared);
  }

  private static void nestedItems(MethodSpec.Builder method, Property property) {
    Structure item = (Structure) ((ListOf) property.type()).items();
    Scope locals = new Scope(List.of(property.name()));
    String list = locals.take("list");
    String parts = locals.take("parts");
    String builder = locals.take("builder");
    method
        .addStatement("$T<$T> $N = new $T<>()", List.class, item.name(), list, ArrayList.class)
        .beginControlFlow("for ($T $N : $N)", Form.consumer(item), parts, property.name())
        .addStatement("$1T $2N = new $1T()", item.builder(), builder)
        .addStatement("$N.accept($N)", parts, builder)
        .addStatement("$N.add($N.build())", list, builder)
        .endControlFlow()
        .addStatement("return $N($N)", property.name(), list);
  }
}
