package dev.callsheet.generator.java.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.callsheet.generator.java.layout.Wrapped;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.type.JavaType;
import dev.callsheet.generator.java.type.JavaType.ListOf;
import dev.callsheet.generator.java.type.JavaType.Structure;
import dev.callsheet.generator.java.type.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
    if (property.type() instanceof Structure part) {
      builder.addMethod(nested(property, part));
    } else if (property.type() instanceof ListOf list) {
      builder.addMethod(items(property, list.items()));
      if (list.items() instanceof Structure item) {
        builder.addMethod(nestedItems(property, item));
      }
    }
  }

  /** {@code inputs(in -> in.video("..."))}: goes on from what is set already. */
  private MethodSpec nested(Property property, Structure part) {
    Scope locals = new Scope(List.of(property.name()));
    String parts = locals.take("parts");
    String builder = locals.take("builder");
    return method(
            property,
            "Sets parts of "
                + Markup.code(property.json())
                + "; those set before and not now stay as they are.")
        .addParameter(consumer(part), parts)
        .addStatement("$L", started(property, part, builder))
        .addStatement("$N.accept($N)", parts, builder)
        .addStatement("$N = $N.build()", property.name(), builder)
        .addStatement("return this")
        .build();
  }

  private CodeBlock started(Property property, Structure part, String builder) {
    CodeBlock declared = CodeBlock.of("$T $N =", part.builder(), builder);
    CodeBlock value =
        CodeBlock.of("$2N == null ? new $1T() : $2N.toBuilder()", part.builder(), property.name());
    CodeBlock flat = CodeBlock.of("$L $L", declared, value);
    return Wrapped.fits(flat, 2 * depth + 2, 1) ? flat : CodeBlock.of("$L\n$L", declared, value);
  }

  private MethodSpec items(Property property, JavaType item) {
    MethodSpec.Builder method =
        method(property, "Sets " + Markup.code(property.json()) + " to these.");
    if (item instanceof ListOf) {
      method.addAnnotation(SafeVarargs.class).addModifiers(Modifier.FINAL);
    }
    return method
        .addParameter(ArrayTypeName.of(item.name()), property.name())
        .varargs()
        .addStatement("return $1N($2T.of($1N))", property.name(), List.class)
        .build();
  }

  private MethodSpec nestedItems(Property property, Structure item) {
    Scope locals = new Scope(List.of(property.name()));
    String list = locals.take("list");
    String parts = locals.take("parts");
    String builder = locals.take("builder");
    return method(property, "Sets " + Markup.code(property.json()) + " to these, built here.")
        .addAnnotation(SafeVarargs.class)
        .addModifiers(Modifier.FINAL)
        .addParameter(
            ParameterSpec.builder(ArrayTypeName.of(consumer(item)), property.name()).build())
        .varargs()
        .addStatement("$T<$T> $N = new $T<>()", List.class, item.name(), list, ArrayList.class)
        .beginControlFlow("for ($T $N : $N)", consumer(item), parts, property.name())
        .addStatement("$1T $2N = new $1T()", item.builder(), builder)
        .addStatement("$N.accept($N)", parts, builder)
        .addStatement("$N.add($N.build())", list, builder)
        .endControlFlow()
        .addStatement("return $N($N)", property.name(), list)
        .build();
  }

  private MethodSpec.Builder method(Property property, String doc) {
    return MethodSpec.methodBuilder(property.name())
        .addJavadoc(Javadoc.at(depth).paragraph(doc).toCode())
        .addModifiers(Modifier.PUBLIC)
        .returns(owner.builder());
  }

  private static TypeName consumer(Structure part) {
    return ParameterizedTypeName.get(ClassName.get(Consumer.class), part.builder());
  }
}
